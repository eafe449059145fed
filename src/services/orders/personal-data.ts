import { OrderNote } from '../../entities/orders/order-note.entity.ts';
import { Order, orderStatuses } from '../../entities/orders/order.entity.ts';
import { lost, obstacle, type PersonalData } from '../platform/personal-data.ts';
import { writing } from '../platform/orm/values.ts';
import type { Db } from '../platform/context.ts';
import { collectGuestOrders, eraseGuestOrders, waitingGuestOrders } from './guests/personal-data.ts';
import { moveOrder } from './move-order.ts';
import { orderAssigned, ordersDataTexts, orderUnfinished } from './personal-data-texts.ts';
import { finalOrderStatuses } from './order.states.ts';

/** Work that somebody paid for and did not get yet, or that waits for a decision of ours. */
const unfinished = orderStatuses.filter((status) => status !== 'PENDING' && !finalOrderStatuses.includes(status));

/** The words of people about an order, as they are once forgotten. */
const noWords = {
  description: null,
  customerNote: null,
  proofreaderNote: null,
  suspendedReason: null,
  cancellationNote: null,
};

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

const theirOrders = (db: Db, userId: string) =>
  db.selectFrom('customer_order').select('id').where('customer_id', '=', userId);

/** What the customer sees of the life of their orders. */
const stepsOf = (db: Db, userId: string) =>
  db
    .selectFrom('order_event')
    .selectAll()
    .where('order_id', 'in', theirOrders(db, userId))
    .where('visible_to', '=', 'ALL')
    .orderBy('id')
    .execute();

/** The notes that a person wrote, and those of their orders that they may read. */
const notesOf = (db: Db, userId: string) =>
  db
    .selectFrom('order_note')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('author_id', '=', userId),
        eb.and([eb('order_id', 'in', theirOrders(db, userId)), eb('audience', '=', 'ALL')]),
      ]),
    )
    .orderBy('id')
    .execute();

/** A customer's orders and everything in them. What a proofreader did for others stays with the others, and names a pseudonym. */
export const ordersPersonalData: PersonalData = {
  domain: 'orders',
  texts: ordersDataTexts,
  keepUnused: [{ table: 'customer_order', column: 'customer_id' }],
  async collect(db, subject) {
    const { userId } = subject;
    const orders = db.selectFrom('customer_order').where('customer_id', '=', userId);
    const files = db.selectFrom('order_file').selectAll().where('order_id', 'in', orders.select('id'));
    return [
      { table: 'customer_order', rows: await orders.selectAll().orderBy('id').execute() },
      { table: 'order_file', rows: await files.orderBy('id').execute() },
      { table: 'order_event', rows: await stepsOf(db, userId) },
      { table: 'order_note', rows: await notesOf(db, userId) },
      await collectGuestOrders(db, subject),
    ];
  },
  async obstacles(db, subject) {
    const { userId } = subject;
    const open = db.selectFrom('customer_order').select(['id', 'customer_id']).where('status', 'in', unfinished);
    const rows = await open
      .where((eb) => eb.or([eb('customer_id', '=', userId), eb('proofreader_id', '=', userId)]))
      .orderBy('id')
      .execute();
    const ids = (isTheirs: boolean): string[] =>
      rows.filter((row) => (row.customer_id === userId) === isTheirs).map(({ id }) => id);
    const waiting = await waitingGuestOrders(db, subject);
    return [...obstacle(orderUnfinished, [...ids(true), ...waiting]), ...obstacle(orderAssigned, ids(false))];
  },
  files: async (db, { userId }) => ({
    theirs: await filesOf(db, 'customer_id', userId),
    othersToo: await filesOf(db, 'proofreader_id', userId),
  }),
  traces: async (db, { userId }) =>
    (await db.selectFrom('customer_order').select('id').where('customer_id', '=', userId).execute()).map(
      ({ id }) => id,
    ),
  async erase(tx, subject) {
    const { userId } = subject;
    const guests = await eraseGuestOrders(tx, writing(tx.em).db, subject);
    const orders = await tx.em.find(Order, { customer: userId });
    for (const order of orders) {
      if (order.status === 'PENDING') {
        moveOrder(tx, order, 'cancel');
        order.cancelledAt = tx.now;
      }
      Object.assign(order, { title: '', ...noWords });
    }
    await tx.em.flush();
    await tx.em.nativeDelete(OrderNote, { $or: [{ authorId: userId }, { order: { customer: userId } }] });
    const worked = await tx.em.count(Order, { proofreader: userId, customer: { $ne: userId } });
    return [lost('ORDERS', orders.length + worked, 'PSEUDONYMISED'), ...guests];
  },
};
