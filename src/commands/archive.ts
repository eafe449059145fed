import { recountCabinets } from '../services/archive/index.ts';
import { scrub } from '../services/backups/index.ts';
import { backupCodes } from './backup-codes.ts';
import type { Command, CommandTools } from './command.ts';

const scrubbing = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'archive:scrub [--all] [--dry-run]',
  does: 'reads a thirtieth of the stored files, as each night, or all of them, and mends what is damaged from backups; --dry-run only counts it; exits 18 when something has no whole copy',
  run: (config, args) =>
    within(config, async (app) => {
      const dryRun = args.includes('--dry-run');
      const { read, healed, damaged } = await scrub(contextFor(app), { isOfAll: args.includes('--all'), dryRun });
      print(`${read} files read, ${healed} mended, ${damaged} damaged`);
      return damaged === 0 ? backupCodes.done : backupCodes.damaged;
    }),
});

const recounting = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'archive:recount [--dry-run]',
  does: 'counts what each cabinet holds and puts its counters right, as each night; --dry-run only says which differ, and exits 17 when some do',
  run: (config, args) =>
    within(config, async (app) => {
      const dryRun = args.includes('--dry-run');
      const differing = await recountCabinets(contextFor(app), { dryRun });
      for (const { cabinetId, before, after } of differing)
        print(`${cabinetId}: ${JSON.stringify(before)} was noted, ${JSON.stringify(after)} is there`);
      print(differing.length === 0 ? 'OK' : `${differing.length} cabinets differed`);
      return dryRun && differing.length > 0 ? backupCodes.differs : backupCodes.done;
    }),
});

/** What an operator does with the archive, that the server does by itself at night. */
export const archiveCommands = (tools: CommandTools): Readonly<Record<string, Command>> => ({
  'archive:scrub': scrubbing(tools),
  'archive:recount': recounting(tools),
});
