import type { Selectable } from 'kysely';
import type { PriceUnit } from '../../../entities/catalog/price-item.entity.ts';
import type { FileKind, ScanStatus } from '../../../entities/files/stored-file.entity.ts';
import type { Tables } from '../../../entities/index.ts';
import type { Priority } from '../../../entities/notifications/notification.entity.ts';
import type { OrderFileRole } from '../../../entities/orders/order-file.entity.ts';
import type { CancellationReason } from '../../../entities/orders/cancellation-reason.ts';
import type { Order, OrderSource, OrderStatus } from '../../../entities/orders/order.entity.ts';
import type { InvoiceRow, PaymentRow } from '../../billing/index.ts';
import type { Person } from '../../identity/index.ts';
import { money, type Currency, type Money } from '../../kernel/money.ts';
import { columnsOf, type Selection } from '../../platform/selection.ts';
import type { DeliveryRow } from '../deliveries/delivery-rows.ts';
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
  readonly scanStatus?: ScanStatus | null;
  readonly createdAt: RawInstant;
}

/**
 * An order as the API shows it. Optional members are there only when they were selected. Not readonly: a page's rows are
 * completed where they stand, without a second object for each.
 */
export interface OrderRow {
  id: string;
  title?: string;
  status: OrderStatus;
  priority?: Priority;
  service?: string;
  declaredPages?: number | null;
  verifiedPages?: number | null;
  totalCents: number;
  currency: Currency;
  createdAt: RawInstant;
  paidAt?: RawInstant | null;
  startedAt?: RawInstant | null;
  completedAt?: RawInstant | null;
  cancelledAt?: RawInstant | null;
  dueAt?: RawInstant | null;
  lastActivityAt?: RawInstant;
  isLate?: boolean;
  source?: OrderSource;
  dueKey?: number;
  urgencyRank?: number;
  cancellationReason?: CancellationReason | null;
  cancellationNote?: string | null;
  suspendedReason?: string | null;
  revisionsLeft?: number;
  progressPercent?: number;
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
  deliveries?: readonly DeliveryRow[];
  invoices?: readonly InvoiceRow[];
  payments?: readonly PaymentRow[];
  estimatedTotal?: Money | null;
  finalTotal?: Money | null;
  priceDifference?: PriceDifferenceRow | null;
  unit?: PriceUnit;
  estimatedCents?: number | null;
  unitCents?: number | null;
  minimumCents?: number | null;
  finalCents?: number | null;
  quoteId?: string | null;
}

/** Two counts of the pages, with what each comes to. */
export interface PriceDifferenceRow {
  readonly declaredPages: number;
  readonly verifiedPages: number;
  readonly declaredTotal: Money;
  readonly verifiedTotal: Money;
  readonly isAcceptanceRequired: boolean;
}

type Column = keyof Selectable<Tables['customer_order']>;
type Selected = Column | `${Column} as ${string}`;

/** Always read: the keyset, the rules and the total need them. */
const always = [
  'id',
  'status',
  'total_cents as totalCents',
  'currency',
  'created_at as createdAt',
  'customer_id as customerId',
  'proofreader_id as proofreaderId',
] as const satisfies readonly Selected[];

/** Read only when they are selected, by field. */
const fields = {
  title: 'title',
  priority: 'priority',
  service: 'service',
  declaredPages: 'declared_pages as declaredPages',
  verifiedPages: 'verified_pages as verifiedPages',
  paidAt: 'paid_at as paidAt',
  startedAt: 'started_at as startedAt',
  completedAt: 'completed_at as completedAt',
  cancelledAt: 'cancelled_at as cancelledAt',
  dueAt: 'due_at as dueAt',
  // Late is said of the due date, not of what the schedule has marked so far.
  isLate: 'due_at as dueAt',
  lastActivityAt: 'last_activity_at as lastActivityAt',
  source: 'source',
  dueKey: 'due_key as dueKey',
  urgencyRank: 'urgency_rank as urgencyRank',
  cancellationReason: 'cancellation_reason as cancellationReason',
  cancellationNote: 'cancellation_note as cancellationNote',
  suspendedReason: 'suspended_reason as suspendedReason',
  revisionsLeft: 'revisions_left as revisionsLeft',
  progressPercent: 'progress_percent as progressPercent',
  description: 'description',
  customerNote: 'customer_note as customerNote',
  proofreaderNote: 'proofreader_note as proofreaderNote',
  estimatedTotal: 'estimated_cents as estimatedCents',
  finalTotal: 'final_cents as finalCents',
  quoteId: 'quote_id as quoteId',
} as const satisfies Record<string, Selected>;

/** What the difference between two counts is made of: read when it is selected. */
const differing = [
  'unit',
  'declared_pages as declaredPages',
  'verified_pages as verifiedPages',
  'estimated_cents as estimatedCents',
  'unit_cents as unitCents',
  'minimum_cents as minimumCents',
  'final_cents as finalCents',
  'quote_id as quoteId',
] as const satisfies readonly Selected[];

/** What decides, beside the state, of what may be done. */
const deciding = ['quote_id as quoteId', 'final_cents as finalCents'] as const satisfies readonly Selected[];

/** The columns a caller's selection of an order needs. */
export function orderColumns(asked: Selection): Selected[] {
  const columns: Selected[] = columnsOf(asked, always, fields);
  const more: readonly Selected[] = [
    ...(asked.has('priceDifference') ? differing : []),
    ...(asked.has('availableActions') ? deciding : []),
  ];
  return more.length === 0 ? columns : [...new Set([...columns, ...more])];
}

/** An order just changed, as a row. */
export const rowOf = (order: Order): OrderRow => ({
  id: order.id,
  title: order.title,
  status: order.status,
  priority: order.priority,
  service: order.service,
  declaredPages: order.declaredPages,
  verifiedPages: order.verifiedPages,
  totalCents: order.totalCents,
  currency: order.currency,
  createdAt: order.createdAt,
  paidAt: order.paidAt,
  startedAt: order.startedAt,
  completedAt: order.completedAt,
  cancelledAt: order.cancelledAt,
  dueAt: order.dueAt,
  lastActivityAt: order.lastActivityAt,
  source: order.source,
  cancellationReason: order.cancellationReason,
  cancellationNote: order.cancellationNote,
  suspendedReason: order.suspendedReason,
  revisionsLeft: order.revisionsLeft,
  progressPercent: order.progressPercent,
  customerId: order.customer.id,
  proofreaderId: order.proofreader?.id ?? null,
  description: order.description,
  customerNote: order.customerNote,
  proofreaderNote: order.proofreaderNote,
  total: money(order.totalCents, order.currency),
  unit: order.unit,
  estimatedCents: order.estimatedCents,
  unitCents: order.unitCents,
  minimumCents: order.minimumCents,
  finalCents: order.finalCents,
  quoteId: order.quoteId,
});
