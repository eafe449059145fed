import { sql } from 'kysely';
import type { OrderStatus } from '../../../entities/orders/order.entity.ts';
import { peopleByIds, type Person } from '../../identity/index.ts';
import { can, requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { localDateOf } from '../../kernel/format.ts';
import { isId } from '../../kernel/ids.ts';
import { instantFrom, numberFrom } from '../../platform/orm/values.ts';
import type { AppContext, Db, Operation } from '../../platform/context.ts';
import { profilesOf, type ProfileRow } from './proofreader-profile.ts';
import { outlookOf } from './workload.ts';

/** What a proofreader has to do and could do, beside one order. */
export interface ProofreaderLoad extends Omit<ProfileRow, 'absences'> {
  readonly proofreader: Person;
  /** Orders that they have and have not delivered, without this one. */
  readonly openOrders: number;
  /** What is still to be done of them. */
  readonly openPages: number;
  readonly nextFreeDay: string | null;
  /** The day on which this order would be done. */
  readonly doneOn: string | null;
  /** Would it be done when it is due? Null while nothing is due. */
  readonly holdsDueAt: boolean | null;
  /** From start to delivery, over ninety days; null without any. */
  readonly averageDays: number | null;
  /** Deliveries that changes were asked for, in ninety days. */
  readonly revisions: number;
}

type Needs = 'db' | 'now' | 'config' | 'actor';
type LoadContext = Pick<AppContext, Needs>;

const open: readonly OrderStatus[] = ['PAID', 'IN_PROGRESS'];
const dayMs = 86_400_000;
const lookedBackMs = 90 * dayMs;
/** More would not be chosen from. */
const mostShown = 100;

/** What is left to be done of an order, in pages. */
const pagesLeft = sql<number>`coalesce(verified_pages, measured_pages, declared_pages, 0) * (100 - progress_percent) / 100`;

async function orderToAssign(db: Db, id: string) {
  const order = isId(id)
    ? await db
        .selectFrom('customer_order')
        .select(['id', 'status', 'proofreader_id as proofreaderId', 'due_at as dueAt', pagesLeft.as('pages')])
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (order === undefined) throw new DomainError('NOT_FOUND');
  return { ...order, pages: numberFrom(order.pages), dueAt: order.dueAt === null ? null : instantFrom(order.dueAt) };
}

/** The active proofreaders, those who can hold the due date of this order first, for whoever assigns it. */
export const listProofreaders: Operation<Needs, { readonly orderId: string }, ProofreaderLoad[]> = async (
  ctx,
  { orderId },
) => {
  requirePermission(ctx.actor, 'order:assign');
  const people = await ctx.db
    .selectFrom('user')
    .select('id')
    .where('role', '=', 'PROOFREADER')
    .where('status', '=', 'ACTIVE')
    .orderBy('id')
    .execute();
  const loads = await loadsBeside(
    ctx,
    orderId,
    people.map(({ id }) => id),
  );
  return loads.toSorted(byPromise).slice(0, mostShown);
};

/** How its proofreader stands with an order: null for those who may not assign it, and while it has none. */
export const loadOfOrder: Operation<Needs, OrderOfLoad, ProofreaderLoad | null> = async (
  ctx,
  { id, proofreaderId },
) => {
  if (proofreaderId === null || !can(ctx.actor, 'order:assign')) return null;
  return (await loadsBeside(ctx, id, [proofreaderId]))[0] ?? null;
};

interface OrderOfLoad {
  readonly id: string;
  readonly proofreaderId: string | null;
}

/** Who is done first stands first, of those who hold the due date and of the others. */
function byPromise(a: ProofreaderLoad, b: ProofreaderLoad): number {
  const rank = ({ holdsDueAt, doneOn }: ProofreaderLoad): string => `${holdsDueAt === false ? 1 : 0}${doneOn ?? '9'}`;
  return rank(a).localeCompare(rank(b)) || a.openPages - b.openPages;
}

async function loadsBeside(ctx: LoadContext, orderId: string, userIds: readonly string[]): Promise<ProofreaderLoad[]> {
  const order = await orderToAssign(ctx.db, orderId);
  if (userIds.length === 0) return [];
  const [people, profiles, work, done] = await Promise.all([
    peopleByIds(ctx, userIds),
    profilesOf(ctx.db, userIds),
    openWorkOf(ctx.db, userIds, orderId),
    doneBy(ctx, userIds),
  ]);
  const zone = ctx.config.TIME_ZONE;
  const today = localDateOf(ctx.now, zone);
  return userIds.flatMap((userId) => {
    const [proofreader, profile] = [people.get(userId), profiles.get(userId)];
    if (proofreader === undefined || profile === undefined) return [];
    const { openOrders, openPages } = work.get(userId) ?? { openOrders: 0, openPages: 0 };
    const { absences, ...facts } = profile;
    const outlook = outlookOf({ ...facts, absences, openPages }, order.pages, today);
    const dueOn = order.dueAt === null ? null : localDateOf(order.dueAt, zone);
    const holdsDueAt = dueOn === null ? null : outlook.doneOn !== null && outlook.doneOn <= dueOn;
    const past = done.get(userId) ?? { averageDays: null, revisions: 0 };
    return [{ proofreader, ...facts, openOrders, openPages, ...outlook, holdsDueAt, ...past }];
  });
}

interface OpenWork {
  readonly openOrders: number;
  readonly openPages: number;
}

async function openWorkOf(
  db: Db,
  userIds: readonly string[],
  withoutId: string,
): Promise<ReadonlyMap<string, OpenWork>> {
  const rows = await db
    .selectFrom('customer_order')
    .select([
      'proofreader_id as userId',
      sql<number>`count(*)`.as('orders'),
      sql<number>`sum(${pagesLeft})`.as('pages'),
    ])
    .where('proofreader_id', 'in', userIds)
    .where('status', 'in', open)
    .where('id', '<>', withoutId)
    .groupBy('proofreader_id')
    .execute();
  return new Map(
    rows.map(({ userId, orders, pages }) => [
      userId ?? '',
      { openOrders: numberFrom(orders), openPages: Math.ceil(numberFrom(pages)) },
    ]),
  );
}

interface Past {
  readonly averageDays: number | null;
  readonly revisions: number;
}

/** What these people delivered lately: how long they took for it, and how often changes were asked for. */
async function doneBy({ db, now }: LoadContext, userIds: readonly string[]): Promise<ReadonlyMap<string, Past>> {
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('customer_order as o', 'o.id', 'delivery.order_id')
    .select(['delivered_by_id as userId', 'number', 'delivered_at as deliveredAt', 'o.started_at as startedAt'])
    .select('delivery.status')
    .where('delivered_by_id', 'in', userIds)
    .where('delivered_at', '>=', new Date(now.getTime() - lookedBackMs))
    .execute();
  const past = new Map<string, Past>();
  for (const [userId, own] of Map.groupBy(rows, (row) => row.userId ?? '')) {
    const days = own.flatMap(({ number, deliveredAt, startedAt }) =>
      number === 1 && startedAt !== null
        ? [(instantFrom(deliveredAt).getTime() - instantFrom(startedAt).getTime()) / dayMs]
        : [],
    );
    const sum = days.reduce((total, one) => total + one, 0);
    past.set(userId, {
      averageDays: days.length === 0 ? null : Math.round((sum / days.length) * 10) / 10,
      revisions: own.filter(({ status }) => status === 'CHANGES_REQUESTED').length,
    });
  }
  return past;
}
