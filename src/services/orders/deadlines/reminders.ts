import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { OrderReminderKind } from '../../../entities/orders/order-reminder.entity.ts';
import type { Order } from '../../../entities/orders/order.entity.ts';
import { rowBatch } from '../../platform/each-row.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Db, Tx } from '../../platform/context.ts';
import { runningStatuses } from './deadline.policy.ts';

/** Claims a reminder about a due date or a payment, in the transaction of its mails: true for one caller only, ever. */
export async function claimReminder(
  { em, now }: Tx<'em' | 'now'>,
  order: Order,
  { kind, about }: { readonly kind: OrderReminderKind; readonly about: Date },
): Promise<boolean> {
  const { db, dialect } = writing(em);
  const values = { id: newId(), created_at: now, version: 1, order_id: order.id, kind, about };
  const insert = db.insertInto('order_reminder').values(values);
  const { numInsertedOrUpdatedRows } = await (
    dialect === 'mysql' ? insert.ignore() : insert.onConflict((conflict) => conflict.doNothing())
  ).executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
}

/** The next orders whose time runs, by id. */
export const runningOrders = (db: Db, after: string) =>
  db
    .selectFrom('customer_order as o')
    .select('o.id')
    .where('o.status', 'in', runningStatuses)
    .where('o.id', '>', after)
    .orderBy('o.id')
    .limit(rowBatch);

/** Whether `o` has a manuscript that is still there. */
export const hasManuscript = (isThere: boolean) =>
  sql<boolean>`${isThere ? sql`` : sql`not `}exists (
    select attached.id from order_file attached join stored_file file on file.id = attached.file_id
    where attached.order_id = o.id and attached.role = 'MANUSCRIPT' and file.deleted_at is null)`;
