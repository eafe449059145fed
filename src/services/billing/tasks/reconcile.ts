import { RetryLater } from '../../platform/jobs/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { creditForgotten } from '../reconciliation/credit-forgotten.ts';
import { reconcile } from '../reconciliation/reconcile.ts';
import { reconcileTask } from './reconcile.task.ts';

type ReconcileNeeds = Pick<AppContext, 'db' | 'run' | 'payments' | 'log' | 'now' | 'billables'>;

/** One job works for so long, then queues the next: it holds up no stop of the server. */
const turnMs = 60_000;
/** A provider that could not be read is asked again later. */
const againMs = 15 * 60_000;

/** One turn of the nightly reconciliation. */
export async function reconcileInTurns(ctx: ReconcileNeeds, { days }: PayloadOf<typeof reconcileTask>): Promise<void> {
  const begun = performance.now();
  const outcome = await reconcile(ctx, { days, isTurnOver: () => performance.now() - begun > turnMs });
  if (outcome === 'MORE') return ctx.run(queueNextTurn, { days });
  if ('busyForMs' in outcome) throw new RetryLater(outcome.busyForMs, 'Another reconciliation runs');
  await creditForgotten(ctx);
  if (outcome.unread > 0) throw new RetryLater(againMs, `${outcome.unread} objects could not be read`);
}

async function queueNextTurn({ enqueue }: Tx<'enqueue'>, { days }: { readonly days: number }): Promise<void> {
  enqueue(reconcileTask, { days });
}
