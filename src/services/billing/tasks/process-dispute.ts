import { capabilityOf, type EventSubject, type ProviderDispute } from '../../adapters/payments/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { AppContext } from '../../platform/context.ts';
import type { EventKey } from '../claim-event.ts';
import type { ProcessingResult } from '../process-reading.ts';
import { recordDisputes } from '../record-disputes.ts';

type DisputeSubject = Extract<EventSubject, { readonly kind: 'DISPUTE' }>;

/** Reads the disputes of the payment again; refuses, to be tried again, those that do not show yet what the event reported. */
export async function processDispute(
  { run, payments }: Pick<AppContext, 'run' | 'payments'>,
  event: EventKey,
  subject: DisputeSubject,
): Promise<ProcessingResult> {
  const port = capabilityOf(payments, event.provider, 'disputes');
  if (port === undefined) throw new DomainError('PAYMENT_UNAVAILABLE', { provider: event.provider });
  const { providerPaymentId, disputeId, evidence } = subject;
  const found = await port.readDisputes(providerPaymentId);
  crashPoint('after-disputes-read');
  if (!isShown(subject, found)) throw new DomainError('PAYMENT_UNAVAILABLE', { disputeId, evidence });
  return run(recordDisputes, { provider: event.provider, event, providerPaymentId, found });
}

function isShown({ disputeId, evidence }: DisputeSubject, found: readonly ProviderDispute[]): boolean {
  if (disputeId === null) return found.length > 0;
  const dispute = found.find(({ id }) => id === disputeId);
  return dispute !== undefined && (evidence === 'ANY' || dispute.status !== 'OPEN');
}
