import { BillingToken } from '../../entities/billing/billing-token.entity.ts';
import { Invoice } from '../../entities/billing/invoice.entity.ts';
import { fingerprint } from '../kernel/ids.ts';
import type { PreparationOf } from '../notifications/index.ts';
import type { Tx } from '../platform/context.ts';
import type { DerivedSecrets } from '../platform/derived-secrets.ts';
import type { creditNoteToPerson } from './emails/credit-note-to-person.ts';
import type { invoiceToPerson } from './emails/invoice-to-person.ts';

/** As long as the legal guarantee lasts: two years. The mails say so. */
const lifeMs = 730 * 24 * 3_600_000;

/** 256 bits, made from the id of the mail that carries it when that leaves; stored nowhere. */
const secretOf = (derived: DerivedSecrets, deliveryId: string): string => derived.of('invoice-link', deliveryId);

export interface MailedToken {
  readonly invoiceId: string;
  /** The mail that carries it. */
  readonly deliveryId: string;
  readonly derived: DerivedSecrets;
}

/** From now on whoever holds the secret of this mail may read the invoice. */
export function addInvoiceToken({ em, now }: Tx<'em' | 'now'>, { invoiceId, deliveryId, derived }: MailedToken): void {
  em.create(BillingToken, {
    purpose: 'READ_INVOICE',
    invoice: em.getReference(Invoice, invoiceId),
    tokenHash: fingerprint(secretOf(derived, deliveryId)),
    expiresAt: new Date(now.getTime() + lifeMs),
  });
}

/** Just before the mail leaves: the link. */
export const prepareInvoiceLink: PreparationOf<typeof invoiceToPerson | typeof creditNoteToPerson> = async (
  { config, derived },
  { deliveryId },
) => ({ invoiceUrl: `${config.frontUrl}/factures/lien?token=${secretOf(derived, deliveryId)}` });
