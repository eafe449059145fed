import { optionOf, type Command, type CommandTools } from './command.ts';
import { confirmClock } from '../services/billing/index.ts';
import { DomainError } from '../services/kernel/errors.ts';

/** What an operator says about the clock, after invoices were stopped by it. Part of the composition root. */
export const clockCommands = ({ contextFor, within, print }: CommandTools): Readonly<Record<string, Command>> => ({
  'clock:confirm': {
    usage: 'clock:confirm [--last FACT-2026-000041]',
    does: 'says that the clock of this machine is right: invoices are issued again; --last names the last true number of a series that a wrong clock spoilt',
    run: (config, args) =>
      within(config, async (app) => {
        const last = optionOf(args, 'last');
        try {
          const { now, setAside, waiting } = await contextFor(app).run(confirmClock, { last });
          print(
            `The clock is right: it says ${now.toISOString()}.${waiting > 0 ? ` ${waiting} invoices that waited are issued now.` : ''}`,
          );
          for (const series of setAside) print(`${series} is set aside until its year: the numbers given in it stay.`);
          return 0;
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          print(
            error.code === 'ACTION_NOT_ALLOWED'
              ? `${String(error.details['series'])} has given numbers up to ${String(error.details['last'])}: it cannot go on after ${last}.`
              : `${last ?? ''} is not a number of an invoice of this year or before (FACT-2026-000041).`,
          );
          return 1;
        }
      }),
  },
});
