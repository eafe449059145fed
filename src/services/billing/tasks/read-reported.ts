import {
  capabilityOf,
  type EventSubject,
  type Evidence,
  type ProviderRefund,
  type PaymentReading,
} from '../../adapters/payments/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext } from '../../platform/context.ts';

/** What an event reports, as its provider shows it now. */
export interface Reported {
  readonly state: PaymentReading;
  /** Read when the event is about one. */
  readonly refunds?: readonly ProviderRefund[] | undefined;
}

interface ReportedSession {
  readonly provider: string;
  readonly sessionId: string;
  readonly subject: Exclude<EventSubject, { readonly kind: 'IGNORED' | 'DISPUTE' }>;
}

/** The session as it is now; refuses, to be tried again, one that does not show yet what its event reported. */
export async function readReported(
  { payments }: Pick<AppContext, 'payments'>,
  { provider, sessionId, subject }: ReportedSession,
): Promise<Reported> {
  const checkout = capabilityOf(payments, provider, 'checkout');
  // An event of a provider that was removed waits, as a job that fails, until somebody decides.
  if (checkout === undefined) throw new DomainError('PAYMENT_UNAVAILABLE', { provider });
  const state = await checkout.readSession(sessionId);
  if (state === undefined) throw tooEarly(subject, null);
  const port = concernsRefunds(subject) ? capabilityOf(payments, provider, 'refunds') : undefined;
  const refunds = state.providerPaymentId === null ? undefined : await port?.readRefunds(state.providerPaymentId);
  if (!isShown(subject, { state, refunds })) throw tooEarly(subject, state.status);
  return { state, refunds };
}

const tooEarly = ({ evidence }: ReportedSession['subject'], status: string | null): DomainError =>
  new DomainError('PAYMENT_UNAVAILABLE', { evidence, status });

const concernsRefunds = (subject: ReportedSession['subject']): boolean =>
  subject.kind === 'REFUND' || subject.evidence === 'REFUNDED';

/** Does the object show what its event reported? When not, one of the two is older than the other. */
function isShown(subject: ReportedSession['subject'], reported: Reported): boolean {
  if (subject.kind !== 'REFUND') return shows[subject.evidence](reported);
  const refund = reported.refunds?.find(({ id }) => id === subject.refundId);
  return (
    refund !== undefined && (subject.evidence === 'ANY' || refund.status === 'FAILED' || refund.status === 'CANCELLED')
  );
}

const shows: Readonly<Record<Evidence, (reported: Reported) => boolean>> = {
  ANY: () => true,
  ENDED: ({ state }) => state.status !== 'OPEN',
  PAID: ({ state }) => state.status === 'PAID',
  REFUNDED: ({ refunds }) => refunds !== undefined && refunds.length > 0,
};
