import { noDueDate, workingStatuses } from '../../../entities/orders/order-keys.ts';
import { personOf } from '../../access/actor.ts';
import type { ReadContext } from '../../platform/context.ts';
import type { Selection } from '../../platform/selection.ts';
import { selectionWithin } from '../../platform/selection.ts';
import { ordersByIds } from './orders-by-ids.ts';
import type { OrderRow } from './order-row.ts';

/** What a proofreader has to do, the most pressing first. */
export interface MyWork {
  readonly late: readonly OrderRow[];
  readonly today: readonly OrderRow[];
  readonly waitingForCustomer: readonly OrderRow[];
}

export interface ReadMyWork {
  /** The zone whose day is meant. */
  readonly timeZone: string;
  readonly selection: Selection;
}

/** More is no work of today: the rest comes when these are done. */
const most = 100;
/** For so long the customer may answer a delivery; then it is accepted. */
const answeringMs = 14 * 86_400_000;

function endOfDay(now: Date, timeZone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  return local.startOfDay().add({ days: 1 }).epochMilliseconds;
}

/** Orders of mine that somebody is to work on: due before an instant, or without a due date. */
const working = ({ db }: ReadContext, me: string) =>
  db
    .selectFrom('customer_order')
    .select(['id', 'due_key as dueKey'])
    .where('proofreader_id', '=', me)
    .where('status', 'in', workingStatuses)
    .limit(most);

/**
 * A proofreader's own work: what is late, what is due by the end of the day, and what waits for the customer (a manuscript, without
 * which nothing is due, or an answer to a delivery).
 */
export async function myWork(ctx: ReadContext, { timeZone, selection }: ReadMyWork): Promise<MyWork> {
  const me = personOf(ctx.actor);
  const until = new Date(endOfDay(ctx.now, timeZone));
  const [due, undated, delivered] = await Promise.all([
    working(ctx, me).where('due_at', '<', until).orderBy('due_at').orderBy('id').execute(),
    working(ctx, me).where('due_at', 'is', null).where('due_key', '=', noDueDate).orderBy('id').execute(),
    deliveredOf(ctx, me),
  ]);
  const isLate = ({ dueKey }: { readonly dueKey: unknown }): boolean => Number(dueKey) < ctx.now.getTime();
  const lists = {
    late: due.filter(isLate),
    today: due.filter((row) => !isLate(row)),
    waitingForCustomer: [...delivered, ...undated],
  };
  const read = (name: keyof MyWork) =>
    ordersByIds(
      ctx,
      lists[name].map(({ id }) => id),
      selectionWithin(selection, name),
    );
  const [late, today, waitingForCustomer] = await Promise.all([
    read('late'),
    read('today'),
    read('waitingForCustomer'),
  ]);
  return { late, today, waitingForCustomer };
}

/** Deliveries that nobody has answered: few at a time, however many there were. */
const deliveredOf = ({ db, now }: ReadContext, me: string) =>
  db
    .selectFrom('delivery as d')
    .innerJoin('customer_order as o', 'o.id', 'd.order_id')
    .select('o.id')
    .where('d.status', '=', 'DELIVERED')
    .where('d.delivered_at', '>=', new Date(now.getTime() - answeringMs))
    .where('o.proofreader_id', '=', me)
    .where('o.status', '=', 'COMPLETED')
    .orderBy('d.delivered_at', 'desc')
    .orderBy('o.id', 'desc')
    .limit(most)
    .execute();
