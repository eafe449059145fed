/** What the fake Stripe knows of subscriptions and their invoices: it collects when a test lets a period begin. */
import { nextStart } from '../../../../src/services/kernel/plan-calendar.ts';
import { Refusal } from './stripe-objects.ts';
import type { StripeContract } from './stripe-server.ts';

type Json = Record<string, unknown>;
type Handlers<A extends unknown[]> = Readonly<Record<string, (...args: A) => Json>>;

interface Item extends Json {
  id: string;
  current_period_start: number;
  current_period_end: number;
  price: Json & { unit_amount: number; currency: string; recurring: Json & { interval: string } };
}
interface SoldItem {
  price?: string;
  price_data?: Json;
}
interface Subscription extends Json {
  id: string;
  status: string;
  items: { data: [Item] };
}

const seconds = (instant: Date): number => Math.floor(instant.getTime() / 1_000);

export function stripePlans(contract: StripeContract, { intents }: { readonly intents: Map<string, Json> }) {
  const subscriptions = new Map<string, Subscription>();
  const invoices = new Map<string, Json>();
  /** What can be subscribed to by its price. */
  const listed = new Map<string, Json>();
  let now = (): Date => new Date();
  let count = 0;
  const next = (prefix: string): string => `${prefix}_plan${String((count += 1)).padStart(4, '0')}`;

  const priceOf = (form: Json): Item['price'] => {
    const { currency, product, recurring, unit_amount } = form as unknown as {
      currency: string;
      product: string;
      recurring: { interval: string };
      unit_amount: string;
    };
    return {
      ...contract.fixture('price'),
      id: next('price'),
      currency,
      product,
      unit_amount: Number(unit_amount),
      unit_amount_decimal: unit_amount,
      recurring: {
        interval: recurring.interval,
        interval_count: 1,
        meter: null,
        usage_type: 'licensed',
        trial_period_days: null,
      },
    };
  };

  /** By a price that is known, or by an amount. */
  const soldAs = ({ price, price_data: data }: SoldItem): Item['price'] => {
    if (price === undefined) return priceOf(data as Json);
    const known = listed.get(price);
    if (known !== undefined) return { ...priceOf(known), id: price };
    const refusal = { type: 'invalid_request_error', code: 'resource_missing', message: 'No such price' };
    throw new Refusal(400, { ...refusal, param: 'items[0][price]' });
  };

  /** The first anchor after now, at noon of Greenwich. */
  const firstAnchor = ({ day_of_month, month }: Record<string, string | undefined>): number => {
    const at = (date: Temporal.PlainDate): Temporal.PlainDate =>
      date.with({ day: Math.min(Number(day_of_month), date.daysInMonth) });
    const today = Temporal.PlainDate.from(now().toISOString().slice(0, 10));
    let anchor = at(month === undefined ? today : today.with({ day: 1, month: Number(month) }));
    while (noon(anchor.toString()) <= seconds(now()))
      anchor = at(anchor.with({ day: 1 }).add(month === undefined ? { months: 1 } : { years: 1 }));
    return noon(anchor.toString());
  };
  const noon = (date: string): number => seconds(new Date(`${date}T12:00:00Z`));

  const create = (form: Json): Json => {
    const id = next('sub');
    const [item] = form['items'] as [SoldItem];
    const subscription: Subscription = {
      ...contract.fixture('subscription'),
      ...{ billing_schedules: [], managed_payments: null, customer_account: null, pause_collection: null },
      ...{ cancel_at: null, canceled_at: null, cancel_at_period_end: false, ended_at: null, latest_invoice: null },
      billing_mode: { type: 'classic', flexible: null },
      pending_update: null,
      cancellation_details: null,
      trial_settings: null,
      pending_invoice_item_interval: null,
      payment_settings: null,
      transfer_data: null,
      id,
      status: 'active',
      customer: form['customer'],
      default_payment_method: form['default_payment_method'],
      metadata: form['metadata'] ?? {},
      billing_cycle_anchor_config: {
        hour: 12,
        minute: 0,
        second: 0,
        month: null,
        ...numbers(form['billing_cycle_anchor_config'] as Record<string, string>),
      },
      items: {
        object: 'list',
        has_more: false,
        url: '/v1/subscription_items',
        data: [
          {
            ...contract.fixture('subscription_item'),
            ...{ id: next('si'), subscription: id, current_trial: null, billing_thresholds: null, discounts: [] },
            plan: { id: 'plan_1', object: 'plan' },
            tax_rates: [],
            metadata: {},
            current_period_start: seconds(now()),
            current_period_end: firstAnchor(form['billing_cycle_anchor_config'] as Record<string, string>),
            price: soldAs(item),
          },
        ],
      } as unknown as Subscription['items'],
    };
    subscriptions.set(id, subscription);
    return subscription;
  };
  const numbers = (form: Record<string, string>): Json =>
    Object.fromEntries(Object.entries(form).map(([name, value]) => [name, Number(value)]));

  const update = (id: string, form: Json): Json => {
    const subscription = subscriptions.get(id) as Subscription;
    const [changed] = form['items'] as [SoldItem & { id: string }];
    const [item] = subscription.items.data;
    if (changed.id === item.id) item.price = soldAs(changed);
    return Object.assign(subscription, { default_payment_method: form['default_payment_method'] });
  };

  /** A period begins: its invoice is made and charged to the card. Answers the invoice. */
  const begin = (
    id: string,
    isPaid: boolean,
    startsAt = (subscriptions.get(id) as Subscription).items.data[0].current_period_end,
  ): Json => {
    const subscription = subscriptions.get(id) as Subscription;
    const [item] = subscription.items.data;
    const { day_of_month } = subscription['billing_cycle_anchor_config'] as { day_of_month: number };
    const date = new Date(startsAt * 1_000).toISOString().slice(0, 10);
    const interval = item.price.recurring.interval === 'month' ? 'MONTH' : 'YEAR';
    item.current_period_start = startsAt;
    item.current_period_end = noon(nextStart(date, { interval, anchorDay: day_of_month }));
    const invoice = invoiceOf(subscription, startsAt);
    invoices.set(String(invoice['id']), invoice);
    subscription['latest_invoice'] = invoice;
    subscription.status = 'past_due';
    return isPaid ? pay(String(invoice['id'])) : invoice;
  };

  const invoiceOf = ({ id, metadata, items }: Subscription, startsAt: number): Json => {
    const [{ price, current_period_end: end }] = items.data;
    const fixture = contract.fixture('invoice');
    const [line] = (fixture['lines'] as { data: [Json] }).data;
    const invoiceId = next('in');
    return {
      ...fixture,
      ...{
        amount_overpaid: 0,
        customer_account: null,
        total_pretax_credit_amounts: [],
        total_taxes: [],
        discounts: [],
      },
      ...{ last_finalization_error: null, from_invoice: null, shipping_cost: null, shipping_details: null },
      ...{ customer_address: null, customer_shipping: null, rendering: null },
      id: invoiceId,
      status: 'open',
      attempted: true,
      attempt_count: 1,
      billing_reason: 'subscription_cycle',
      currency: price.currency,
      ...{ amount_due: price.unit_amount, amount_paid: 0, amount_remaining: price.unit_amount },
      parent: {
        type: 'subscription_details',
        quote_details: null,
        subscription_details: { metadata, subscription: id },
      },
      lines: {
        object: 'list',
        has_more: false,
        url: `/v1/invoices/${invoiceId}/lines`,
        data: [
          { ...line, ...{ amount: price.unit_amount, currency: price.currency, period: { start: startsAt, end } } },
        ],
      },
      payments: { object: 'list', data: [], has_more: false, url: '/v1/invoice_payments' },
    };
  };

  const subscriptionOf = (invoice: Json): Subscription => {
    const { subscription_details: details } = invoice['parent'] as { subscription_details: { subscription: string } };
    return subscriptions.get(details.subscription) as Subscription;
  };

  /** The card passes after all. */
  const pay = (invoiceId: string): Json => {
    const invoice = invoices.get(invoiceId) as Json;
    subscriptionOf(invoice).status = 'active';
    const intent = {
      ...contract.fixture('payment_intent'),
      ...{ allowed_payment_method_types: null, payment_record: null, last_payment_error: null, latest_charge: null },
      id: next('pi'),
      status: 'succeeded',
      amount: invoice['amount_due'],
      amount_received: invoice['amount_due'],
      currency: invoice['currency'],
      metadata: {},
    };
    intents.set(intent.id, intent);
    return Object.assign(invoice, {
      status: 'paid',
      amount_paid: invoice['amount_due'],
      amount_remaining: 0,
      payments: {
        object: 'list',
        data: [
          { ...contract.fixture('invoice_payment'), payment: { type: 'payment_intent', payment_intent: intent.id } },
        ],
        has_more: false,
        url: '/v1/invoice_payments',
      },
    });
  };

  return {
    subscriptions,
    invoices,
    listed,
    begin,
    pay,
    live: () => [...subscriptions.values()].filter(({ status }) => status !== 'canceled'),
    setClock: (clock: () => Date) => (now = clock),
    make: { 'POST /v1/subscriptions': create } as Handlers<[Json]>,
    change: {
      'POST /v1/subscriptions/{id}': update,
      'POST /v1/invoices/{id}/void': (id) => {
        const invoice = invoices.get(id) as Json;
        subscriptionOf(invoice).status = 'active';
        return Object.assign(invoice, { status: 'void' });
      },
    } as Handlers<[string, Json]>,
    cancel: (id: string): Json | undefined => {
      const subscription = subscriptions.get(id);
      return subscription === undefined || subscription.status === 'canceled'
        ? undefined
        : Object.assign(subscription, { status: 'canceled', ended_at: seconds(now()), canceled_at: seconds(now()) });
    },
    read: {
      subscriptions: (id: string): Json | undefined => subscriptions.get(id),
      invoices: (id: string): Json | undefined => invoices.get(id),
    } as Readonly<Record<string, (id: string) => Json | undefined>>,
  };
}
