import { syncCalendars } from '../services/calendars/index.ts';
import { optionOf, type Command, type CommandTools } from './command.ts';

/** For whoever looks why an agenda does not see what a calendar has. */
export const calendarCommands = ({ contextFor, within, print }: CommandTools): Readonly<Record<string, Command>> => ({
  'calendars:sync': {
    usage: 'calendars:sync [--artisan ID] [--full]',
    does: 'reads the connected calendars now, of one artisan or of all; with --full everything anew',
    run: (config, args) =>
      within(config, async (app) => {
        const wanted = { artisanId: optionOf(args, 'artisan') ?? null, isFull: args.includes('--full') };
        const read = await syncCalendars(contextFor(app), wanted);
        for (const { id, provider, failureCode } of read) print(`${provider} ${id} ${failureCode ?? 'read'}`);
        print(`${read.length} connections.`);
        return 0;
      }),
  },
});
