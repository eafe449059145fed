import type { DeliveryStatus } from '../../../entities/orders/delivery.entity.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';
import type { OrderFileRow } from '../queries/order-row.ts';
import { answerableUntil } from './delivery.policy.ts';

/** A delivery as people see it. */
export interface DeliveryRow {
  readonly id: string;
  readonly number: number;
  readonly status: DeliveryStatus;
  readonly note: string | null;
  readonly deliveredAt: Date;
  readonly acceptedAt: Date | null;
  readonly rating: number | null;
  readonly comment: string | null;
  readonly changesRequestedAt: Date | null;
  readonly changes: string | null;
  /** Until when the customer may ask for changes; null once it is answered. */
  readonly answerableUntil: Date | null;
  /** What was delivered. */
  readonly files: readonly OrderFileRow[];
  /** What the customer added to their request for changes. */
  readonly changesFiles: readonly OrderFileRow[];
}

const orNull = (instant: unknown): Date | null => (instant === null ? null : instantFrom(instant));

/** The deliveries of many orders at once, in their order; files that were deleted are not shown. */
export async function deliveriesOf(
  db: Db,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DeliveryRow[]>> {
  const rows = await db
    .selectFrom('delivery')
    .select(['id', 'order_id as orderId', 'number', 'status', 'note', 'delivered_at as deliveredAt'])
    .select(['accepted_at as acceptedAt', 'rating', 'comment'])
    .select(['changes_requested_at as changesRequestedAt', 'changes'])
    .where('order_id', 'in', orderIds)
    .orderBy('order_id')
    .orderBy('number')
    .execute();
  const files = await filesOfDeliveries(
    db,
    rows.map(({ id }) => id),
  );
  const withFiles = rows.map(({ deliveredAt, acceptedAt, changesRequestedAt, ...row }) => {
    const own = files.get(row.id) ?? [];
    return {
      ...row,
      deliveredAt: instantFrom(deliveredAt),
      acceptedAt: orNull(acceptedAt),
      changesRequestedAt: orNull(changesRequestedAt),
      answerableUntil: row.status === 'DELIVERED' ? answerableUntil(instantFrom(deliveredAt)) : null,
      files: own.filter(({ role }) => role === 'CORRECTED'),
      changesFiles: own.filter(({ role }) => role === 'REFERENCE'),
    };
  });
  return Map.groupBy(withFiles, ({ orderId }) => orderId);
}

async function filesOfDeliveries(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string | null, readonly OrderFileRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('order_file as attached')
    .innerJoin('stored_file as file', 'file.id', 'attached.file_id')
    .select(['attached.delivery_id as deliveryId', 'attached.role as role', 'file.id as id', 'file.name as name'])
    .select([
      'file.kind as kind',
      'file.mime_type as mimeType',
      'file.size_bytes as sizeBytes',
      'file.scan_status as scanStatus',
    ])
    .select('file.created_at as createdAt')
    .where('attached.delivery_id', 'in', ids)
    .where('file.deleted_at', 'is', null)
    .orderBy('attached.file_id')
    .execute();
  return Map.groupBy(rows, ({ deliveryId }) => deliveryId);
}

/** What the customer of an order may answer. */
export interface OpenDelivery {
  /** Changes may be asked for until then. */
  readonly until: Date;
  readonly revisionsLeft: number;
}

/** The deliveries that wait for an answer, by their orders. */
export async function openDeliveries(db: Db, orderIds: readonly string[]): Promise<ReadonlyMap<string, OpenDelivery>> {
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('customer_order as o', 'o.id', 'delivery.order_id')
    .select(['order_id as orderId', 'delivered_at as deliveredAt', 'o.revisions_left as revisionsLeft'])
    .where('order_id', 'in', orderIds)
    .where('delivery.status', '=', 'DELIVERED')
    .execute();
  return new Map(
    rows.map(({ orderId, deliveredAt, revisionsLeft }) => [
      orderId,
      { until: answerableUntil(instantFrom(deliveredAt)), revisionsLeft },
    ]),
  );
}
