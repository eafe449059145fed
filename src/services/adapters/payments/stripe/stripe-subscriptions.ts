import type { Stripe } from 'stripe';
import {
  PaymentFailure,
  type ProviderSubscription,
  type SubscriptionCharge,
  type SubscriptionRequest,
  type SubscriptionsPort,
  type SubscriptionTerms,
} from '../port.ts';
import { asking, isAboutItem, unlessMissing } from './stripe-failure.ts';
import { intervalOf } from './stripe-interval.ts';

/**
 * Stripe's subscriptions, each with one item: the price that `stripe:sync` made, or our amount where there is none, or it is archived.
 * Stripe prorates nothing.
 */
export const stripeSubscriptions = (stripe: Stripe): SubscriptionsPort => ({
  createSubscription: (request) =>
    listedOrNot(request, async (item, isListed) => {
      // Stripe remembers a refusal with its key.
      const idempotencyKey = isListed ? request.key : `${request.key}:unlisted`;
      return stateOf(await stripe.subscriptions.create(createParams(request, item), { idempotencyKey }));
    }),
  readSubscription: (id) =>
    unlessMissing(async () => stateOf(await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] }))),
  changeSubscription: (id, terms) =>
    listedOrNot(terms, async (item) => {
      const { items } = await stripe.subscriptions.retrieve(id);
      await stripe.subscriptions.update(id, {
        items: [{ id: itemOf(items).id, ...item }],
        default_payment_method: terms.methodId,
        proration_behavior: 'none',
      });
    }),
  async endSubscription(id) {
    // One that has ended is not found any more by who ends it.
    await unlessMissing(() => stripe.subscriptions.cancel(id, { prorate: false, invoice_now: false }));
  },
  readCharge: (id) => unlessMissing(async () => chargeOf(await stripe.invoices.retrieve(id, { expand: ['payments'] }))),
  async dropCharge(id) {
    await asking(() => stripe.invoices.voidInvoice(id));
  },
});

type Item = { readonly price: string } | { readonly price_data: ReturnType<typeof priceOf> };

/** By the listed price; where there is none, or Stripe does not sell it any more, by the amount. */
async function listedOrNot<T>(
  terms: SubscriptionTerms,
  ask: (item: Item, isListed: boolean) => Promise<T>,
): Promise<T> {
  const { priceId } = terms;
  try {
    return await asking(() => ask(priceId === null ? { price_data: priceOf(terms) } : { price: priceId }, true));
  } catch (error) {
    if (priceId === null || !isAboutItem(error, 'items')) throw error;
    return asking(() => ask({ price_data: priceOf(terms) }, false));
  }
}

const createParams = (request: SubscriptionRequest, item: Item): Stripe.SubscriptionCreateParams => ({
  customer: request.customerId,
  default_payment_method: request.methodId,
  items: [item],
  billing_cycle_anchor_config: anchorOf(request),
  proration_behavior: 'none',
  payment_behavior: 'default_incomplete',
  off_session: true,
  metadata: { planSubscriptionId: request.reference },
});

/** Noon of Greenwich is the same date from there to Auckland’s winter, and in Paris all year. */
const anchorOf = ({ interval, anchorDay, startsOn }: SubscriptionRequest) => ({
  day_of_month: anchorDay,
  hour: 12,
  minute: 0,
  second: 0,
  ...(interval === 'YEAR' ? { month: Number(startsOn.slice(5, 7)) } : {}),
});

const priceOf = ({ amount, interval, productId }: SubscriptionTerms) => ({
  currency: amount.currency.toLowerCase(),
  product: productId,
  recurring: { interval: interval === 'MONTH' ? ('month' as const) : ('year' as const) },
  tax_behavior: 'inclusive' as const,
  unit_amount: amount.amount,
});

const ended: readonly string[] = ['canceled', 'incomplete_expired', 'unpaid', 'paused'];

function stateOf(subscription: Stripe.Subscription): ProviderSubscription {
  const { price, current_period_end: nextCharge } = itemOf(subscription.items);
  return {
    id: subscription.id,
    reference: subscription.metadata['planSubscriptionId'] ?? null,
    isLive: !ended.includes(subscription.status),
    cancelsAtPeriodEnd: subscription.cancel_at_period_end || subscription.cancel_at !== null,
    amount: { amount: price.unit_amount ?? 0, currency: price.currency.toUpperCase() },
    interval: intervalOf(price.recurring?.interval),
    productId: idOf(price.product) ?? '',
    priceId: price.id,
    methodId: idOf(subscription.default_payment_method),
    nextChargeAt: instantOf(nextCharge),
    lastCharge: lastChargeOf(subscription.latest_invoice),
  };
}

function lastChargeOf(invoice: Stripe.Subscription['latest_invoice']): ProviderSubscription['lastCharge'] {
  const id = idOf(invoice);
  return id === null ? null : { id, isOpen: typeof invoice === 'object' && invoice?.status === 'open' };
}

function itemOf({ data }: Stripe.Subscription['items']): Stripe.SubscriptionItem {
  const [item, ...others] = data;
  if (item === undefined || others.length > 0) throw new PaymentFailure('refused', 'subscription_items');
  return item;
}

function chargeOf(invoice: Stripe.Invoice): SubscriptionCharge {
  const { status, attempted, lines, period_end: periodEnd } = invoice;
  const [line] = lines.data;
  return {
    ...subscriptionOf(invoice),
    ...(status === 'paid' ? paidPart(invoice) : unpaidPart(invoice)),
    id: invoice.id ?? '',
    isRefused: status === 'open' && attempted,
    // The period of the invoice itself is the one before.
    startsAt: instantOf(line === undefined ? periodEnd : line.period.start),
  };
}

function subscriptionOf({ parent }: Stripe.Invoice): Pick<SubscriptionCharge, 'subscriptionId' | 'reference'> {
  const details = parent?.subscription_details;
  if (!details) throw new PaymentFailure('refused', 'invoice_without_subscription');
  const { subscription, metadata } = details;
  return { subscriptionId: idOf(subscription) ?? '', reference: metadata?.['planSubscriptionId'] ?? null };
}

type Part = Pick<SubscriptionCharge, 'status' | 'amount' | 'providerPaymentId'>;

const paidPart = (invoice: Stripe.Invoice): Part => ({
  status: 'PAID',
  amount: { amount: invoice.amount_paid, currency: invoice.currency.toUpperCase() },
  providerPaymentId: paymentOf(invoice),
});

const unpaidPart = ({ status, amount_due: amount, currency }: Stripe.Invoice): Part => ({
  status: status === 'open' || status === 'draft' ? 'OPEN' : 'DROPPED',
  amount: { amount, currency: currency.toUpperCase() },
  providerPaymentId: null,
});

const paymentOf = ({ payments }: Stripe.Invoice): string | null =>
  payments?.data.map(({ payment }) => idOf(payment.payment_intent)).find((id) => id !== null) ?? null;

const idOf = (value: string | { readonly id?: string } | null | undefined): string | null =>
  typeof value === 'string' ? value : (value?.id ?? null);

const instantOf = (seconds: number): Date => new Date(seconds * 1_000);
