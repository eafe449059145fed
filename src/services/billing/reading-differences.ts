import type { Payment } from '../../entities/billing/payment.entity.ts';
import type { PaymentReading } from '../adapters/payments/port.ts';

export type Difference = 'amount' | 'currency' | 'target';

/** What is known of a payment before it is read. */
type Expected = Pick<
  Payment,
  | 'id'
  | 'amountCents'
  | 'currency'
  | 'subjectType'
  | 'subjectId'
  | 'firstSubjectId'
  | 'providerSessionId'
  | 'providerPaymentId'
  | 'providerSubscriptionId'
>;

/** What the provider says of a payment that is not what we asked for. One that is not paid may leave its amount unsaid. */
export function differencesOf(payment: Expected, state: PaymentReading): Difference[] {
  const { amount, status } = state;
  const differences: Difference[] = isOurTarget(payment, state) ? [] : ['target'];
  if (amount === null) return status === 'PAID' || status === 'AUTHORIZED' ? [...differences, 'amount'] : differences;
  if (amount.amount !== payment.amountCents) differences.push('amount');
  if (amount.currency !== payment.currency) differences.push('currency');
  return differences;
}

/**
 * The reference and the ids that we gave, and no other object of the provider than the ones we stored. What a subscription collected
 * was not begun here: it is known by the provider's id alone.
 */
const isOurTarget = (payment: Expected, { reference, metadata, ...ids }: PaymentReading): boolean =>
  payment.providerSubscriptionId
    ? reference === null && ids.providerPaymentId === payment.providerPaymentId
    : reference === payment.id && isOurSubject(payment, metadata) && isOurObject(payment, ids);

const isOurObject = (payment: Expected, ids: Pick<PaymentReading, 'sessionId' | 'providerPaymentId'>): boolean =>
  isSame(payment.providerSessionId, ids.sessionId) && isSame(payment.providerPaymentId, ids.providerPaymentId);

const isOurSubject = (payment: Expected, metadata: PaymentReading['metadata']): boolean =>
  metadata === null ||
  (metadata['subjectType'] === payment.subjectType && metadata['subjectId'] === payment.subjectId) ||
  (payment.firstSubjectId !== null && metadata['subjectId'] === payment.firstSubjectId);

/** What one of the two does not say is no difference. */
const isSame = (ours: string | null, theirs: string | null): boolean => (ours ?? theirs) === (theirs ?? ours);
