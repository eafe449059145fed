import { seed } from '../modules.ts';
import { migrate, pendingMigrations } from '../services/platform/orm/migrate.ts';
import { databaseOf } from '../services/platform/orm/orm.ts';
import type { Command, CommandTools } from './command.ts';

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
    usage: 'seed',
    does: 'writes the price list, the FAQ, the legal pages and the first people where there are none',
    run: (config) =>
      within(config, async (app) => {
        const made = await seed(contextFor(app));
        print(made.length === 0 ? 'Nobody had to be made; what was missing of the texts is written.' : made.join('\n'));
        return 0;
      }),
  },
});
