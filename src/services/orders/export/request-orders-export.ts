import { sql } from 'kysely';
import { OrderExport, type OrderExportFormat } from '../../../entities/orders/order-export.entity.ts';
import { can, idOf, personOf, requirePermission, type Actor } from '../../access/actor.ts';
import { askedFilter, ownExport } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { ReadContext, Tx } from '../../platform/context.ts';
import { numberFrom, writing } from '../../platform/orm/values.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { conditionsOf, type OrderFilter } from '../queries/order-filter.ts';
import { writeOrdersExportTask } from './write-orders-export.ts';

export interface RequestOrdersExport extends Keyed {
  readonly format: OrderExportFormat;
  readonly filter?: OrderFilter | null | undefined;
}

async function enterExport(
  tx: Tx<'em' | 'actor' | 'record' | 'enqueue'>,
  { format, filter }: Omit<RequestOrdersExport, 'key'>,
): Promise<OrderExport> {
  requirePermission(tx.actor, 'order:export');
  const { db } = writing(tx.em);
  let counted = db.selectFrom('customer_order as o').select(sql<unknown>`count(*)`.as('n'));
  for (const condition of await conditionsOf({ db }, filter ?? {})) counted = counted.where(condition);
  const total = numberFrom((await counted.executeTakeFirstOrThrow()).n);
  const { kept, facts } = askedFilter(filter ?? {}, total);
  const made = tx.em.create(OrderExport, {
    requestedById: personOf(tx.actor),
    format,
    filter: kept,
    totalOrders: total,
  });
  await tx.em.flush();
  tx.record({ action: 'COMMANDS_EXPORTED', payload: { exportId: made.id, format, filter: facts, orders: total } });
  tx.enqueue(writeOrdersExportTask, { exportId: made.id });
  return made;
}

/** Asks for the orders of a filter as a sealed file; a job writes it. Error: INPUT_INVALID for more than 200,000 orders. */
export const requestOrdersExport = keyed<'em' | 'actor' | 'record' | 'enqueue', RequestOrdersExport, OrderExport>(
  'requestOrdersExport',
  enterExport,
  ({ em }, id) => em.findOneOrFail(OrderExport, { id }),
);

/** One's own export, and how far it is. */
export async function findOrdersExport(
  { em, actor }: Tx<'em' | 'actor'>,
  { id }: { readonly id: string },
): Promise<OrderExport> {
  const found = await em.findOne(OrderExport, ownExport({ actor }, { permission: 'order:export', id }));
  if (found === null) throw new DomainError('NOT_FOUND');
  return found;
}

/** The ids of those of these people who may follow the export now: who asked for it, while they may export. */
export async function whoFollowsExport(
  { db }: Pick<ReadContext, 'db'>,
  id: string,
  people: readonly Actor[],
): Promise<ReadonlySet<string>> {
  const row = await db.selectFrom('order_export').select('requested_by_id').where('id', '=', id).executeTakeFirst();
  const isTheirs = (person: Actor): boolean => idOf(person) === row?.requested_by_id && can(person, 'order:export');
  return new Set(people.filter(isTheirs).map((person) => idOf(person) as string));
}
