import type { Invoice } from '../../../entities/billing/invoice.entity.ts';
import { localDateOf } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import { money } from '../../kernel/money.ts';
import { queueMail, type Addressee, type MailDefinition } from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { addInvoiceToken } from '../invoice-token.ts';

export type MailNeeds = Tx<'em' | 'now' | 'enqueue' | 'config'>;

/** Whom a mail about an invoice goes to: its buyer, or somebody else who was named. */
export interface InvoiceAddressee extends Addressee {
  readonly firstName: string;
}

/** What every mail with a link to pay shows of its invoice. */
export const owedFacts = ({ config }: Tx<'config'>, invoice: Invoice, { firstName }: InvoiceAddressee) => ({
  firstName,
  invoiceNumber: invoice.number,
  issuedOn: localDateOf(invoice.issuedAt, config.TIME_ZONE),
  dueOn: invoice.dueOn,
  total: money(invoice.grossCents, invoice.currency),
  owed: money(invoice.balanceCents, invoice.currency),
});

type Owed = ReturnType<typeof owedFacts> & { readonly payUrl: string };

export interface OwedMail<Data extends Owed> {
  readonly invoice: Invoice;
  readonly recipient: InvoiceAddressee;
  readonly template: MailDefinition<string, Data, 'payUrl'>;
  readonly data: Omit<Data, 'payUrl'>;
  readonly dedupeKey: string;
  readonly derived: DerivedSecrets;
}

/** Queues a mail with a link that pays its invoice, in the invoice's language; undefined when it was queued before. */
export async function mailOwed<Data extends Owed>(
  tx: MailNeeds,
  { invoice, derived, ...mail }: OwedMail<Data>,
): Promise<string | undefined> {
  const deliveryId = await queueMail(tx, { ...mail, locale: invoice.locale as Locale });
  if (deliveryId !== undefined)
    addInvoiceToken(tx, { purpose: 'PAY_INVOICE', invoiceId: invoice.id, deliveryId, derived });
  return deliveryId;
}
