import { setTimeout as sleep } from 'node:timers/promises';
import { createApp, databaseOf, type App } from './app.ts';
import { auditCommands } from './audit-commands.ts';
import { proofCommands } from './proof-commands.ts';
import type { Command } from './command.ts';
import { keyStoreOf } from './ports.ts';
import { begin } from './process.ts';
import { seed } from './seed.ts';
import { fileSigningKeys, rotateSigningKey } from './services/adapters/access-tokens/key-ring.ts';
import { system } from './services/access/actor.ts';
import { resumeSeries } from './services/billing/index.ts';
import { rewrapKeys } from './services/files/index.ts';
import { DomainError } from './services/kernel/errors.ts';
import { newId } from './services/kernel/ids.ts';
import { readConfig, type Config } from './services/platform/config.ts';
import { migrate, pendingMigrations } from './services/platform/orm/migrate.ts';
import type { Surroundings } from './services/platform/scope.ts';
import { addActiveKey, retireKey } from './services/vault/index.ts';


function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

const commands: Readonly<Record<string, Command>> = {
  migrate: {
    usage: 'migrate [--dry-run]', does: 'brings the database up to date; --dry-run lists what is pending',
    run: async (config, args) => {
      const isDry = args.includes('--dry-run');
      const names = isDry ? await pendingMigrations(databaseOf(config)) : await migrate(databaseOf(config));
      say(names.length === 0 ? 'Nothing to do.' : `${isDry ? 'Pending' : 'Applied'}:\n${names.map((name) => `  ${name}`).join('\n')}`);
      return 0;
    },
  },
  seed: {
    usage: 'seed', does: 'writes the price list, the FAQ, the legal pages and the first people where there are none',
    run: (config) => within(config, async (app) => {
      const made = await seed(app);
      say(made.length === 0 ? 'Nobody had to be made; what was missing of the texts is written.' : made.join('\n'));
      return 0;
    }),
  },
  'keys:rotate': {
    usage: 'keys:rotate [--resume]', does: 'adds a master key and wraps every data key under it; --resume only wraps what is left',
    run: async (config, args) => {
      if (!args.includes('--resume')) {
        await addActiveKey(keyStoreOf(config));
        // Running servers look at the key file every second: they must hold the new key before they meet it.
        await sleep(3_000);
      }
      return within(config, async (app) => {
        const done = await rewrapKeys(house(app), ({ rewrapped, remaining }) => say(`${rewrapped} keys wrapped anew, ${remaining} left`));
        say(`Done: ${done}. Keep the old key until no backup needs it.`);
        return 0;
      });
    },
  },
  'tokens:rotate': {
    usage: 'tokens:rotate', does: 'adds a key that signs access tokens from now on; tokens signed before stay good',
    run: async (config) => {
      if (config.JWT_SECRET !== undefined) {
        say('The key is JWT_SECRET of the environment: change it there; everyone signs in or refreshes anew.');
        return 1;
      }
      fileSigningKeys(config.keysDir);
      say(`Key ${rotateSigningKey(config.keysDir)} signs from now on.`);
      return 0;
    },
  },
  'invoices:resume': {
    usage: 'invoices:resume SERIES',
    does: 'after a restore, lets a series (FACT-2026) go on behind the last number shown; make the lost invoices again first',
    run: (config, [series = '']) => within(config, async (app) => {
      try {
        say(`The next number of ${series} is ${await house(app).run(resumeSeries, { series })}.`);
        return 0;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        say(error.code === 'NOT_FOUND' ? `No number of ${series || 'such a series'} was ever shown.` : `${series} is not behind: nothing to resume.`);
        return 1;
      }
    }),
  },
  'keys:retire': {
    usage: 'keys:retire ID', does: 'drops an old master key that no data key needs any more; mind the backups that may',
    run: (config, [id = '']) => within(config, async (app) => {
      const { db } = house(app);
      const needed = await db.selectFrom('data_key').select('id').where('kek_id', '=', id).limit(1).executeTakeFirst();
      if (needed !== undefined) {
        say('Data keys are still wrapped by this master key: run keys:rotate first, with --resume when it was cut short.');
        return 1;
      }
      await retireKey(keyStoreOf(config), id);
      say(`Master key ${id} is dropped.`);
      return 0;
    }),
  },
  ...auditCommands({ house, within, say }), ...proofCommands({ house, within, say }),
};

function house(app: App): Surroundings {
  return app.surroundings({ actor: system, requestId: `command-${newId()}` });
}

async function within(config: Config, work: (app: App) => Promise<number>): Promise<number> {
  if ((await pendingMigrations(databaseOf(config))).length > 0) {
    say('The database is not up to date: run migrate first.');
    return 1;
  }
  const app = await createApp({ ...config, LOG_LEVEL: config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

function help(): number {
  say('npm run atelier -- <command>\n');
  for (const { usage, does } of Object.values(commands)) say(`  ${usage.padEnd(24)} ${does}`);
  say(`  ${'help'.padEnd(24)} this text`);
  return 0;
}

async function main([name = 'help', ...args]: readonly string[]): Promise<number> {
  const command = commands[name];
  if (command === undefined) {
    help();
    return name === 'help' || name === '--help' ? 0 : 2;
  }
  return command.run(readConfig(), args);
}

await begin(() => main(process.argv.slice(2)));
