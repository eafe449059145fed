import type { InvoiceDraft } from '../../../entities/billing/invoice-draft.entity.ts';
import { InvoiceDraftLine } from '../../../entities/billing/invoice-draft-line.entity.ts';
import { localDateOf } from '../../kernel/format.ts';
import { isUser, type Payer } from '../../kernel/payer.ts';
import type { Subject } from '../../kernel/subject.ts';
import type { Tx } from '../../platform/context.ts';
import { buyerOf, requireBillingProfile } from '../buyer.ts';
import { composeDocument, type Buyer, type SellerTerms } from '../compose-document.ts';
import { requireDeductible } from '../deduct-deposits.ts';
import { dueDateOf } from '../due-date.ts';
import type { InvoiceDocument } from '../invoice-document.ts';
import type { TakenNumber } from '../invoice-number.ts';
import { discountFrom, soldLineFrom } from '../sold-line-rules.ts';
import type { SoldLine } from '../sold-line.ts';
import { depositsOfSale, type DepositsOfSale } from './deposits-of-sale.ts';
import { buyerOfDraft } from './load-draft.ts';

/** All that an invoice is composed of, but its number and the seller of its day. */
export interface ReadyDraft {
  readonly draft: InvoiceDraft;
  readonly subject: Subject | null;
  readonly payer: Payer;
  readonly buyer: Buyer;
  readonly lines: readonly SoldLine[];
  readonly deposits: DepositsOfSale;
}

/** What a draft, which is locked, comes to today. Refuses with `BILLING_PROFILE_INCOMPLETE` a business that could not be invoiced. */
export async function readyDraft(tx: Tx<'em'>, draft: InvoiceDraft, subject: Subject | null): Promise<ReadyDraft> {
  const { em } = tx;
  const payer = buyerOfDraft(draft);
  if (isUser(payer)) await requireBillingProfile(tx, payer.userId);
  const { currency, kind, purchaseOrder } = draft;
  const lines = await em.find(InvoiceDraftLine, { draft }, { orderBy: { position: 'asc' } });
  const buyer = await buyerOf(tx, payer);
  // A deposit deducts nothing: the final invoice does.
  const of = kind === 'DEPOSIT' ? null : subject;
  return {
    draft,
    subject,
    payer,
    buyer: purchaseOrder === null ? buyer : { ...buyer, purchaseOrder },
    lines: lines.map((line) => soldLineFrom(line, currency)),
    deposits: await depositsOfSale(tx, { subject: of, buyer: payer, currency }),
  };
}

/** The invoice of a draft. Refuses a due date that cannot stand and, with `DEPOSIT_EXCEEDS_TOTAL`, more deposits than work. */
export function composeDraft(
  taken: TakenNumber,
  { draft, buyer, lines, deposits }: ReadyDraft,
  terms: SellerTerms,
): InvoiceDocument {
  const { kind, operation, priceBasis: basis, currency, suppliedOn, notes } = draft;
  const issuedOn = localDateOf(taken.issuedAt, terms.timeZone);
  const termDays = terms.seller.paymentTermDays;
  const document = composeDocument(taken, {
    ...terms,
    kind,
    buyer,
    operation,
    basis,
    currency,
    lines,
    discount: discountFrom(draft, currency),
    deposits: deposits.deposits,
    payments: [],
    dueOn: dueDateOf({ issuedOn, dueOn: draft.dueOn, buyer: buyer.kind, termDays }, 'draft.dueOn'),
    suppliedOn,
    notes: notes === null ? [] : [notes],
  });
  requireDeductible(document.lines, currency);
  return document;
}
