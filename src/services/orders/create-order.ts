import { User } from '../../entities/identity/user.entity.ts';
import type { Priority } from '../../entities/notifications/notification.entity.ts';
import { Order } from '../../entities/orders/order.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError, fieldError, type ErrorCode } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import { runCompiled, type RowOf } from '../platform/orm/compiled.ts';
import { instantFrom, writing } from '../platform/orm/values.ts';
import { keyed, type Keyed } from '../platform/request-keys.ts';
import type { Tx } from '../platform/context.ts';
import { orderCreated } from './events.ts';
import { publishOrder } from './live.ts';
import { atLeast, orderPrice } from './order-price.ts';
import { recordStep } from './order-timeline.ts';

export interface CreateOrder extends Keyed {
  readonly priceItemId: string;
  readonly title: string;
  readonly description?: string | null;
  /** Needed when the price is by the page. */
  readonly declaredPages?: number | null;
  readonly customerNote?: string | null;
  readonly priority?: Priority | null;
}

/**
 * A customer places an order, to be paid before anyone works on it. The price list's words and price are copied, so
 * that a later change of the list changes no order. Errors: PRICE_ITEM_UNAVAILABLE, PAGES_REQUIRED, CONFLICT.
 */
export const createOrder = keyed<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record', CreateOrder, Order>(
  'createOrder',
  placeOrder,
  ({ em }, id) => em.findOneOrFail(Order, { id }),
);

async function placeOrder(
  tx: Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>,
  input: Omit<CreateOrder, 'key'>,
): Promise<Order> {
  const { em } = tx;
  const customerId = personOf(tx.actor);
  const title = input.title.trim();
  if (title === '') throw fieldError('input.title', 'isNotBlank');
  const item = await availableItem(tx, input.priceItemId);
  const declaredPages = input.declaredPages ?? null;
  if (item.unit === 'PAGE' && declaredPages === null)
    throw refusedField('PAGES_REQUIRED', 'input.declaredPages', 'isRequired');
  const declared = orderPrice(item.unit, money(Number(item.price_cents), item.currency), declaredPages);
  const total = atLeast(item.minimum_cents === null ? null : Number(item.minimum_cents), declared);
  const order = em.create(Order, {
    customer: em.getReference(User, customerId),
    title,
    declaredPages,
    description: textOf(input.description),
    customerNote: textOf(input.customerNote),
    priority: input.priority ?? 'NORMAL',
    priceItemId: item.id,
    service: item.name,
    unit: item.unit,
    totalCents: total.amount,
    estimatedCents: total.amount,
    currency: total.currency,
    turnaroundWorkingDays: item.turnaround_working_days,
    rushWorkingDays: item.rush_working_days,
  });
  recordStep(tx, order, { kind: 'CREATED' });
  tx.emit(orderCreated, { orderId: order.id, customerId });
  tx.record({
    action: 'COMMAND_CREATED',
    targetType: 'command',
    targetId: order.id,
    payload: { priceItemId: item.id, amount: total.amount, currency: total.currency },
  });
  publishOrder(tx, order.id);
  return order;
}

/** The item as a row: nothing of it changes here, and an entity would cost its hydration. */
async function availableItem({ em, now }: Tx<'em' | 'now'>, id: string) {
  if (!isId(id)) throw refusedField('PRICE_ITEM_UNAVAILABLE', 'input.priceItemId', 'isAvailable');
  const { db } = writing(em);
  const make = () =>
    db
      .selectFrom('price_item')
      .select(['id', 'name', 'unit', 'price_cents', 'currency', 'minimum_cents', 'valid_from', 'archived_at'])
      .select(['turnaround_working_days', 'rush_working_days'])
      .where('id', '=', id)
      .where('is_active', '=', true);
  const [item] = await runCompiled<RowOf<typeof make>>(db, { key: 'price_item offered', values: [id, true], make });
  if (item === undefined || !isOffered(item, now))
    throw refusedField('PRICE_ITEM_UNAVAILABLE', 'input.priceItemId', 'isAvailable');
  return item;
}

/** Not archived, and its day has come. */
const isOffered = (item: { readonly valid_from: unknown; readonly archived_at: unknown }, now: Date): boolean =>
  item.archived_at === null && (item.valid_from === null || instantFrom(item.valid_from) <= now);

const refusedField = (code: ErrorCode, path: string, rule: string): DomainError =>
  new DomainError(code, { fields: [{ path, rules: [rule] }] });

const textOf = (text: string | null | undefined): string | null => (text?.trim() ? text.trim() : null);
