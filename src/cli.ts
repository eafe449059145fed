import { createApp, databaseOf, type App } from './app.ts';
import { auditCommands } from './audit-commands.ts';
import { clockCommands } from './clock-commands.ts';
import { proofCommands } from './proof-commands.ts';
import type { Command, CommandTools } from './command.ts';
import { keyCommands } from './key-commands.ts';
import { begin, readUsageOf } from './process.ts';
import { seed } from './modules.ts';
import { system } from './services/access/actor.ts';
import { resumeSeries } from './services/billing/index.ts';
import { DomainError } from './services/kernel/errors.ts';
import { newId } from './services/kernel/ids.ts';
import { readConfig, type Config } from './services/platform/config.ts';
import { migrate, pendingMigrations } from './services/platform/orm/migrate.ts';
import type { AppContext } from './services/platform/context.ts';
import { checkFolders } from './start-checks.ts';
import { userCommands } from './user-commands.ts';

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

const tools: CommandTools = { say, within, contextFor };

const commands: Readonly<Record<string, Command>> = {
  migrate: {
    usage: 'migrate [--dry-run]',
    does: 'brings the database up to date; --dry-run lists what is pending',
    run: async (config, args) => {
      const isDry = args.includes('--dry-run');
      const names = isDry ? await pendingMigrations(databaseOf(config)) : await migrate(databaseOf(config));
      say(
        names.length === 0
          ? 'Nothing to do.'
          : `${isDry ? 'Pending' : 'Applied'}:\n${names.map((name) => `  ${name}`).join('\n')}`,
      );
      return 0;
    },
  },
  seed: {
    usage: 'seed',
    does: 'writes the price list, the FAQ, the legal pages and the first people where there are none',
    run: (config) =>
      within(config, async (app) => {
        const made = await seed(contextFor(app));
        say(made.length === 0 ? 'Nobody had to be made; what was missing of the texts is written.' : made.join('\n'));
        return 0;
      }),
  },
  'invoices:resume': {
    usage: 'invoices:resume SERIES',
    does: 'after a restore, lets a series (FACT-2026) go on behind the last number shown; make the lost invoices again first',
    run: (config, [series = '']) =>
      within(config, async (app) => {
        try {
          say(`The next number of ${series} is ${await contextFor(app).run(resumeSeries, { series })}.`);
          return 0;
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          say(
            error.code === 'NOT_FOUND'
              ? `No number of ${series || 'such a series'} was ever shown.`
              : `${series} is not behind: nothing to resume.`,
          );
          return 1;
        }
      }),
  },
  ...keyCommands(tools),
  ...auditCommands(tools),
  ...proofCommands(tools),
  ...userCommands(tools),
  ...clockCommands(tools),
};

function contextFor(app: App): AppContext {
  return app.contextFor({ actor: system, requestId: `command-${newId()}` });
}

async function within(config: Config, work: (app: App) => Promise<number>): Promise<number> {
  for (const warning of await checkFolders(config)) process.stderr.write(`${warning}\n`);
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

const commandsText = (): string =>
  [
    'npm run atelier -- <command>',
    '',
    ...Object.values(commands).map(({ usage, does }) => `  ${usage.padEnd(24)} ${does}`),
    `  ${'help [COMMAND]'.padEnd(24)} this text, or that of one command; <command> --help says the same`,
    '',
  ].join('\n');

/** The command that is asked for, ready to run; or the exit code, when there is nothing to run. Opens nothing: help never does anything. */
function chosen(given: readonly string[]): number | (() => Promise<number>) {
  const isAbout = ['help', '--help', '-h'].includes(given[0] ?? 'help');
  const [name, ...args] = isAbout ? given.slice(1) : given;
  if (name === undefined) {
    say(commandsText());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return ready(command, isAbout ? ['--help'] : args);
  process.stderr.write(`There is no command ${name}.\n\n${commandsText()}\n`);
  return 2;
}

function ready(command: Command, args: readonly string[]): number | (() => Promise<number>) {
  const words = readUsageOf(command, args);
  return typeof words === 'number' ? words : () => command.run(readConfig(), words);
}

const choice = chosen(process.argv.slice(2));
if (typeof choice === 'number') process.exitCode = choice;
else await begin(choice);
