import { Order, type OrderStatus } from '../../entities/orders/order.entity.ts';
import { lost, type Obstacle, type PersonalData } from '../platform/personal-data.ts';
import type { Db } from '../platform/context.ts';
import { moveOrder } from './move-order.ts';

/** Work that somebody paid for and did not get yet, or that waits for a decision of the business. */
const unfinished: readonly OrderStatus[] = [
  'AWAITING_REVIEW',
  'AWAITING_CONSULTATION',
  'QUOTE_SENT',
  'PAID',
  'IN_PROGRESS',
  'SUSPENDED',
];

const filesOf = async (db: Db, party: 'customer_id' | 'proofreader_id', userId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('order_file as attached')
    .innerJoin('customer_order as o', 'o.id', 'attached.order_id')
    .select('attached.file_id')
    .distinct()
    .where(`o.${party}`, '=', userId)
    .execute();
  return rows.map(({ file_id }) => file_id);
};

/** A customer's orders and everything in them. What a proofreader did for others stays with the others, and names a pseudonym. */
export const ordersPersonalData: PersonalData = {
  domain: 'orders',
  async collect(db, { userId }) {
    const orders = db.selectFrom('customer_order').where('customer_id', '=', userId);
    const files = db.selectFrom('order_file').selectAll().where('order_id', 'in', orders.select('id'));
    return [
      { table: 'customer_order', rows: await orders.selectAll().orderBy('id').execute() },
      { table: 'order_file', rows: await files.orderBy('id').execute() },
    ];
  },
  async obstacles(db, { userId }) {
    const open = db.selectFrom('customer_order').select(['id', 'customer_id']).where('status', 'in', unfinished);
    const rows = await open
      .where((eb) => eb.or([eb('customer_id', '=', userId), eb('proofreader_id', '=', userId)]))
      .orderBy('id')
      .execute();
    const ids = (isTheirs: boolean): string[] =>
      rows.filter((row) => (row.customer_id === userId) === isTheirs).map(({ id }) => id);
    const found: Obstacle[] = [
      { code: 'ORDER_UNFINISHED', ids: ids(true) },
      { code: 'ORDER_ASSIGNED', ids: ids(false) },
    ];
    return found.filter((obstacle) => obstacle.ids.length > 0);
  },
  files: async (db, { userId }) => ({
    theirs: await filesOf(db, 'customer_id', userId),
    othersToo: await filesOf(db, 'proofreader_id', userId),
  }),
  traces: async (db, { userId }) =>
    (await db.selectFrom('customer_order').select('id').where('customer_id', '=', userId).execute()).map(
      ({ id }) => id,
    ),
  async erase(tx, { userId }) {
    const orders = await tx.em.find(Order, { customer: userId });
    for (const order of orders) {
      if (order.status === 'PENDING') {
        moveOrder(tx, order, 'cancel');
        order.cancelledAt = tx.now;
      }
      Object.assign(order, { title: '', description: null, customerNote: null, proofreaderNote: null });
    }
    await tx.em.flush();
    const worked = await tx.em.count(Order, { proofreader: userId, customer: { $ne: userId } });
    return [lost('ORDERS', orders.length + worked, 'PSEUDONYMISED')];
  },
};
