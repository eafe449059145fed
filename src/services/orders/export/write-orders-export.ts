import { z } from 'zod';
import { writeListExport, type ListExport } from '../../files/index.ts';
import type { AppContext } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { ordersExportUpdated } from '../live.ts';
import { listOrders } from '../queries/list-orders.ts';
import { keptOrderFilter, type OrderFilter } from '../queries/order-filter.ts';
import type { OrderRow } from '../queries/order-row.ts';
import { exportForms, exportSelection } from './export-forms.ts';

/** Writes orders into a sealed file. */
export const writeOrdersExportTask = defineTask('orders.write-export', z.object({ exportId: z.uuid() }), {
  priority: 200,
  timeoutSeconds: 1_800,
});

/** What was placed after the export was asked for is not part of it. */
const asOf = (filter: OrderFilter, asked: Date): OrderFilter => {
  const until = new Date(asked.getTime() + 1);
  return { ...filter, createdTo: filter.createdTo && filter.createdTo < until ? filter.createdTo : until };
};

/** Orders, the oldest first; whoever follows an export sees how far it is. */
const orders: ListExport<OrderFilter, OrderRow> = {
  ...{ table: 'order_export', permission: 'order:export', name: 'commandes', forms: exportForms },
  keptFilter: keptOrderFilter,
  page: (ctx, { filter, askedAt, first, after }) =>
    listOrders(ctx, { filter: asOf(filter, askedAt), orderBy: 'CREATED_AT_ASC', first, after }, exportSelection),
  noteProgress: async ({ em, publish }, { exportId, written }) => {
    await writing(em)
      .db.updateTable('order_export')
      .set({ written_orders: written })
      .where('id', '=', exportId)
      .execute();
    publish(ordersExportUpdated, exportId, { exportId });
  },
  noteEnd: ({ publish }, exportId) => publish(ordersExportUpdated, exportId, { exportId }),
};

type Writing = Pick<AppContext, 'db' | 'run' | 'vault' | 'now' | 'actor' | 'config'>;

export const writeOrdersExport = (ctx: Writing, { exportId }: PayloadOf<typeof writeOrdersExportTask>): Promise<void> =>
  writeListExport(ctx, orders, exportId);
