import type { AcceptanceEffect, QuoteStatus } from '../../../../entities/billing/quote.entity.ts';
import { can, type Actor } from '../../../access/actor.ts';
import { DomainError, hiding } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import type { PriceBasis } from '../../../kernel/invoice-sums.ts';
import { money, type Currency, type Money } from '../../../kernel/money.ts';
import type { SubjectType } from '../../../kernel/subject.ts';
import type { Operation } from '../../../kernel/vat.ts';
import type { Db, ReadContext } from '../../../platform/context.ts';
import { depositOf } from '../deposit-part.ts';

/** Whom a quote is for; `userId` is null for a person without an account. */
export interface QuoteBuyer {
  readonly userId: string | null;
  readonly name: string;
  readonly email: string;
}

/** A quote as people see it; instants as the database gives them. */
export interface QuoteRow {
  readonly id: string;
  readonly version: number;
  readonly status: QuoteStatus;
  readonly number: string | null;
  readonly revision: number;
  readonly replacesId: string | null;
  readonly subject: { readonly type: SubjectType; readonly id: string } | null;
  readonly buyer: QuoteBuyer;
  readonly prices: PriceBasis;
  readonly operation: Operation;
  readonly currency: Currency;
  readonly discountAmount: Money | null;
  readonly discountBasisPoints: number | null;
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
  readonly notes: string | null;
  readonly purchaseOrder: string | null;
  readonly validUntil: string;
  readonly onAcceptance: AcceptanceEffect;
  readonly depositPercent: number | null;
  /** What is invoiced on acceptance, where that is a deposit. */
  readonly deposit: Money | null;
  readonly termsId: string | null;
  readonly pdfFileId: string | null;
  readonly pdfSha256: string | null;
  readonly sentAt: Date | null;
  readonly timesSent: number;
  readonly endedAt: Date | null;
  readonly invoiceId: string | null;
  readonly createdAt: Date;
}

export const quoteRows = (db: Db) =>
  db
    .selectFrom('quote')
    .leftJoin('user', 'user.id', 'quote.buyer_id')
    .select([
      'quote.id',
      'quote.version',
      'quote.status',
      'quote.number',
      'quote.revision',
      'quote.replaces_id as replacesId',
      'quote.subject_type',
      'quote.subject_id',
      'quote.buyer_id',
      'quote.person_name',
      'quote.person_email',
      'quote.price_basis as prices',
      'quote.operation',
      'quote.currency',
      'quote.discount_cents',
      'quote.discount_basis_points',
      'quote.net_cents',
      'quote.tax_cents',
      'quote.gross_cents',
      'quote.notes',
      'quote.purchase_order as purchaseOrder',
      'quote.valid_until as validUntil',
      'quote.on_acceptance as onAcceptance',
      'quote.deposit_percent as depositPercent',
      'quote.terms_id as termsId',
      'quote.pdf_id as pdfFileId',
      'quote.pdf_sha256 as pdfSha256',
      'quote.sent_at as sentAt',
      'quote.times_sent as timesSent',
      'quote.ended_at as endedAt',
      'quote.invoice_id as invoiceId',
      'quote.created_at as createdAt',
      'user.first_name',
      'user.last_name',
      'user.email as user_email',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof quoteRows>['execute']>>[number];

export const quoteRowOf = ({
  subject_type: type,
  subject_id: subjectId,
  net_cents,
  tax_cents,
  gross_cents,
  discount_cents,
  discount_basis_points,
  ...rest
}: Row): QuoteRow => {
  const { buyer, row } = buyerIn(rest);
  const amount = (cents: unknown): Money => money(Number(cents), row.currency);
  const gross = amount(gross_cents);
  return {
    ...row,
    subject: type === null || subjectId === null ? null : { type, id: subjectId },
    buyer,
    discountAmount: discount_cents === null ? null : amount(discount_cents),
    discountBasisPoints: discount_basis_points === null ? null : Number(discount_basis_points),
    net: amount(net_cents),
    tax: amount(tax_cents),
    gross,
    deposit: row.depositPercent === null ? null : depositOf(gross, row.depositPercent),
  };
};

type Named = Pick<Row, 'buyer_id' | 'person_name' | 'person_email' | 'first_name' | 'last_name' | 'user_email'>;

/** Who buys, apart from the rest of a row. */
function buyerIn<R extends Named>({
  buyer_id: userId,
  person_name,
  person_email,
  first_name,
  last_name,
  user_email,
  ...row
}: R): { readonly buyer: QuoteBuyer; readonly row: Omit<R, keyof Named> } {
  const buyer =
    userId === null
      ? { userId, name: person_name ?? '', email: person_email ?? '' }
      : { userId, name: [first_name, last_name].join(' '), email: user_email ?? '' };
  return { buyer, row };
}

/** One quote, whosesoever it is. */
export async function findQuote(db: Db, id: string): Promise<QuoteRow> {
  const row = isId(id) ? await quoteRows(db).where('quote.id', '=', id).executeTakeFirst() : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return quoteRowOf(row);
}

/** Its buyer sees it once it is sent; drafts are for those who may read any. */
export const maySeeQuote = (
  actor: Actor,
  { buyerId, status }: { buyerId: string | null; status: QuoteStatus },
): boolean => can(actor, 'quote:read-any') || (buyerId !== null && buyerId === actor.userId && status !== 'DRAFT');

/** One quote: the buyer's own, any for an admin. */
export async function getQuote({ db, actor }: Pick<ReadContext, 'db' | 'actor'>, id: string): Promise<QuoteRow> {
  const quote = await findQuote(db, id);
  const { buyer, status } = quote;
  if (!maySeeQuote(actor, { buyerId: buyer.userId, status })) throw hiding({ type: 'quote', id });
  return quote;
}
