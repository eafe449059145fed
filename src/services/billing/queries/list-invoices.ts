import type { ExpressionBuilder, Selectable } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import type { InvoiceKind, InvoiceStatus, Transmission } from '../../../entities/billing/invoice.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { matching, within } from '../../platform/filters.ts';
import { forcingIndex } from '../../platform/forcing-index.ts';
import { dialectOfReader, sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage, type ListShape } from '../../platform/list.ts';
import type { Dialect } from '../../platform/orm/orm.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import { selectionWithin, type Selection } from '../../platform/selection.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { invoiceColumns, rowOf, type InvoiceRow } from './invoices.ts';
import { withStoredEmail, type PersonFilter } from './person-filter.ts';

/** Which invoices; whatever is absent does not matter. */
export interface InvoiceFilter extends PersonFilter {
  readonly kind?: InvoiceKind | null | undefined;
  readonly status?: InvoiceStatus | null | undefined;
  readonly transmission?: Transmission | null | undefined;
  /** Issued at this instant or later. */
  readonly from?: Date | null | undefined;
  /** Issued before this instant. */
  readonly to?: Date | null | undefined;
  readonly numberPrefix?: string | null | undefined;
  /** Whether something is owed of it. */
  readonly isUnpaid?: boolean | null | undefined;
  /** Overdue at this instant already, and still. */
  readonly overdueSince?: Date | null | undefined;
}

export interface ListInvoices extends ListRequest<SortOf<'InvoiceSort'>> {
  readonly filter?: InvoiceFilter | null | undefined;
}

const columns = {
  kind: 'kind',
  status: 'status',
  transmission: 'transmission',
  personId: 'buyer_id',
  personEmail: 'person_email',
} as const;

type Order = SortOf<'InvoiceSort'>;

/** What few invoices have: an index of its own finds them. */
const narrowing = ['personId', 'personEmail', 'transmission', 'numberPrefix'] as const;

/** By their dates, a page of one status or kind is read along its own index; MariaDB would rather sort all of them. */
function indexFor({ status, kind, ...others }: InvoiceFilter, orderBy: Order): string | undefined {
  if (orderBy.startsWith('GROSS') || narrowing.some((name) => others[name])) return undefined;
  if (status || others.overdueSince) return 'invoice_status_issued_at_id_index';
  return kind ? 'invoice_kind_issued_at_id_index' : 'invoice_issued_at_id_index';
}

const table = (filter: InvoiceFilter, orderBy: Order) =>
  forcingIndex<Selectable<Tables['invoice']>, 'invoice'>(
    { table: 'invoice', as: 'invoice' },
    indexFor(filter, orderBy),
  );

interface Chosen {
  readonly filter: InvoiceFilter;
  readonly orderBy: Order;
  readonly asked: Selection;
}

/** What a shape knows of a filter, in the order of the conditions: a field that is not here has the statement written anew. */
const shaped = [...(Object.keys(columns) as (keyof typeof columns)[]), 'from', 'to'] as const;
const isShaped: ReadonlySet<string> = new Set(shaped);

function shapeOf({ filter, orderBy, asked }: Chosen): ListShape | undefined {
  const others = Object.entries(filter).filter(([name]) => !isShaped.has(name));
  if (others.some(([, value]) => value !== null && value !== undefined)) return undefined;
  const said = shaped.filter((name) => filter[name]);
  return {
    key: `invoices ${orderBy} ${said.join()} ${invoiceColumns(asked).join()}`,
    values: said.map((name) => filter[name]),
  };
}

function chosen(db: Db, { filter, orderBy, asked }: Chosen) {
  const invoices = db.selectFrom(table(filter, orderBy)).select(invoiceColumns(asked));
  let query = within(matching(invoices, columns, filter), 'issued_at', filter);
  if (filter.numberPrefix) query = query.where(beginsWith(dialectOfReader(db), literal(filter.numberPrefix)));
  if (filter.overdueSince) query = query.where('status', '=', 'OVERDUE').where('overdue_at', '<=', filter.overdueSince);
  return typeof filter.isUnpaid === 'boolean' ? query.where(owing[`${filter.isUnpaid}`]) : query;
}

type Condition = ExpressionBuilder<{ invoice: Selectable<Tables['invoice']> }, 'invoice'>;

const owing = {
  true: ({ and, eb }: Condition) => and([eb('balance_cents', '>', 0), eb('status', '<>', 'CANCELLED')]),
  false: ({ or, eb }: Condition) => or([eb('balance_cents', '<=', 0), eb('status', '=', 'CANCELLED')]),
};

/** SQLite seeks by the index of the numbers in a range only: `~` comes after all that a number has. */
const beginsWith = (dialect: Dialect, prefix: string) =>
  dialect === 'sqlite'
    ? ({ and, eb }: Condition) => and([eb('number', '>=', prefix), eb('number', '<', `${prefix}~`)])
    : ({ eb }: Condition) => eb('number', 'like', `${prefix}%`);

/** A number has no wildcards; what is typed may. */
const literal = (prefix: string): string => prefix.toUpperCase().replace(/[^A-Z0-9-]/g, '\u0000');

const gross = sortKey<InvoiceRow>('invoice.gross_cents', 'number', (row) => row.gross?.amount);
const issuedAt = sortKey<InvoiceRow>('invoice.issued_at', 'instant', (row) => row.issuedAt);
const id = sortKey<InvoiceRow>('invoice.id', 'id', (row) => row.id);
const orders: Orders<InvoiceRow, Order> = {
  ISSUED_AT_DESC: [issuedAt.desc, id.desc],
  ISSUED_AT_ASC: [issuedAt.asc, id.asc],
  GROSS_DESC: [gross.desc, id.desc],
  GROSS_ASC: [gross.asc, id.asc],
};

/** Invoices of everybody, newest first unless said; for those who may read any. `selection` is that of the connection. */
export async function listInvoices(
  { db, actor }: ReadContext,
  { filter, orderBy: order, ...page }: ListInvoices,
  selection: Selection,
): Promise<PageOf<InvoiceRow>> {
  requirePermission(actor, 'invoice:read-any');
  const orderBy = order ?? 'ISSUED_AT_DESC';
  const nodes = selectionWithin(selection, 'nodes', 'edges.node');
  const sortedBy = orderBy.startsWith('GROSS') ? 'gross' : 'issuedAt';
  const asked: Selection = { has: (field) => field === sortedBy || nodes.has(field) };
  const wanted = { filter: withStoredEmail(filter ?? {}), orderBy, asked };
  return listPage({
    db,
    query: () => chosen(db, wanted),
    compiled: shapeOf(wanted),
    orders,
    orderBy,
    page,
    shape: (rows) => rows.map(rowOf),
  });
}
