import type { Payment } from '../../entities/billing/payment.entity.ts';
import type { SessionState } from '../adapters/payments/port.ts';

export type Difference = 'amount' | 'currency' | 'target';

/** What is known of a payment before its session is read. */
type Expected = Pick<Payment, 'id' | 'amountCents' | 'currency' | 'subjectType' | 'subjectId' | 'providerSessionId'>;

/** What the provider says of a payment that is not what we asked for. A page that is not paid may leave its amount unsaid. */
export function differencesOf(payment: Expected, state: SessionState): Difference[] {
  const { amount, status } = state;
  const differences: Difference[] = isOurTarget(payment, state) ? [] : ['target'];
  if (amount === null) return status === 'PAID' ? [...differences, 'amount'] : differences;
  if (amount.amount !== payment.amountCents) differences.push('amount');
  if (amount.currency !== payment.currency) differences.push('currency');
  return differences;
}

/** The reference and the ids that we gave when the page was opened, and no other session than the one we stored. */
const isOurTarget = (payment: Expected, { reference, metadata, sessionId }: SessionState): boolean =>
  reference === payment.id &&
  metadata['subjectType'] === payment.subjectType &&
  metadata['subjectId'] === payment.subjectId &&
  (payment.providerSessionId ?? sessionId) === sessionId;
