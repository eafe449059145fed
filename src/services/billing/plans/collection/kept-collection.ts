import { PaymentCustomer } from '../../../../entities/billing/payment-customer.entity.ts';
import { PaymentMethod } from '../../../../entities/billing/payment-method.entity.ts';
import { PlanPeriod } from '../../../../entities/billing/plan-period.entity.ts';
import { PlanPrice } from '../../../../entities/billing/plan-price.entity.ts';
import { PlanSubscription } from '../../../../entities/billing/plan-subscription.entity.ts';
import { Plan } from '../../../../entities/billing/plan.entity.ts';
import type { SubscriptionRequest } from '../../../adapters/payments/port.ts';
import { allows } from '../../../kernel/states.ts';
import type { Tx } from '../../../platform/context.ts';
import { todayOf } from '../load-plan.ts';
import { planSubscriptionStates } from '../plan-subscription.states.ts';

/** What a provider collects of a plan, and should collect. */
export interface KeptCollection {
  readonly provider: string;
  /** What was begun there; null for nothing. */
  readonly providerSubscriptionId: string | null;
  /** NOTHING: no charge any more. AS_IS: nothing is to be renewed yet, or it is being collected. */
  readonly wanted: SubscriptionRequest | 'NOTHING' | 'AS_IS';
  /** The first local day that is not paid. */
  readonly paidUntil: string | null;
  /** Nothing that has begun is unpaid. */
  readonly isPaid: boolean;
  /** Of the business, whose local days count. */
  readonly timeZone: string;
}

type Needed = Tx<'em' | 'now' | 'config'>;

/** Null for a plan that no card renews, and that none did. */
export async function keptCollection(
  tx: Needed,
  { subscriptionId }: { readonly subscriptionId: string },
): Promise<KeptCollection | null> {
  const { em } = tx;
  const subscription = await em.findOneOrFail(PlanSubscription, { id: subscriptionId });
  const card = await cardToCharge(tx, subscription);
  const provider = subscription.provider ?? card?.provider;
  if (provider === undefined) return null;
  const { paidUntil, providerSubscriptionId } = subscription;
  const today = todayOf(tx);
  return {
    ...{ provider, providerSubscriptionId, paidUntil, timeZone: tx.config.TIME_ZONE },
    isPaid: paidUntil === null || paidUntil > today,
    wanted: card?.provider === provider ? await wantedOf(tx, { subscription, card }) : 'NOTHING',
  };
}

async function wantedOf(tx: Needed, plan: Omit<Renewed, 'renewal'>): Promise<KeptCollection['wanted']> {
  const { id, paidUntil } = plan.subscription;
  const renewal = await tx.em.findOne(PlanPeriod, { liveFor: `${id}:${paidUntil}`, status: 'DUE' });
  if (renewal === null || renewal.startsOn <= todayOf(tx)) return 'AS_IS';
  return (await requestOf(tx, { ...plan, renewal })) ?? 'NOTHING';
}

/** The card of a plan that goes on. */
async function cardToCharge({ em }: Tx<'em'>, subscription: PlanSubscription): Promise<PaymentMethod | null> {
  const { status, paymentMethodId, isGranted, cancelsAtPeriodEnd } = subscription;
  const goesOn = allows(planSubscriptionStates, status, 'end') && !isGranted && !cancelsAtPeriodEnd;
  return goesOn && paymentMethodId !== null ? em.findOne(PaymentMethod, { id: paymentMethodId, isActive: true }) : null;
}

interface Renewed {
  readonly subscription: PlanSubscription;
  readonly card: PaymentMethod;
  readonly renewal: PlanPeriod;
}

/** Null for a plan that the provider has no product of. */
async function requestOf(
  { em }: Tx<'em'>,
  { subscription, card, renewal }: Renewed,
): Promise<SubscriptionRequest | null> {
  const { stripeProductId: productId } = await em.findOneOrFail(Plan, { id: renewal.plan.id });
  if (productId === null) return null;
  const price = await em.findOneOrFail(PlanPrice, { id: renewal.price.id });
  const customer = await em.findOneOrFail(PaymentCustomer, { person: card.person.id, provider: card.provider });
  if (customer.providerCustomerId === null) return null;
  return {
    ...{ productId, interval: price.interval, startsOn: renewal.startsOn, anchorDay: subscription.anchorDay },
    key: `plan:${renewal.id}:${card.id}`,
    reference: subscription.id,
    customerId: customer.providerCustomerId,
    methodId: card.providerMethodId,
    amount: { amount: renewal.amountCents, currency: renewal.currency },
    priceId: price.amountCents === renewal.amountCents ? price.stripePriceId : null,
  };
}
