import type { Invoice } from '../../../entities/billing/invoice.entity.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { UseCase } from '../../platform/context.ts';
import { lockKnownInvoice } from '../sending/send-invoice.ts';
import { transmissionAfter } from './transmission.states.ts';

/** What a platform can say of an invoice. */
export type PlatformStatus = 'SENT' | 'ACCEPTED' | 'REJECTED';

export interface RecordTransmission {
  readonly invoiceId: string;
  /** The name of the accredited platform. */
  readonly platform: string;
  /** The platform's own of the invoice. */
  readonly reference: string;
  readonly status: PlatformStatus;
  /** When it had this status there: now at the latest. */
  readonly at: Date;
}

const verbs = { SENT: 'send', ACCEPTED: 'accept', REJECTED: 'reject' } as const;

/**
 * Records what the seller's accredited platform said of an invoice or credit note. The same once more changes nothing; what an
 * accepted one, for instance, no longer allows is `ACTION_NOT_ALLOWED`.
 */
export const recordTransmission: UseCase<'em' | 'now' | 'record', RecordTransmission, Invoice> = async (
  tx,
  { invoiceId, platform, reference, status, at },
) => {
  if (at > tx.now) throw fieldError('input.at', 'past');
  const invoice = await lockKnownInvoice(tx, invoiceId);
  const isKnown = invoice.transmissionPlatform === platform && invoice.transmissionReference === reference;
  if (invoice.transmission === status && isKnown) return invoice;
  invoice.transmission = transmissionAfter(invoice.transmission, verbs[status]);
  invoice.transmissionPlatform = platform;
  invoice.transmissionReference = reference;
  invoice.transmittedAt = at;
  tx.record({
    action: 'INVOICE_TRANSMITTED',
    targetType: 'invoice',
    targetId: invoice.id,
    payload: { number: invoice.number, platform, reference, status, at: at.toISOString() },
  });
  return invoice;
};
