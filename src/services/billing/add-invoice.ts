import { InvoiceLine } from '../../entities/billing/invoice-line.entity.ts';
import { Invoice, type Transmission } from '../../entities/billing/invoice.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { localDateOf } from '../kernel/format.ts';
import { newId } from '../kernel/ids.ts';
import { isUser, type Payer } from '../kernel/payer.ts';
import { unitCodeOf } from '../kernel/unit-codes.ts';
import type { Subject } from '../kernel/subject.ts';
import type { Tx } from '../platform/context.ts';
import { documentFaults } from './document-faults.ts';
import type { InvoiceDocument, InvoiceLine as DocumentLine } from './invoice-document.ts';
import { markOf } from './invoice-marks.ts';
import { takeNumber, type SeriesPrefix, type TakenNumber } from './invoice-number.ts';
import { personColumnsOf } from './payer.ts';
import { documentToStore } from './stored-document.ts';
import { transmissionAfter } from './transmission/transmission.states.ts';

/** The next number of a series. Refuses with `INVOICE_SERIES_BEHIND` one that was already shown, before a restore. */
export async function takeUnshownNumber(tx: Tx<'em' | 'now' | 'config'>, prefix: SeriesPrefix): Promise<TakenNumber> {
  const taken = await takeNumber(tx, prefix);
  if (markOf(tx.config, taken.series) >= taken.sequence)
    throw new DomainError('INVOICE_SERIES_BEHIND', { series: taken.series });
  return taken;
}

/** A figure that is a cent off is a bug: nothing is issued, the number is given back, and the job that dies alarms the admins. */
export function requireExactTotals(document: InvoiceDocument): void {
  const faults = documentFaults(document);
  if (faults.length > 0) throw new DomainError('INVOICE_TOTALS_WRONG', { faults });
}

export interface Issue {
  readonly document: InvoiceDocument;
  readonly taken: TakenNumber;
  /** Null: nothing else; the invoice is its own. */
  readonly subject: Subject | null;
  readonly payer: Payer;
  /** The draft that it was issued from. */
  readonly draftId?: string;
  /** The ids of the deposits that it deducts, by number. */
  readonly deposits?: ReadonlyMap<string, string>;
  /** Of a credit note: when it was issued or its money went back, and the invoice that it corrects. */
  readonly paidAt?: Date;
  readonly correctsId?: string;
}

/**
 * The rows of an invoice, as its document says: itself, of which nothing is paid yet, and its lines. A credit note is complete as it
 * is issued: what it takes back is in the balance of its invoice.
 */
export function addInvoice({ em }: Tx<'em'>, issue: Issue): Invoice {
  const { document, taken, payer } = issue;
  const { totals, kind, locale, currency, dueOn } = document;
  const id = newId();
  const { type: subjectType, id: subjectId } = issue.subject ?? { type: 'INVOICE' as const, id };
  const isCredit = kind === 'CREDIT_NOTE';
  const invoice = em.create(Invoice, {
    id,
    kind,
    status: isCredit ? 'PAID' : 'GENERATED',
    series: taken.series,
    sequence: taken.sequence,
    number: taken.number,
    subjectType,
    subjectId,
    liveFor: kind === 'INVOICE' ? `${subjectType}:${subjectId}` : null,
    ...originOf(issue),
    buyer: isUser(payer) ? em.getReference(User, payer.userId) : null,
    ...personColumnsOf(payer),
    document: documentToStore(document),
    netCents: totals.net.amount,
    taxCents: totals.tax.amount,
    grossCents: totals.gross.amount,
    currency,
    locale,
    issuedAt: taken.issuedAt,
    dueOn: dueOn ?? localDateOf(taken.issuedAt, document.timeZone),
    creditedCents: 0,
    paidCents: 0,
    refundedCents: 0,
    lostCents: 0,
    balanceCents: isCredit ? 0 : totals.gross.amount,
    transmission: transmissionOf(document),
  });
  addLines({ em }, invoice, issue);
  return invoice;
}

/** What it follows from. */
const originOf = ({ correctsId, draftId, paidAt }: Issue) => ({
  correctsId: correctsId ?? null,
  draftId: draftId ?? null,
  paidAt: paidAt ?? null,
});

/** Invoices between French businesses go to an accredited platform. */
const transmissionOf = ({ buyer }: InvoiceDocument): Transmission =>
  buyer.kind === 'FRENCH_BUSINESS' ? transmissionAfter('NOT_NEEDED', 'require') : 'NOT_NEEDED';

function addLines({ em }: Tx<'em'>, invoice: Invoice, { document, deposits }: Issue): void {
  for (const [i, line] of document.lines.entries()) {
    em.create(InvoiceLine, {
      invoice,
      position: i + 1,
      description: line.description.slice(0, 500),
      quantityThousandths: line.quantity,
      unitCode: line.unitCode ?? unitCodeOf(line.unit),
      unitPriceTenThousandths: line.unitPrice.tenThousandths,
      depositId: depositIdOf(line, deposits),
      discountCents: line.discount?.amount ?? 0,
      category: line.category,
      taxRate: line.rate,
      exemptionCode: line.exemptionCode ?? null,
      netCents: line.net.amount,
      taxCents: line.tax.amount,
      grossCents: line.gross.amount,
    });
  }
}

const depositIdOf = ({ deposit }: DocumentLine, ids: Issue['deposits']): string | null =>
  deposit === undefined ? null : (ids?.get(deposit.number) ?? null);
