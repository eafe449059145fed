import { invoicesOf, paymentsOf } from '../../billing/index.ts';
import { peopleByIds, type Person } from '../../identity/index.ts';
import { money, type Money } from '../../kernel/money.ts';
import type { SubjectsOfType } from '../../kernel/subject.ts';
import type { ReadContext } from '../../platform/context.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { runCompiled, type RowOf } from '../../platform/orm/compiled.ts';
import { columnsOf, selectionWithin, type Selection } from '../../platform/selection.ts';
import { isLateAt } from '../deadlines/deadline.policy.ts';
import { can } from '../../access/actor.ts';
import { deliveriesOf } from '../deliveries/delivery-rows.ts';
import { attachActions } from './order-actions.ts';
import { orderReference } from '../order-reference.ts';
import { orderSubjectType } from '../order-subject.ts';
import { priceDifferenceOf } from '../review/agreed-price.ts';
import type { OrderFileRow, OrderRow, PriceDifferenceRow } from './order-row.ts';

type Attach = (ctx: ReadContext, orders: readonly OrderRow[], asked: Selection) => Promise<void>;

/** The parts of an order that a query may select, and what loads each: one statement for all orders together. */
const parts: readonly { readonly fields: readonly string[]; readonly attach: Attach }[] = [
  { fields: ['customer', 'proofreader'], attach: attachPeople },
  { fields: ['availableActions'], attach: attachActions },
  { fields: ['files'], attach: attachFiles },
  { fields: ['deliveries'], attach: attachDeliveries },
  { fields: ['invoices'], attach: attachInvoices },
  { fields: ['payments'], attach: attachPayments },
];

/** What is made of an order's own columns. */
const derived: Readonly<Record<string, (order: OrderRow, ctx: ReadContext) => void>> = {
  isLate: (order, ctx) => (order.isLate = isLate(ctx, order)),
  reference: (order) => (order.reference = orderReference(order.id)),
  cancellationNote: (order, ctx) => {
    if (!can(ctx.actor, 'order:list')) order.cancellationNote = null;
  },
};

/** Adds the selected parts to orders, and loads nothing else. */
export async function completeOrders(ctx: ReadContext, orders: readonly OrderRow[], asked: Selection): Promise<void> {
  for (const order of orders) order.total = { amount: Number(order.totalCents), currency: order.currency };
  if (orders.length === 0) return;
  addPrices(orders, asked);
  for (const [field, derive] of Object.entries(derived))
    if (asked.has(field)) for (const order of orders) derive(order, ctx);
  await Promise.all(
    parts
      .filter(({ fields }) => fields.some((field) => asked.has(field)))
      .map(({ attach }) => attach(ctx, orders, asked)),
  );
}

const isLate = ({ now }: Pick<ReadContext, 'now'>, { status, dueAt }: OrderRow): boolean =>
  isLateAt({ status, dueAt: (dueAt ?? null) === null ? null : instantFrom(dueAt) }, now);

/** The prices beside the one that is paid. */
function addPrices(orders: readonly OrderRow[], asked: Selection): void {
  if (asked.has('estimatedTotal'))
    for (const order of orders) order.estimatedTotal = amountOf(order, order.estimatedCents);
  if (asked.has('finalTotal')) for (const order of orders) order.finalTotal = amountOf(order, order.finalCents);
  if (asked.has('priceDifference')) for (const order of orders) order.priceDifference = differenceOf(order);
}

const centsOf = (cents: number | null | undefined): number | null =>
  cents === null || cents === undefined ? null : Number(cents);

const amountOf = ({ currency }: OrderRow, cents: number | null | undefined): Money | null => {
  const amount = centsOf(cents);
  return amount === null ? null : { amount, currency };
};

function differenceOf(order: OrderRow): PriceDifferenceRow | null {
  const { status, currency, unit = 'PACK', declaredPages = null, verifiedPages = null, quoteId = null } = order;
  const found = priceDifferenceOf({
    ...{ status, unit, declaredPages, verifiedPages, quoteId },
    estimatedCents: centsOf(order.estimatedCents),
    unitCents: centsOf(order.unitCents),
    minimumCents: centsOf(order.minimumCents),
    finalCents: centsOf(order.finalCents),
    totalCents: Number(order.totalCents),
  });
  if (found === null) return null;
  const { declaredCents, verifiedCents, ...pages } = found;
  return { ...pages, declaredTotal: money(declaredCents, currency), verifiedTotal: money(verifiedCents, currency) };
}

async function attachPeople(ctx: ReadContext, orders: readonly OrderRow[], asked: Selection): Promise<void> {
  const ids = idsOfPeople(orders, asked);
  const people = await peopleByIds(ctx, [...ids], selectionWithin(asked, 'customer', 'proofreader'));
  for (const order of orders) {
    order.customer = people.get(order.customerId) as Person;
    order.proofreader = people.get(order.proofreaderId ?? '') ?? null;
  }
}

function idsOfPeople(orders: readonly OrderRow[], asked: Selection): Set<string> {
  const ids = new Set<string>();
  if (asked.has('customer')) for (const { customerId } of orders) ids.add(customerId);
  if (asked.has('proofreader'))
    for (const { proofreaderId } of orders) if (proofreaderId !== null) ids.add(proofreaderId);
  return ids;
}

const subjectsOf = (orders: readonly OrderRow[]): SubjectsOfType => ({
  type: orderSubjectType,
  ids: orders.map(({ id }) => id),
});

async function attachInvoices(ctx: ReadContext, orders: readonly OrderRow[], asked: Selection): Promise<void> {
  const invoices = await invoicesOf(ctx, subjectsOf(orders), selectionWithin(asked, 'invoices'));
  for (const order of orders) order.invoices = invoices.get(order.id) ?? [];
}

async function attachDeliveries({ db }: Pick<ReadContext, 'db'>, orders: readonly OrderRow[]): Promise<void> {
  const deliveries = await deliveriesOf(
    db,
    orders.map(({ id }) => id),
  );
  for (const order of orders) order.deliveries = deliveries.get(order.id) ?? [];
}

async function attachPayments(ctx: ReadContext, orders: readonly OrderRow[]): Promise<void> {
  const payments = await paymentsOf(ctx, subjectsOf(orders));
  for (const order of orders) order.payments = payments.get(order.id) ?? [];
}

/** Read of a file only when they are selected, by field. */
const ofFile = {
  role: 'attached.role as role',
  name: 'file.name as name',
  kind: 'file.kind as kind',
  mimeType: 'file.mime_type as mimeType',
  sizeBytes: 'file.size_bytes as sizeBytes',
  scanStatus: 'file.scan_status as scanStatus',
  createdAt: 'file.created_at as createdAt',
} as const;

/** In the order of their arrival: identifiers of files grow with time, and the index holds them so. */
async function attachFiles(
  { db }: Pick<ReadContext, 'db'>,
  orders: readonly OrderRow[],
  asked: Selection,
): Promise<void> {
  const byOrder = new Map<string, OrderFileRow[]>();
  for (const order of orders) {
    const files: OrderFileRow[] = [];
    byOrder.set(order.id, files);
    order.files = files;
  }
  const ids = [...byOrder.keys()];
  const columns = columnsOf(selectionWithin(asked, 'files'), ['attached.order_id as orderId', 'file.id as id'], ofFile);
  const make = () =>
    db
      .selectFrom('order_file as attached')
      .innerJoin('stored_file as file', 'file.id', 'attached.file_id')
      .select(columns)
      .where('attached.order_id', 'in', ids)
      .where('file.deleted_at', 'is', null)
      .orderBy('attached.order_id')
      .orderBy('attached.file_id');
  const key = `files of orders ${ids.length} ${columns.join()}`;
  const rows = await runCompiled<RowOf<typeof make>>(db, { key, values: ids, make });
  for (const row of rows) byOrder.get(row.orderId)?.push(row);
}
