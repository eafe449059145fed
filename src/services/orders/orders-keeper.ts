import type { OrderStatus } from '../../entities/orders/order.entity.ts';
import { numberFrom } from '../platform/orm/values.ts';
import type { PersonKeeper } from '../platform/ports.ts';

/** Paid for and not delivered: somebody still owes somebody something. */
const underWay: readonly OrderStatus[] = ['PAID', 'IN_PROGRESS', 'SUSPENDED'];

/** Orders stay with those who made them named no more; an order under way keeps its customer and its proofreader. */
export const ordersKeeper: PersonKeeper = {
  holdings: async ({ db }, userId) => {
    const rows = await db.selectFrom('customer_order').select(({ fn }) => ['status', fn.countAll().as('n')])
      .where((eb) => eb.or([eb('customer_id', '=', userId), eb('proofreader_id', '=', userId)])).groupBy('status').execute();
    const total = (wanted: typeof rows): number => wanted.reduce((sum, { n }) => sum + numberFrom(n), 0);
    return [{ record: 'ORDERS', count: total(rows), fate: 'PSEUDONYMISED', underWay: total(rows.filter(({ status }) => underWay.includes(status))) }];
  },
};
