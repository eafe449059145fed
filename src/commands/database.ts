import { seed } from '../modules.ts';
import { migrate, pendingMigrations } from '../services/platform/orm/migrate.ts';
import { databaseOf } from '../services/platform/orm/orm.ts';
import { optionOf, type Command, type CommandTools } from './command.ts';

const profiles: readonly string[] = ['production', 'development'];

/** Brings the database up to date, and fills an empty one. */
export const databaseCommands = ({ contextFor, within, print }: CommandTools): Readonly<Record<string, Command>> => ({
  migrate: {
    usage: 'migrate [--dry-run]',
    does: 'brings the database up to date; --dry-run lists what is pending',
    run: async (config, args) => {
      const isDry = args.includes('--dry-run');
      const names = isDry ? await pendingMigrations(databaseOf(config)) : await migrate(databaseOf(config));
      print(
        names.length === 0
          ? 'Nothing to do.'
          : `${isDry ? 'Pending' : 'Applied'}:\n${names.map((name) => `  ${name}`).join('\n')}`,
      );
      return 0;
    },
  },
  seed: {
    usage: 'seed [--profile PROFILE] [--with-test-customer]',
    does: 'writes the price list, the FAQ, the legal pages and the first people where there are none; PROFILE is production (an admin) or development (one person of each role too)',
    run: async (config, args) => {
      const profile = optionOf(args, 'profile') ?? (config.isProduction ? 'production' : 'development');
      if (!profiles.includes(profile)) {
        print(`--profile is one of ${profiles.join(', ')}.`);
        return 2;
      }
      const wanted = {
        hasExamples: profile === 'development',
        hasTestCustomer: args.includes('--with-test-customer'),
      };
      return within(config, async (app) => {
        const made = await seed(contextFor(app), wanted);
        print(made.length === 0 ? 'Nobody had to be made; what was missing of the texts is written.' : made.join('\n'));
        return 0;
      });
    },
  },
});
