import { User } from '../../entities/identity/user.entity.ts';
import type { PriceUnit } from '../../entities/catalog/price-item.entity.ts';
import type { Priority } from '../../entities/notifications/notification.entity.ts';
import { OrderNote } from '../../entities/orders/order-note.entity.ts';
import { Order, type OrderSource } from '../../entities/orders/order.entity.ts';
import { fieldError } from '../kernel/errors.ts';
import { money, type Money } from '../kernel/money.ts';
import type { Tx } from '../platform/context.ts';
import { orderCreated } from './events.ts';
import { publishOrder } from './live.ts';
import type { OfferedItem } from './offered-item.ts';
import { atLeast, orderPrice } from './order-price.ts';
import { recordStep } from './order-timeline.ts';

/** What is ordered, with its price as it is now. */
export interface OrderedService {
  readonly priceItemId: string;
  readonly service: string;
  readonly unit: PriceUnit;
  readonly total: Money;
  /** What else the price list says of it; nothing for a price of its own. */
  readonly terms?: Pick<Order, 'unitCents' | 'minimumCents' | 'turnaroundWorkingDays' | 'rushWorkingDays'>;
}

/** The words of whoever orders. */
export interface OrderWords {
  readonly title: string;
  readonly description?: string | null | undefined;
  readonly customerNote?: string | null | undefined;
  readonly declaredPages?: number | null | undefined;
  readonly priority?: Priority | null | undefined;
}

export interface PlacedOrder extends OrderWords {
  readonly customerId: string;
  readonly ordered: OrderedService;
  readonly source: OrderSource;
  /** The person of the team who places it for the customer. */
  readonly createdById?: string | null;
}

export type PlacingTx = Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>;

const centsOf = (cents: unknown): number | null => (cents === null ? null : Number(cents));

/** An item of the price list, as it is ordered. */
export function serviceOf(
  item: OfferedItem,
  pages: number | null,
): OrderedService & Required<Pick<OrderedService, 'terms'>> {
  const unitPrice = money(Number(item.price_cents), item.currency);
  const minimumCents = centsOf(item.minimum_cents);
  return {
    priceItemId: item.id,
    service: item.name,
    unit: item.unit,
    total: atLeast(minimumCents, orderPrice(item.unit, unitPrice, pages)),
    terms: {
      unitCents: unitPrice.amount,
      minimumCents,
      turnaroundWorkingDays: item.turnaround_working_days,
      rushWorkingDays: item.rush_working_days,
    },
  };
}

/** Writes an order that waits for its payment. The service's words and price are copied: a later change of the list changes no order. */
export function placeOrder(tx: PlacingTx, { customerId, ordered, source, createdById, ...words }: PlacedOrder): Order {
  const { em } = tx;
  const { total, priceItemId, service, unit, terms } = ordered;
  const order = em.create(Order, {
    customer: em.getReference(User, customerId),
    title: titleOf(words.title),
    declaredPages: words.declaredPages ?? null,
    description: textOf(words.description),
    customerNote: textOf(words.customerNote),
    priority: words.priority ?? 'NORMAL',
    priceItemId,
    service,
    unit,
    totalCents: total.amount,
    estimatedCents: total.amount,
    currency: total.currency,
    ...terms,
    source,
    createdById: createdById ?? null,
  });
  if (order.customerNote !== null)
    em.create(OrderNote, { order, authorId: customerId, audience: 'ALL', text: order.customerNote });
  recordStep(tx, order, { kind: 'CREATED' });
  tx.emit(orderCreated, { orderId: order.id, customerId });
  tx.record({
    action: 'COMMAND_CREATED',
    targetType: 'command',
    targetId: order.id,
    payload: { priceItemId, amount: total.amount, currency: total.currency },
  });
  publishOrder(tx, order, { reason: 'CREATED' });
  return order;
}

/** What can be seen: a letter, a number, a punctuation mark or a symbol. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A title of blanks, or of characters that nobody sees, is none. */
export function titleOf(text: string): string {
  const title = text.trim();
  if (!visible.test(title)) throw fieldError('input.title', 'isNotBlank');
  return title;
}

/** A text of blanks is none. */
export const textOf = (text: string | null | undefined): string | null => (text?.trim() ? text.trim() : null);
