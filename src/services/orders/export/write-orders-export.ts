import { z } from 'zod';
import type { OrderExportFormat } from '../../../entities/orders/order-export.entity.ts';
import { writeExtract } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { filterToKeep } from '../../platform/filters.ts';
import { instantFrom, jsonFrom, jsonText, writing } from '../../platform/orm/values.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { ordersExportUpdated } from '../live.ts';
import { listOrders } from '../queries/list-orders.ts';
import { keptOrderFilter, type OrderFilter } from '../queries/order-filter.ts';
import { exportForms, exportSelection } from './export-forms.ts';

/** Writes orders into a sealed file. */
export const writeOrdersExportTask = defineTask('orders.write-export', z.object({ exportId: z.uuid() }), {
  priority: 200,
  timeoutSeconds: 1_800,
});

type ExportNeeds = Pick<AppContext, 'db' | 'run' | 'vault' | 'now' | 'actor'>;

const batch = 500;

/** Writes the orders, oldest first, a page at a time: other requests are answered meanwhile. */
export async function writeOrdersExport(
  ctx: ExportNeeds,
  { exportId }: PayloadOf<typeof writeOrdersExportTask>,
): Promise<void> {
  const row = await ctx.db.selectFrom('order_export').selectAll().where('id', '=', exportId).executeTakeFirst();
  // A read replica may not have it yet.
  if (row === undefined) throw new DomainError('NOT_FOUND', { exportId });
  if (row.file_id !== null) return;
  const { mimeType, extension, spell: _spell, ...form } = exportForms[row.format];
  const filter = asOf(keptOrderFilter(jsonFrom(row.filter)), instantFrom(row.created_at));
  await writeExtract(ctx, {
    table: 'order_export',
    id: exportId,
    name: `commandes-${exportId}.${extension}`,
    mimeType,
    form,
    parts: partsOf(ctx, { filter, format: row.format }),
    noteProgress: (written) => ctx.run(noteProgress, { exportId, written }),
    finished: (tx) => noteEnd(tx, { exportId, filter: keptOrderFilter(jsonFrom(row.filter)) }),
  });
}

/** What was placed after the export was asked for is not part of it. */
const asOf = (filter: OrderFilter, asked: Date): OrderFilter => {
  const until = new Date(asked.getTime() + 1);
  return { ...filter, createdTo: filter.createdTo && filter.createdTo < until ? filter.createdTo : until };
};

async function* partsOf(
  ctx: ExportNeeds,
  { filter, format }: { readonly filter: OrderFilter; readonly format: OrderExportFormat },
): AsyncGenerator<readonly string[]> {
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo } = await listOrders(
      ctx,
      { filter, orderBy: 'CREATED_AT_ASC', first: batch, after },
      exportSelection,
    );
    if (nodes.length > 0) yield nodes.map((order) => exportForms[format].spell(order));
    if (pageInfo.hasNextPage !== true) return;
    after = pageInfo.endCursor;
  }
}

async function noteProgress(
  { em, publish }: Tx<'em' | 'publish'>,
  { exportId, written }: { exportId: string; written: number },
): Promise<void> {
  await writing(em)
    .db.updateTable('order_export')
    .set({ written_orders: written })
    .where('id', '=', exportId)
    .execute();
  publish(ordersExportUpdated, exportId, { exportId });
}

/** A text may be somebody's name: it is kept no longer than it is needed. */
async function noteEnd(
  { em, publish }: Tx<'em' | 'publish'>,
  { exportId, filter: { text: _text, ...filter } }: { exportId: string; filter: OrderFilter },
): Promise<void> {
  const { db } = writing(em);
  await db
    .updateTable('order_export')
    .set({ filter: jsonText(filterToKeep(filter)) })
    .where('id', '=', exportId)
    .execute();
  publish(ordersExportUpdated, exportId, { exportId });
}
