import { Delivery } from '../../entities/orders/delivery.entity.ts';
import { OrderNote } from '../../entities/orders/order-note.entity.ts';
import { Order, orderStatuses } from '../../entities/orders/order.entity.ts';
import { ProofreaderProfile } from '../../entities/orders/proofreader-profile.entity.ts';
import { lost, obstacle, redacted, type PersonalData } from '../platform/personal-data.ts';
import type { Db, Tx } from '../platform/context.ts';
import { writing } from '../platform/orm/values.ts';
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

/** What was said of deliveries, once forgotten. */
const noAnswers = { note: null, rating: null, comment: null, changes: null };

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

/** The notes that a person wrote, and those of their orders that they may read: the words of others are theirs. */
async function notesOf(db: Db, userId: string) {
  const notes = await db
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
  return notes.map((note) => (note.author_id === userId ? note : { ...note, text: redacted }));
}

/** What a proofreader asked for and why, as they wrote it. */
const extensionsOf = (db: Db, userId: string) =>
  db.selectFrom('order_extension').selectAll().where('asked_by_id', '=', userId).orderBy('id').execute();

/** The words of and about a person in requests for a later due date; that there was one stays with the order. */
async function forgetExtensions({ em }: Tx<'em'>, userId: string): Promise<void> {
  const { db } = writing(em);
  await db
    .updateTable('order_extension')
    .set({ reason: '', note: null })
    .where((eb) => eb.or([eb('asked_by_id', '=', userId), eb('order_id', 'in', theirOrders(db, userId))]))
    .execute();
}

/** What a person said of their work as a proofreader. */
const profileOf = (db: Db, userId: string) => {
  const profile = db.selectFrom('proofreader_profile').where('user_id', '=', userId);
  const absences = db.selectFrom('proofreader_absence').selectAll().where('profile_id', 'in', profile.select('id'));
  return { profile: profile.selectAll(), absences: absences.orderBy('from_on') };
};

/** A customer's orders and everything in them. What a proofreader did for others stays with the others, and names a pseudonym. */
export const ordersPersonalData: PersonalData = {
  domain: 'orders',
  texts: ordersDataTexts,
  keepUnused: [{ table: 'customer_order', column: 'customer_id' }],
  async collect(db, subject) {
    const { userId } = subject;
    const orders = db.selectFrom('customer_order').where('customer_id', '=', userId);
    const files = db.selectFrom('order_file').selectAll().where('order_id', 'in', orders.select('id'));
    const deliveries = db.selectFrom('delivery').selectAll().where('order_id', 'in', orders.select('id'));
    const { profile, absences } = profileOf(db, userId);
    return [
      { table: 'customer_order', rows: await orders.selectAll().orderBy('id').execute() },
      { table: 'order_file', rows: await files.orderBy('id').execute() },
      { table: 'delivery', rows: await deliveries.orderBy('id').execute() },
      { table: 'proofreader_profile', rows: await profile.execute() },
      { table: 'proofreader_absence', rows: await absences.execute() },
      { table: 'order_event', rows: await stepsOf(db, userId) },
      { table: 'order_note', rows: await notesOf(db, userId) },
      { table: 'order_extension', rows: await extensionsOf(db, userId) },
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
        order.cancellationReason = 'CUSTOMER_ERASED';
      }
      Object.assign(order, { title: '', ...noWords });
    }
    await tx.em.flush();
    await forgetExtensions(tx, userId);
    await tx.em.nativeDelete(OrderNote, { $or: [{ authorId: userId }, { order: { customer: userId } }] });
    await tx.em.nativeUpdate(Delivery, { order: { customer: userId } }, noAnswers);
    const profiles = await tx.em.nativeDelete(ProofreaderProfile, { user: userId });
    const worked = await tx.em.count(Order, { proofreader: userId, customer: { $ne: userId } });
    return [lost('ORDERS', orders.length + worked, 'PSEUDONYMISED'), lost('PROOFREADER_PROFILES', profiles), ...guests];
  },
};
