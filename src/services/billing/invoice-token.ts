import { BillingToken, type BillingTokenPurpose } from '../../entities/billing/billing-token.entity.ts';
import { InvoiceEvent } from '../../entities/billing/invoice-event.entity.ts';
import { Invoice } from '../../entities/billing/invoice.entity.ts';
import { fingerprint } from '../kernel/ids.ts';
import { statesAllowing } from '../kernel/states.ts';
import type { MailPreparation } from '../notifications/index.ts';
import { writing } from '../platform/orm/values.ts';
import type { Db, Tx } from '../platform/context.ts';
import type { DerivedSecrets } from '../platform/derived-secrets.ts';
import { invoiceStates } from './invoice.states.ts';

/** As long as the legal guarantee lasts: two years. The mails say so. One that pays ends earlier: with the payment. */
const lifeMs = 730 * 24 * 3_600_000;

/** 256 bits, made from the id of the mail that carries it when that leaves; stored nowhere. */
const secretOf = (derived: DerivedSecrets, deliveryId: string): string => derived.of('invoice-link', deliveryId);

export interface MailedToken {
  readonly purpose: BillingTokenPurpose;
  readonly invoiceId: string;
  /** The mail that carries it. */
  readonly deliveryId: string;
  readonly derived: DerivedSecrets;
}

/** From now on whoever holds the secret of this mail may read the invoice, or pay it. */
export function addInvoiceToken(
  { em, now }: Tx<'em' | 'now'>,
  { purpose, invoiceId, deliveryId, derived }: MailedToken,
): void {
  em.create(BillingToken, {
    purpose,
    invoice: em.getReference(Invoice, invoiceId),
    tokenHash: fingerprint(secretOf(derived, deliveryId)),
    expiresAt: new Date(now.getTime() + lifeMs),
  });
}

/** Just before the mail leaves: the link that reads. */
export const prepareInvoiceLink: MailPreparation<{ readonly invoiceUrl: string }> = async (
  { config, derived },
  { deliveryId },
) => ({
  invoiceUrl: `${config.frontUrl}/factures/lien?token=${secretOf(derived, deliveryId)}`,
});

/** Just before the mail leaves: the link that pays. */
export const preparePayLink: MailPreparation<{ readonly payUrl: string }> = async (
  { config, derived },
  { deliveryId },
) => ({
  payUrl: `${config.frontUrl}${payPath}?token=${secretOf(derived, deliveryId)}`,
});

/** Where the link that pays leads. */
export const payPath = '/factures/payer';

/** The token that a secret opens, and its invoice; undefined when it is over or never was. */
export const tokenOf = (
  { db, now }: { readonly db: Db; readonly now: Date },
  { token, purpose }: { readonly token: string; readonly purpose: BillingTokenPurpose },
) =>
  db
    .selectFrom('billing_token')
    .select(['id', 'invoice_id as invoiceId', 'opened_at as openedAt'])
    .where('token_hash', '=', fingerprint(token))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .executeTakeFirst();

/** The invoice that a secret pays: nothing pays one of which nothing is owed. */
export async function payableOf(
  ctx: { readonly db: Db; readonly now: Date },
  token: string,
): Promise<{ readonly id: string; readonly invoiceId: string; readonly openedAt: unknown } | undefined> {
  const found = await tokenOf(ctx, { token, purpose: 'PAY_INVOICE' });
  if (found === undefined || found.invoiceId === null) return undefined;
  const owed = await ctx.db
    .selectFrom('invoice')
    .select('id')
    .where('id', '=', found.invoiceId)
    .where('status', 'in', statesAllowing(invoiceStates, 'pay'))
    .where('balance_cents', '>', 0)
    .executeTakeFirst();
  return owed === undefined ? undefined : { ...found, invoiceId: found.invoiceId };
}

/** Notes that a link was used, the first time that it is. */
export async function noteOpened({ em, now }: Tx<'em' | 'now'>, { tokenId }: { tokenId: string }): Promise<void> {
  const { db } = writing(em);
  const { numUpdatedRows } = await db
    .updateTable('billing_token')
    .set({ opened_at: now })
    .where('id', '=', tokenId)
    .where('opened_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return;
  const { invoice_id: invoiceId } = await db
    .selectFrom('billing_token')
    .select('invoice_id')
    .where('id', '=', tokenId)
    .executeTakeFirstOrThrow();
  if (invoiceId === null) return;
  em.create(InvoiceEvent, { invoice: em.getReference(Invoice, invoiceId), kind: 'OPENED', at: now });
}
