import { seed } from '../modules.ts';
import { migrateDatabase } from '../composition/migrate-database.ts';
import { pendingMigrations } from '../services/platform/orm/migrate.ts';
import { databaseOf } from '../services/platform/orm/orm.ts';
import { fillDemo } from './demo.ts';
import { optionOf, type Command, type CommandTools } from './command.ts';

const profiles: readonly string[] = ['production', 'development', 'demo'];

/** Brings the database up to date, and fills an empty one. */
export const databaseCommands = (tools: CommandTools): Readonly<Record<string, Command>> => ({
  migrate: {
    usage: 'migrate [--dry-run]',
    does: 'brings the database up to date, after a backup of what an earlier release left; --dry-run lists what is pending',
    run: async (config, args) => {
      const isDry = args.includes('--dry-run');
      const names = isDry ? await pendingMigrations(databaseOf(config)) : await migrateDatabase(config);
      tools.print(
        names.length === 0
          ? 'Nothing to do.'
          : `${isDry ? 'Pending' : 'Applied'}:\n${names.map((name) => `  ${name}`).join('\n')}`,
      );
      return 0;
    },
  },
  seed: {
    usage: 'seed [--profile PROFILE] [--with-test-customer]',
    does: 'writes the price list, the FAQ, the legal pages and the first people where there are none; PROFILE is production (an admin), development (one person of each role too) or demo (a year of orders, in a demo installation)',
    run: async (config, args) => {
      const profile = optionOf(args, 'profile') ?? (config.isProduction ? 'production' : 'development');
      if (!profiles.includes(profile)) {
        tools.print(`--profile is one of ${profiles.join(', ')}.`);
        return 2;
      }
      if (profile === 'demo') return tools.within(config, fillDemo(tools));
      const wanted = {
        hasExamples: profile === 'development',
        hasTestCustomer: args.includes('--with-test-customer'),
      };
      return tools.within(config, async (app) => {
        const made = await seed(tools.contextFor(app), wanted);
        tools.print(
          made.length === 0 ? 'Nobody had to be made; what was missing of the texts is written.' : made.join('\n'),
        );
        return 0;
      });
    },
  },
});
