import type { Selectable } from 'kysely';
import type { FileKind } from '../../../entities/files/stored-file.entity.ts';
import type { Tables } from '../../../entities/index.ts';
import type { Priority } from '../../../entities/notifications/notification.entity.ts';
import type { OrderFileRole } from '../../../entities/orders/order-file.entity.ts';
import type { Order, OrderStatus } from '../../../entities/orders/order.entity.ts';
import type { InvoiceRow, PaymentRow } from '../../billing/index.ts';
import type { Person } from '../../identity/index.ts';
import { money, type Currency, type Money } from '../../kernel/money.ts';
import type { Selection } from '../../platform/selection.ts';
import type { OrderVerb } from '../order.states.ts';

/** An instant as the database gives it, or as an entity holds it: the API's scalar takes them all. */
type RawInstant = string | number | Date;

export interface OrderFileRow {
  readonly id: string;
  readonly role: OrderFileRole;
  readonly name: string;
  readonly kind: FileKind;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly createdAt: RawInstant;
}

/**
 * An order as the API shows it. The texts and what follows `total` are there only when they were asked for. Not
 * readonly: a page's rows are completed where they stand, without a second object for each.
 */
export interface OrderRow {
  id: string;
  title: string;
  status: OrderStatus;
  priority: Priority;
  service: string;
  declaredPages: number | null;
  verifiedPages: number | null;
  totalCents: number;
  currency: Currency;
  createdAt: RawInstant;
  paidAt: RawInstant | null;
  startedAt: RawInstant | null;
  completedAt: RawInstant | null;
  cancelledAt: RawInstant | null;
  customerId: string;
  proofreaderId: string | null;
  description?: string | null;
  customerNote?: string | null;
  proofreaderNote?: string | null;
  total: Money;
  reference?: string;
  availableActions?: readonly OrderVerb[];
  customer?: Person;
  proofreader?: Person | null;
  files?: readonly OrderFileRow[];
  invoices?: readonly InvoiceRow[];
  payments?: readonly PaymentRow[];
}

type Column = keyof Selectable<Tables['customer_order']>;

/** Always read: the keyset, the rules and the total need some, and the rest costs less than to choose. */
const lean = [
  'id', 'title', 'status', 'priority', 'service', 'declared_pages as declaredPages', 'verified_pages as verifiedPages',
  'total_cents as totalCents', 'currency', 'created_at as createdAt', 'paid_at as paidAt', 'started_at as startedAt',
  'completed_at as completedAt', 'cancelled_at as cancelledAt', 'customer_id as customerId', 'proofreader_id as proofreaderId',
] as const satisfies readonly (Column | `${Column} as ${string}`)[];

/** Long texts: read only when asked for. */
const texts = { description: 'description', customerNote: 'customer_note as customerNote', proofreaderNote: 'proofreader_note as proofreaderNote' } as const;

type TextColumn = (typeof texts)[keyof typeof texts];

/** The columns a caller's selection of an order needs. */
export function orderColumns(asked: Selection): ((typeof lean)[number] | TextColumn)[] {
  const columns: ((typeof lean)[number] | TextColumn)[] = [...lean];
  for (const [field, column] of Object.entries(texts) as [keyof typeof texts, TextColumn][]) if (asked.has(field)) columns.push(column);
  return columns;
}

/** An order just changed, as a row. */
export const rowOf = (order: Order): OrderRow => ({
  id: order.id, title: order.title, status: order.status, priority: order.priority, service: order.service,
  declaredPages: order.declaredPages, verifiedPages: order.verifiedPages, totalCents: order.totalCents, currency: order.currency,
  createdAt: order.createdAt, paidAt: order.paidAt, startedAt: order.startedAt, completedAt: order.completedAt,
  cancelledAt: order.cancelledAt, customerId: order.customer.id, proofreaderId: order.proofreader?.id ?? null,
  description: order.description, customerNote: order.customerNote, proofreaderNote: order.proofreaderNote, total: money(order.totalCents, order.currency),
});

/** The selection of an order wherever the caller's answer holds it: a page's `nodes` and `edges.node`, or the answer itself. */
export const selectionWithin = (selection: Selection, ...prefixes: string[]): Selection => ({
  has: (path) => prefixes.some((prefix) => selection.has(`${prefix}.${path}`)),
});
