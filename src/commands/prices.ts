import type { Command, CommandTools } from './command.ts';
import { isChange, syncPrices, type PriceSyncLine } from '../services/billing/index.ts';
import { DomainError } from '../services/kernel/errors.ts';

/** What an operator does about the prices that a payment provider lists. Part of the composition root. */
export const priceCommands = ({ contextFor, within, print }: CommandTools): Readonly<Record<string, Command>> => ({
  'stripe:sync': {
    usage: 'stripe:sync [--dry-run] [--verbose]',
    does: 'brings Stripe’s products and prices in line with the price list and the plans; --dry-run only says what differs (exit 3), --verbose also what does not; exit 0 in step, 1 failed',
    run: (config, args) =>
      within(config, async (app) => {
        const dryRun = args.includes('--dry-run');
        try {
          const lines = await syncPrices(contextFor(app), { dryRun });
          for (const line of args.includes('--verbose') ? lines : lines.filter(isChange)) print(textOf(line));
          const changes = lines.filter(isChange).length;
          print(endOf(changes, dryRun));
          return dryRun && changes > 0 ? 3 : 0;
        } catch (error) {
          print(reasonOf(error));
          return 1;
        }
      }),
  },
});

/** Why nothing, or not everything, could be done; anything unforeseen is thrown on. */
function reasonOf(error: unknown): string {
  if (!(error instanceof DomainError)) throw error;
  return error.details['reason'] === 'NO_CATALOGUE'
    ? 'There is no Stripe: STRIPE_SECRET_KEY is not set.'
    : 'Stripe did not answer, or refused: what was done stays, the next run does the rest.';
}

const textOf = ({ action, subject, name }: PriceSyncLine): string => `${action.padEnd(14)} ${subject}  ${name}`;

function endOf(changes: number, dryRun: boolean): string {
  if (changes === 0) return 'Everything is in step.';
  return dryRun ? `${changes} differences; nothing was changed.` : `${changes} changes were made.`;
}
