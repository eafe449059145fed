import type { Selectable } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import type { InvoiceKind, InvoiceStatus, Transmission } from '../../../entities/billing/invoice.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError, hiding } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { money, type Money } from '../../kernel/money.ts';
import type { SubjectsOfType, SubjectType } from '../../kernel/subject.ts';
import { forcingIndex } from '../../platform/forcing-index.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { runCompiled } from '../../platform/orm/compiled.ts';
import type { PageOf, SearchRequest } from '../../platform/page.ts';
import { columnsOf, everything, type Selection } from '../../platform/selection.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { maySeeInvoice } from '../billing.policy.ts';

/** An invoice as people see it; instants as the database gives them. Optional members are there only when they were selected. */
export interface InvoiceRow {
  readonly id: string;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  /** Null for a person without an account. */
  readonly buyerId: string | null;
  readonly kind?: InvoiceKind;
  readonly status?: InvoiceStatus;
  readonly number?: string;
  readonly net?: Money | undefined;
  readonly tax?: Money | undefined;
  readonly gross?: Money | undefined;
  /** The sum of its credit notes, VAT included. */
  readonly credited?: Money | undefined;
  /** What its payments brought, what of that went back, and what was lost. */
  readonly paid?: Money | undefined;
  readonly refunded?: Money | undefined;
  readonly lost?: Money | undefined;
  /** Gross − credited − paid + refunded + lost. */
  readonly balance?: Money | undefined;
  /** The invoice that a credit note corrects; null for any other. */
  readonly correctsId?: string | null;
  readonly issuedAt?: Date;
  readonly dueOn?: string;
  readonly paidAt?: Date | null;
  readonly sentAt?: Date | null;
  readonly overdueAt?: Date | null;
  readonly cancelledAt?: Date | null;
  readonly remindersPausedUntil?: string | null;
  /** The stored file of the PDF; null while it is being made. */
  readonly pdfFileId?: string | null;
  /** Of its XML alone; null for invoices of before it was stored. */
  readonly xmlFileId?: string | null;
  readonly transmission?: Transmission;
  readonly transmissionPlatform?: string | null;
  readonly transmissionReference?: string | null;
  readonly transmittedAt?: Date | null;
}

/** Always read: keys, the rule, and the currency of the amounts. */
const always = [
  'id',
  'subject_type as subjectType',
  'subject_id as subjectId',
  'buyer_id as buyerId',
  'currency',
] as const;

/** Read only when they are selected, by field. */
const fields = {
  kind: 'kind',
  status: 'status',
  number: 'number',
  net: 'net_cents',
  tax: 'tax_cents',
  gross: 'gross_cents',
  credited: 'credited_cents',
  paid: 'paid_cents',
  refunded: 'refunded_cents',
  lost: 'lost_cents',
  balance: 'balance_cents',
  correctsId: 'corrects_id as correctsId',
  issuedAt: 'issued_at as issuedAt',
  dueOn: 'due_on as dueOn',
  paidAt: 'paid_at as paidAt',
  sentAt: 'sent_at as sentAt',
  overdueAt: 'overdue_at as overdueAt',
  cancelledAt: 'cancelled_at as cancelledAt',
  remindersPausedUntil: 'reminders_paused_until as remindersPausedUntil',
  pdfFileId: 'pdf_id as pdfFileId',
  xmlFileId: 'xml_id as xmlFileId',
  transmission: 'transmission',
  transmissionPlatform: 'transmission_platform as transmissionPlatform',
  transmissionReference: 'transmission_reference as transmissionReference',
  transmittedAt: 'transmitted_at as transmittedAt',
} as const;

export const invoiceColumns = (asked: Selection) => columnsOf(asked, always, fields);

export const invoices = (db: Db, asked: Selection = everything) =>
  db.selectFrom('invoice').select(invoiceColumns(asked));

type Row = Awaited<ReturnType<ReturnType<typeof invoices>['execute']>>[number];

/** Amounts by their columns. */
const amounts = {
  net: 'net_cents',
  tax: 'tax_cents',
  gross: 'gross_cents',
  credited: 'credited_cents',
  paid: 'paid_cents',
  refunded: 'refunded_cents',
  lost: 'lost_cents',
  balance: 'balance_cents',
} as const satisfies Partial<typeof fields>;
const amountNames = Object.keys(amounts) as (keyof typeof amounts)[];

/** The row itself, completed by its amounts: a second object for each costs more than all else that is done for a page. */
export function rowOf(selected: Row): InvoiceRow {
  const row = selected as Row & { -readonly [Name in keyof typeof amounts]?: Money };
  for (const name of amountNames) {
    const cents: unknown = row[amounts[name]];
    if (cents !== undefined) row[name] = money(Number(cents), row.currency);
  }
  return row as unknown as InvoiceRow;
}

/** One invoice: the buyer's own, any for an admin. */
export async function getInvoice({ db, actor }: ReadContext, id: string): Promise<InvoiceRow> {
  const row = isId(id) ? await invoices(db).where('id', '=', id).executeTakeFirst() : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (!maySeeInvoice(actor, row.buyerId)) throw hiding({ type: 'invoice', id });
  return rowOf(row);
}

/** One that the caller has just been allowed to change. */
export const invoiceById = async ({ db }: Pick<ReadContext, 'db'>, id: string): Promise<InvoiceRow> =>
  rowOf(await invoices(db).where('id', '=', id).executeTakeFirstOrThrow());

export type ListMyInvoices = SearchRequest<SortOf<'InvoiceSort'>>;

const gross = sortKey<InvoiceRow>('invoice.gross_cents', 'number', (row) => row.gross?.amount);
const id = sortKey<InvoiceRow>('invoice.id', 'id', (row) => row.id);

/** Identifiers grow with time. */
const orders: Orders<InvoiceRow, SortOf<'InvoiceSort'>> = {
  ISSUED_AT_DESC: [id.desc],
  ISSUED_AT_ASC: [id.asc],
  GROSS_DESC: [gross.desc, id.desc],
  GROSS_ASC: [gross.asc, id.asc],
};

const ofBuyer = (orderBy: ListMyInvoices['orderBy']) =>
  forcingIndex<Selectable<Tables['invoice']>, 'invoice'>(
    { table: 'invoice', as: 'invoice' },
    orderBy?.startsWith('GROSS') ? undefined : 'invoice_buyer_id_id_index',
  );

/** A page of one's own invoices, newest first unless said. */
export function listMyInvoices(
  { db, actor }: ReadContext,
  { orderBy, search, ...page }: ListMyInvoices,
): Promise<PageOf<InvoiceRow>> {
  const buyerId = personOf(actor);
  return listPage({
    db,
    query: () => db.selectFrom(ofBuyer(orderBy)).select(invoiceColumns(everything)).where('buyer_id', '=', buyerId),
    compiled: { key: `own invoices ${orderBy}`, values: [buyerId] },
    orders,
    orderBy: orderBy ?? 'ISSUED_AT_DESC',
    page,
    search: { text: search, within: ['invoice.number'] },
    shape: (rows) => rows.map(rowOf),
  });
}

/** The invoices of many subjects of one type at once, oldest first, by subject id; only those the actor may see. */
export async function invoicesOf(
  { db, actor }: ReadContext,
  { type, ids: subjectIds }: SubjectsOfType,
  asked: Selection = everything,
): Promise<ReadonlyMap<string, InvoiceRow[]>> {
  const bySubject = new Map<string, InvoiceRow[]>(subjectIds.map((id) => [id, []]));
  if (subjectIds.length === 0) return bySubject;
  const make = () =>
    invoices(db, asked)
      .where('subject_type', '=', type)
      .where('subject_id', 'in', subjectIds)
      .orderBy('subject_id')
      .orderBy('id');
  const key = `invoices of subjects ${subjectIds.length} ${columnsOf(asked, always, fields).join()}`;
  const rows = await runCompiled<Row>(db, { key, values: [type, ...subjectIds], make });
  for (const row of rows) if (maySeeInvoice(actor, row.buyerId)) bySubject.get(row.subjectId)?.push(rowOf(row));
  return bySubject;
}
