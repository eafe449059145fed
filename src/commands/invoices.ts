import { resumeSeries } from '../services/billing/index.ts';
import { DomainError } from '../services/kernel/errors.ts';
import type { Command, CommandTools } from './command.ts';

/** Series of invoice numbers after a restore. */
export const invoiceCommands = ({ contextFor, within, print }: CommandTools): Readonly<Record<string, Command>> => ({
  'invoices:resume': {
    usage: 'invoices:resume SERIES',
    does: 'after a restore, lets a series (FACT-2026) go on behind the last number shown; make the lost invoices again first',
    run: (config, [series = '']) =>
      within(config, async (app) => {
        try {
          print(`The next number of ${series} is ${await contextFor(app).run(resumeSeries, { series })}.`);
          return 0;
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          print(
            error.code === 'NOT_FOUND'
              ? `No number of ${series || 'such a series'} was ever shown.`
              : `${series} is not behind: nothing to resume.`,
          );
          return 1;
        }
      }),
  },
});
