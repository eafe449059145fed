import {
  capabilityOf,
  type EventSubject,
  type Evidence,
  type PaymentReading,
  type ProviderRefund,
} from '../../adapters/payments/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext } from '../../platform/context.ts';
import { readPayment, type PaymentAtProvider } from '../read-payment.ts';

/** What an event reports, as its provider shows it now. */
export interface Reported {
  readonly state: PaymentReading;
  /** Read when the event is about one. */
  readonly refunds?: readonly ProviderRefund[] | undefined;
}

/** Events about a payment, by whichever of its objects. */
export type PaymentEventSubject = Extract<EventSubject, { readonly kind: 'SESSION' | 'PAYMENT' | 'REFUND' }>;

interface ReportedPayment {
  readonly at: PaymentAtProvider;
  readonly subject: PaymentEventSubject;
}

/** The payment as it is now; refuses, to be tried again, one that does not show yet what its event reported. */
export async function readReported(
  ctx: Pick<AppContext, 'payments'>,
  { at, subject }: ReportedPayment,
): Promise<Reported> {
  const state = await readPayment(ctx, at);
  if (state === undefined) throw tooEarly(subject, null);
  const port = concernsRefunds(subject) ? capabilityOf(ctx.payments, at.provider, 'refunds') : undefined;
  const refunds = state.providerPaymentId === null ? undefined : await port?.readRefunds(state.providerPaymentId);
  if (!isShown(subject, { state, refunds })) throw tooEarly(subject, state.status);
  return { state, refunds };
}

const tooEarly = ({ evidence }: PaymentEventSubject, status: string | null): DomainError =>
  new DomainError('PAYMENT_UNAVAILABLE', { evidence, status });

const concernsRefunds = (subject: PaymentEventSubject): boolean =>
  subject.kind === 'REFUND' || subject.evidence === 'REFUNDED';

/** Does the object show what its event reported? When not, one of the two is older than the other. */
function isShown(subject: PaymentEventSubject, reported: Reported): boolean {
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
  // A page has events of its own about its end.
  CANCELLED: ({ state }) => state.sessionId !== null || state.status === 'EXPIRED' || state.status === 'FAILED',
  REFUNDED: ({ refunds }) => refunds !== undefined && refunds.length > 0,
};
