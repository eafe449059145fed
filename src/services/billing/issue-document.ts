import type { Invoice } from '../../entities/billing/invoice.entity.ts';
import { localDateOf } from '../kernel/format.ts';
import type { Payer } from '../kernel/payer.ts';
import type { Subject } from '../kernel/subject.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Tx } from '../platform/context.ts';
import { addInvoice, requireExactTotals, takeUnshownNumber } from './add-invoice.ts';
import { examineClock } from './clock-guard.ts';
import type { SellerTerms } from './compose-document.ts';
import { invoiceIssued } from './events.ts';
import type { InvoiceDocument } from './invoice-document.ts';
import type { TakenNumber } from './invoice-number.ts';
import { mentionCatalogue } from './mention-catalogue.ts';
import { updateBalance } from './update-balance.ts';
import { sellerInForce } from './seller-in-force.ts';

export type IssueNeeds = Tx<'em' | 'now' | 'config' | 'emit' | 'record'>;

export interface ToIssue {
  /** What it says, once it has its number and the seller of its day. */
  readonly compose: (taken: TakenNumber, terms: SellerTerms) => InvoiceDocument;
  /** Null: nothing else; the invoice is its own. */
  readonly subject: Subject | null;
  readonly payer: Payer;
  /** Takes what was paid before it, where anything was; else it is to be paid. */
  readonly pay?: (invoice: Invoice) => void;
  readonly draftId?: string;
  /** The ids of the deposits that it deducts, by number. */
  readonly deposits?: ReadonlyMap<string, string>;
  /** What the audit log says besides the number and the amount. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * Issues an invoice or a deposit invoice: number, row and lines commit together or not at all. Null while the clock is not believed.
 * Refuses with `INVOICE_SERIES_BEHIND` when a number that was already shown would be given again.
 */
export async function issueDocument(
  tx: IssueNeeds,
  { compose, pay, payload, ...issue }: ToIssue,
): Promise<Invoice | null> {
  const { em, config } = tx;
  const timeZone = config.TIME_ZONE;
  const today = localDateOf(tx.now, timeZone);
  const mentionList = await mentionCatalogue(tx);
  // What is loaded and changed so far is written before clock and counter are locked: they are held as briefly as can be.
  await em.flush();
  if ((await examineClock(tx)) !== null) return null;
  // Behind the clock's lock, so that a database without a seller gets its first version once.
  const sellerToday = await sellerInForce(tx, today);
  const taken = await takeUnshownNumber(tx, 'FACT');
  crashPoint('after-counter');
  // The number may carry a later instant than this transaction: around midnight another version may be in force by then.
  const issuedOn = localDateOf(taken.issuedAt, timeZone);
  const seller = issuedOn === today ? sellerToday : await sellerInForce(tx, issuedOn);
  const document = compose(taken, { seller, mentionList, timeZone });
  requireExactTotals(document);
  const invoice = addInvoice(tx, { ...issue, document, taken });
  // One that owes nothing, because its deposits were the whole, is paid as it is issued.
  (pay ?? ((issued: Invoice) => updateBalance(tx, issued)))(invoice);
  await em.flush();
  crashPoint('after-invoice');
  tx.emit(invoiceIssued, { invoiceId: invoice.id, buyerId: invoice.buyer?.id ?? null });
  const { grossCents, currency } = invoice;
  tx.record({
    action: 'INVOICE_ISSUED',
    targetType: 'invoice',
    targetId: invoice.id,
    severity: 'MEDIUM',
    payload: { number: taken.number, grossCents, currency, ...payload },
  });
  return invoice;
}
