import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { z } from 'zod';
import { priorities, type Priority } from '../../../entities/notifications/notification.entity.ts';
import { noDueDate, workingStatuses } from '../../../entities/orders/order-keys.ts';
import {
  orderSources,
  orderStatuses,
  type OrderSource,
  type OrderStatus,
} from '../../../entities/orders/order.entity.ts';
import { subjectsOwedRefunds } from '../../billing/index.ts';
import { keptInstant } from '../../platform/filters.ts';
import type { ReadContext } from '../../platform/context.ts';
import type { ListShape } from '../../platform/list.ts';
import { orderSubjectType } from '../order-subject.ts';

/** Which orders; whatever is absent does not matter. Periods begin at their first instant and end before their last. */
export interface OrderFilter {
  readonly statuses?: readonly OrderStatus[] | null | undefined;
  readonly priorities?: readonly Priority[] | null | undefined;
  readonly proofreaderId?: string | null | undefined;
  readonly isUnassigned?: boolean | null | undefined;
  readonly customerId?: string | null | undefined;
  /** Paid, or still to be paid: neither is an order that was given up before. */
  readonly isPaid?: boolean | null | undefined;
  /** Somebody works on it, or is about to, and its due date has passed. */
  readonly isLate?: boolean | null | undefined;
  readonly source?: OrderSource | null | undefined;
  readonly priceItemId?: string | null | undefined;
  readonly createdFrom?: Date | null | undefined;
  readonly createdTo?: Date | null | undefined;
  readonly dueFrom?: Date | null | undefined;
  readonly dueTo?: Date | null | undefined;
  readonly completedFrom?: Date | null | undefined;
  readonly completedTo?: Date | null | undefined;
  /** As `needsAttention` of order-keys.ts, or a refund is owed. */
  readonly needsAttention?: boolean | null | undefined;
  /** Words of what people know the order by, and of the customer’s name and address. */
  readonly text?: string | null | undefined;
}

type Condition = RawBuilder<SqlBool>;

/** Orders, under the alias that the conditions name. */
export const alias = 'o';

const working = sql.join(workingStatuses);
/** All of them need attention, which is what they are sought by: the sign keeps the embedded database from seeking by the states. */
export const late: Condition = sql`(o.needs_attention = 1 and o.is_late = 1 and +o.status in (${working}))`;

const byFlag = (yes: Condition, no: Condition) => (value: unknown) => (value === true ? yes : no);
const equals = (column: string) => (value: unknown) => sql<SqlBool>`${sql.ref(column)} = ${value}`;
const among = (column: string) => (values: unknown) =>
  (values as unknown[]).length === 1
    ? equals(column)((values as unknown[])[0])
    : sql<SqlBool>`${sql.ref(column)} in (${sql.join(values as unknown[])})`;
const from = (column: string) => (value: unknown) => sql<SqlBool>`${sql.ref(column)} >= ${value}`;
const before = (column: string) => (value: unknown) => sql<SqlBool>`${sql.ref(column)} < ${value}`;

/** What each field says of a row. `text` is what a list searches, and `needsAttention` asks billing. */
const conditions: Readonly<
  Record<Exclude<keyof OrderFilter, 'text' | 'needsAttention'>, (value: unknown) => Condition>
> = {
  statuses: among('o.status'),
  priorities: among('o.priority'),
  proofreaderId: equals('o.proofreader_id'),
  isUnassigned: byFlag(sql`o.proofreader_id is null`, sql`o.proofreader_id is not null`),
  customerId: equals('o.customer_id'),
  isPaid: byFlag(sql`o.paid_at is not null`, sql`(o.paid_at is null and o.status <> 'CANCELLED')`),
  isLate: byFlag(late, sql`not ${late}`),
  source: equals('o.source'),
  priceItemId: equals('o.price_item_id'),
  createdFrom: from('o.created_at'),
  createdTo: before('o.created_at'),
  // By the key, which has an index; what has no due date is due neither before nor after.
  dueFrom: (value) => sql`(o.due_key >= ${(value as Date).getTime()} and o.due_key < ${noDueDate})`,
  dueTo: (value) => sql`o.due_key < ${(value as Date).getTime()}`,
  completedFrom: from('o.completed_at'),
  completedTo: before('o.completed_at'),
};

/** Fields whose values are those of the text, in the order of `conditions`; and those that only decide what the text is. */
const bound = [
  'statuses',
  'priorities',
  'proofreaderId',
  'customerId',
  'source',
  'priceItemId',
  'createdFrom',
  'createdTo',
  'completedFrom',
  'completedTo',
] as const satisfies readonly (keyof typeof conditions)[];
const deciding = ['isUnassigned', 'isPaid'] as const satisfies readonly (keyof typeof conditions)[];
const shaped: ReadonlySet<string> = new Set<string>([...bound, ...deciding]);

const isSaid = (value: unknown): boolean => value !== null && value !== undefined;

/** What the text of a filter's conditions depends on, and their values; undefined where they are written anew each time. */
export function shapeOf(filter: OrderFilter): ListShape | undefined {
  if (Object.entries(filter).some(([name, value]) => isSaid(value) && !shaped.has(name))) return undefined;
  const given = bound.filter((name) => isSaid(filter[name])).map((name) => ({ name, values: [filter[name]].flat() }));
  const texts = [
    ...given.map(({ name, values }) => `${name} ${values.length}`),
    ...deciding.filter((name) => isSaid(filter[name])).map((name) => `${name} ${filter[name]}`),
  ];
  return { key: texts.join(), values: given.flatMap(({ values }) => values) };
}

/** Whose rows need attention, or do not. Without a refund that is owed, the index has them by itself. */
async function attention(ctx: Pick<ReadContext, 'db'>, isNeeded: boolean): Promise<Condition> {
  const owed = await subjectsOwedRefunds(ctx, orderSubjectType);
  const flagged = sql<SqlBool>`o.needs_attention = ${isNeeded ? sql`1` : sql`0`}`;
  if (owed.length === 0) return flagged;
  const ids = sql.join(owed);
  return isNeeded ? sql`(${flagged} or o.id in (${ids}))` : sql`(${flagged} and o.id not in (${ids}))`;
}

/** The conditions of a filter that need nothing else to be known. */
export const plainConditionsOf = (filter: OrderFilter): Condition[] =>
  Object.entries(conditions).flatMap(([name, condition]) => {
    const value = filter[name as keyof typeof conditions];
    return value === null || value === undefined ? [] : [condition(value)];
  });

/** The conditions of a filter, for a query of `customer_order as o`; all but its text. */
export async function conditionsOf(ctx: Pick<ReadContext, 'db'>, filter: OrderFilter): Promise<Condition[]> {
  const found = plainConditionsOf(filter);
  return typeof filter.needsAttention === 'boolean' ? [...found, await attention(ctx, filter.needsAttention)] : found;
}

/** A filter as an export keeps it, read back. */
export const keptOrderFilter = (kept: unknown): OrderFilter => keptShape.parse(kept);

const flag = z.boolean().nullish();
const id = z.string().nullish();
const keptShape = z.object({
  statuses: z.array(z.enum(orderStatuses)).nullish(),
  priorities: z.array(z.enum(priorities)).nullish(),
  proofreaderId: id,
  isUnassigned: flag,
  customerId: id,
  isPaid: flag,
  isLate: flag,
  source: z.enum(orderSources).nullish(),
  priceItemId: id,
  createdFrom: keptInstant,
  createdTo: keptInstant,
  dueFrom: keptInstant,
  dueTo: keptInstant,
  completedFrom: keptInstant,
  completedTo: keptInstant,
  needsAttention: flag,
  text: z.string().nullish(),
});
