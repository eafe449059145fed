import {
  creditForgotten,
  listDifferences,
  mostDays,
  reconcile,
  replayAtOnce,
  type DifferenceRow,
  type Reconciled,
} from '../services/billing/index.ts';
import { DomainError } from '../services/kernel/errors.ts';
import type { AppContext } from '../services/platform/context.ts';
import { optionOf, type Command, type CommandTools } from './command.ts';

const usualDays = 4;
/** Differences that are printed; the report has all of them. */
const mostPrinted = 100;

const paymentsReconcile = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'payments:reconcile [--days N]',
  does: 'compares payments, refunds and events of the last days (4 unless said, 30 at most) with the payment providers, and mends what reading again mends; exits 0 when they agree or agree now, 3 when differences are left, 1 when something could not be read, 5 while another one runs',
  run: (config, args) => {
    const days = Number(optionOf(args, 'days') ?? usualDays);
    if (!Number.isInteger(days) || days < 1 || days > mostDays) {
      print(`--days is a whole number from 1 to ${mostDays}.`);
      return Promise.resolve(2);
    }
    return within(config, async (app) => {
      const ctx = contextFor(app);
      const outcome = await reconcile(ctx, { days, isTurnOver: () => false });
      if (outcome !== 'MORE' && 'id' in outcome) await creditForgotten(ctx);
      return reportOf(ctx, outcome, print);
    });
  },
});

async function reportOf(ctx: AppContext, outcome: Reconciled, print: CommandTools['print']): Promise<number> {
  if (outcome === 'MORE' || 'busyForMs' in outcome) {
    print('Another reconciliation runs, or one died within the last quarter of an hour: try again later.');
    return 5;
  }
  const { id, examined, unread, differences, mended } = outcome;
  print(`${examined} compared, ${unread} could not be read, ${differences} differences, ${mended} of them mended.`);
  const filter = { reconciliationId: id };
  const { nodes } = await listDifferences(ctx, { filter, orderBy: 'CREATED_AT_ASC', first: mostPrinted });
  for (const difference of nodes) print(lineOf(difference));
  if (unread > 0) return 1;
  return differences > mended ? 3 : 0;
}

const lineOf = ({ kind, type, provider, about, ours, theirs, isMended }: DifferenceRow): string =>
  `${kind} ${type} ${provider} ${about}: here ${ours ?? 'nothing'}, there ${theirs ?? 'nothing'}${isMended ? ' (mended)' : ''}`;

type Replayed = Awaited<ReturnType<typeof replayAtOnce>>;
const replayCodes: Readonly<Record<Replayed, number>> = { APPLIED: 0, IGNORED: 0, ALREADY: 3, UNKNOWN: 1 };
const replayWords: Readonly<Record<Replayed, string>> = {
  APPLIED: 'processed.',
  IGNORED: 'not accepted: its amount, currency or target is not ours, see the audit log.',
  ALREADY: 'nothing to do: processed before, or of a kind that is never acted upon.',
  UNKNOWN: 'there is no such event.',
};

const webhooksReplay = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'webhooks:replay ID',
  does: 'processes an event of a payment provider again (STRIPE:evt_1, or evt_1); exits 0 when it is processed now, 3 when there is nothing to do, 1 when there is no such event, 4 when it cannot be processed yet: its job tries again',
  run: (config, [name = '']) =>
    within(config, async (app) => {
      try {
        const result = await replayAtOnce(contextFor(app), { name });
        print(`${name}: ${replayWords[result]}`);
        return replayCodes[result];
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        print(`${name} cannot be processed yet (${error.code}): its job tries again.`);
        return 4;
      }
    }),
});

/** What an operator does about the payment providers. */
export const paymentCommands = (tools: CommandTools): Readonly<Record<string, Command>> => ({
  'payments:reconcile': paymentsReconcile(tools),
  'webhooks:replay': webhooksReplay(tools),
});
