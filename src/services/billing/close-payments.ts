import type { Subject } from '../kernel/subject.ts';
import { transition } from '../kernel/states.ts';
import type { Tx } from '../platform/context.ts';
import { unfinishedOf } from './open-payments.ts';
import { paymentStates } from './payment.states.ts';
import { cancelIntentTask } from './tasks/intent-jobs.ts';

/**
 * The price of a subject has changed, or it is not to be paid any more: pages and forms that were opened for it are ended at their
 * provider, after the commit. Called with the subject's row locked. Money that is on its way all the same finds another price or no
 * claim when it comes, and is due for a refund.
 */
export async function closePayments(tx: Tx<'em' | 'enqueue'>, { type, id }: Subject): Promise<void> {
  for (const payment of await unfinishedOf(tx, { subjectType: type, subjectId: id })) {
    if (payment.status !== 'PENDING') continue;
    if (payment.providerSessionId !== null || payment.providerPaymentId !== null)
      tx.enqueue(cancelIntentTask, { paymentId: payment.id }, { dedupeKey: `${cancelIntentTask.kind}:${payment.id}` });
    // A card may be charged just now; nobody has seen any other.
    else if (payment.flow !== 'SAVED_METHOD') transition(paymentStates, payment, 'expire');
  }
}
