import { sql } from 'kysely';
import { eraseFiles, extractRetention } from '../files/index.ts';
import { fiveYears } from '../kernel/retention.ts';
import { writing } from '../platform/orm/values.ts';
import type { RetentionClass } from '../platform/retention.ts';
import type { TransactionContext } from '../platform/context.ts';
import { finalOrderStatuses } from './order.states.ts';

const final = sql.join(finalOrderStatuses);
const over = sql`coalesce(o.completed_at, o.cancelled_at)`;
const itsOrders = sql`order_file as attached inner join customer_order as o on o.id = attached.order_id where attached.file_id = stored_file.id`;

async function forgetWords({ em }: TransactionContext, ids: readonly string[]): Promise<void> {
  const { db } = writing(em);
  await db.updateTable('order_extension').set({ reason: '', note: null }).where('order_id', 'in', ids).execute();
  await db.deleteFrom('order_note').where('order_id', 'in', ids).execute();
  await db
    .updateTable('delivery')
    .set({ note: null, rating: null, comment: null, changes: null })
    .where('order_id', 'in', ids)
    .execute();
  await db
    .updateTable('customer_order')
    // The key goes with its title: this is not written through the entity.
    .set({
      title: '',
      title_key: '',
      description: null,
      customer_note: null,
      proofreader_note: null,
      suspended_reason: null,
      cancellation_note: null,
    })
    .where('id', 'in', ids)
    .execute();
}

/** How long an order is kept once it is over: its files, then its texts. */
export const ordersRetention: readonly RetentionClass[] = [
  {
    // Manuscripts and corrected files; one that another order still counts on has not begun to grow old.
    name: 'MANUSCRIPTS',
    description: { fr: 'manuscrits, après la commande', en: 'manuscripts, after the order' },
    table: 'stored_file',
    apply: eraseFiles,
    days: { usual: 365, least: 30, most: fiveYears },
    ground: 'CONTRACT',
    action: 'DELETE',
    since: sql`(select max(${over}) from ${itsOrders})`,
    among: sql`stored_file.deleted_at is null and not exists (select 1 from ${itsOrders} and o.status not in (${final}))`,
  },
  {
    name: 'ORDERS',
    description: { fr: 'textes des commandes, après leur fin', en: 'texts of orders, after their end' },
    table: 'customer_order',
    apply: forgetWords,
    days: { usual: fiveYears, least: 365, most: 3_653 },
    ground: 'LIMITATION',
    action: 'ANONYMISE',
    since: sql`coalesce(customer_order.completed_at, customer_order.cancelled_at)`,
    among: sql`customer_order.status in (${final}) and customer_order.title <> ''`,
  },
  {
    name: 'ORDER_RUNS',
    description: { fr: 'résultats des actions groupées', en: 'results of actions on many orders' },
    table: 'order_run',
    days: { usual: 30, least: 2, most: 365 },
    ground: 'OPERATION',
    action: 'DELETE',
    since: sql.ref('order_run.created_at'),
  },
  extractRetention({
    name: 'ORDER_EXPORTS',
    description: { fr: 'exports de commandes', en: 'exports of orders' },
    table: 'order_export',
    ground: 'OPERATION',
  }),
  {
    // What they said of a person went when they ended; until then the figures of a year count them.
    name: 'GUEST_ORDERS',
    description: { fr: 'commandes sans compte, après leur fin', en: 'orders without an account, after their end' },
    table: 'guest_order',
    days: { usual: 400, least: 30, most: 1_096 },
    ground: 'CONTRACT',
    action: 'DELETE',
    since: sql`coalesce(guest_order.processed_at, guest_order.expires_at)`,
    among: sql`guest_order.status in ('COMPLETED', 'EXPIRED') and guest_order.token_expires_at is null`,
  },
];
