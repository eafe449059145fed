import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { AcceptanceEffect } from '../../../entities/billing/quote.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { Order } from '../../../entities/orders/order.entity.ts';
import { idOf, requirePermission } from '../../access/actor.ts';
import { quoteAtOnce, type Billables, type CurrentTerms } from '../../billing/index.ts';
import {
  findOrInvite,
  prepareCustomerInvitation,
  type NamedPerson,
  type PreparedInvitation,
} from '../../identity/index.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { exponentOf, money, type Currency, type Money } from '../../kernel/money.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { onceByKey, type Keyed } from '../../platform/request-keys.ts';
import { offeredItem, requirePages } from '../offered-item.ts';
import { orderSubject } from '../order-subject.ts';
import { placeOrder, serviceOf, titleOf, type OrderedService, type OrderWords } from '../place-order.ts';

export interface CreateOrderFor extends Keyed, OrderWords {
  /** Either of the two: an account, or an address, whose person is invited where it has none. */
  readonly customerId?: string | null | undefined;
  readonly customer?: NamedPerson | null | undefined;
  /** Either of the two: an item of the price list, or a service at a price of its own. */
  readonly priceItemId?: string | null | undefined;
  readonly service?: FreeService | null | undefined;
  /** A quote is sent for it; without one, the customer is mailed where to pay. */
  readonly quote?: OrderQuote | null | undefined;
}

interface FreeService {
  readonly name: string;
  readonly price: { readonly amount: number; readonly currency: Currency };
}

interface OrderQuote {
  readonly validUntil: string;
  readonly onAcceptance: AcceptanceEffect;
  readonly depositPercent?: number | null | undefined;
  readonly notes?: string | null | undefined;
}

/** What stands for the price list's item where the price is free: no item has it. */
const noPriceItem = '00000000-0000-0000-0000-000000000000';

type Needs = 'run' | 'passwords' | 'derived' | 'billables' | 'terms';
type CreatingTx = Tx<'em' | 'actor' | 'now' | 'config' | 'emit' | 'enqueue' | 'publish' | 'record'>;

interface Rules {
  readonly billables: Billables;
  readonly terms: CurrentTerms;
  readonly invitation: PreparedInvitation | null;
}

/**
 * An admin, or a program, places an order for somebody: an account, or an address whose person is invited. Then a quote is sent, or
 * the customer is mailed where to pay. All of it in one transaction. While the clock is not believed the quote stays a draft:
 * `CLOCK_IMPLAUSIBLE`.
 */
export const createOrderFor: Operation<Needs, CreateOrderFor, Order> = async (ctx, input) => {
  const { run, billables, terms } = ctx;
  requireOneEach(input);
  const invitation = input.customer ? await prepareCustomerInvitation(ctx) : null;
  const attempt = () => run(createOnce({ billables, terms, invitation }), input);
  const made = await attempt().catch((error: unknown) => {
    // Somebody else entered the address at this instant: it has its account now.
    if (error instanceof UniqueConstraintViolationException) return attempt();
    throw error;
  });
  if (made.isQuoteLeft) throw new DomainError('CLOCK_IMPLAUSIBLE');
  return made.order;
};

function requireOneEach({ customerId, customer, priceItemId, service }: CreateOrderFor): void {
  if (Boolean(customerId) === Boolean(customer)) throw fieldError('input.customerId', 'oneOfTwo');
  if (Boolean(priceItemId) === Boolean(service)) throw fieldError('input.priceItemId', 'oneOfTwo');
}

interface Made {
  readonly id: string;
  readonly order: Order;
  /** The quote waits for a clock that is believed. */
  readonly isQuoteLeft: boolean;
}

const createOnce =
  (rules: Rules) =>
  (tx: CreatingTx, { key, ...content }: CreateOrderFor): Promise<Made> =>
    onceByKey<Made>(
      tx,
      { operation: 'createOrderFor', key, content },
      {
        first: () => create(tx, rules, content),
        again: async (id) => ({ id, order: await tx.em.findOneOrFail(Order, { id }), isQuoteLeft: false }),
      },
    );

async function create(tx: CreatingTx, rules: Rules, input: Omit<CreateOrderFor, 'key'>): Promise<Made> {
  if (input.quote) requirePermission(tx.actor, 'quote:manage');
  titleOf(input.title);
  const ordered = await orderedBy(tx, input);
  const customerId = await customerOf(tx, rules, input);
  const { title, description, customerNote, declaredPages, priority } = input;
  const order = placeOrder(tx, {
    ...{ title, description, customerNote, declaredPages, priority },
    ...{ customerId, ordered },
    source: 'ADMIN',
    createdById: idOf(tx.actor),
  });
  await tx.em.flush();
  const isQuoteLeft = input.quote ? !(await quoteFor(tx, rules, { order, quote: input.quote })) : false;
  return { id: order.id, order, isQuoteLeft };
}

async function orderedBy(tx: CreatingTx, input: Omit<CreateOrderFor, 'key'>): Promise<OrderedService> {
  const { service, declaredPages = null } = input;
  if (service) {
    const { amount, currency } = service.price;
    return { priceItemId: noPriceItem, service: service.name, unit: 'PACK', total: money(amount, currency) };
  }
  const item = await offeredItem({ db: writing(tx.em).db, now: tx.now }, input.priceItemId ?? '');
  requirePages(item, declaredPages, 'input.declaredPages');
  return serviceOf(item, declaredPages);
}

async function customerOf(tx: CreatingTx, rules: Rules, input: Omit<CreateOrderFor, 'key'>): Promise<string> {
  const { customer, customerId } = input;
  const isNamed = customer && rules.invitation;
  const id = isNamed ? await findOrInvite(tx, customer, rules.invitation) : (customerId ?? '');
  return requireCustomer(tx, id, isNamed ? 'input.customer.email' : 'input.customerId');
}

/** An order is only for a customer, who can see it. */
async function requireCustomer({ em }: CreatingTx, id: string, path: string): Promise<string> {
  const user = isId(id) ? await em.findOne(User, { id }) : null;
  if (user === null || user.status === 'ERASED') throw fieldError(path, 'unknown');
  if (user.role !== 'CUSTOMER') throw fieldError(path, 'notCustomer');
  if (user.status === 'SUSPENDED') throw fieldError(path, 'suspended');
  return id;
}

interface ToQuote {
  readonly order: Order;
  readonly quote: OrderQuote;
}

/** Sends a quote of the order's price; `false` while the clock is not believed. */
async function quoteFor(tx: CreatingTx, rules: Rules, { order, quote }: ToQuote): Promise<boolean> {
  const total = money(order.totalCents, order.currency);
  const sent = await quoteAtOnce(rules)(tx, {
    ...quote,
    buyerId: order.customer.id,
    subject: orderSubject(order.id),
    currency: order.currency,
    prices: 'GROSS',
    lines: [
      {
        description: `${order.service}, ${order.title}`.slice(0, 500),
        quantityThousandths: 1_000,
        unitPrice: decimalOf(total),
      },
    ],
  });
  return sent !== null;
}

const decimalOf = ({ amount, currency }: Money): string => {
  const digits = exponentOf(currency);
  return (amount / 10 ** digits).toFixed(digits);
};
