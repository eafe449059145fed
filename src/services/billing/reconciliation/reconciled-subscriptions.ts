import { capabilityOf, providersAble, type SubscriptionCharge } from '../../adapters/payments/port.ts';
import { applyCharge } from '../plans/collection/apply-charge.ts';
import { followSubscription } from '../plans/collection/follow-subscription.ts';
import { keepCollection } from '../plans/collection/keep-collection.ts';
import { amountText } from './amount-text.ts';
import { defineKind, type Difference, type KindContext } from './kind.ts';

interface Collected {
  readonly place: string;
  readonly provider: string;
  readonly id: string;
}

/** Plans that a provider collects by itself, and its latest charge of each: one that was paid unseen is a payment that is missing here. */
export const reconciledSubscriptions = defineKind<Collected>({
  name: 'SUBSCRIPTION',
  async page({ db, payments }, { after, limit }) {
    const providers = providersAble(payments, 'subscriptions').map(({ provider }) => provider);
    if (providers.length === 0) return [];
    const rows = await db
      .selectFrom('plan_subscription')
      .select(['id as place', 'provider', 'provider_subscription_id'])
      .where('provider', 'in', providers)
      .where('provider_subscription_id', 'is not', null)
      .where('id', '>', after)
      .orderBy('plan_subscription.id')
      .limit(limit)
      .execute();
    return rows.map(({ place, provider, provider_subscription_id: id }) => ({
      place,
      provider: provider ?? '',
      id: id ?? '',
    }));
  },
  async compare(ctx, collected) {
    if (!(await isCollected(ctx, collected))) return [];
    const { subscription, charge } = await read(ctx, collected);
    const about = { provider: collected.provider, about: collected.id, paymentId: null };
    if (subscription?.isLive !== true) return [{ ...about, type: 'STATE', ours: 'COLLECTED', theirs: null }];
    const [ours, theirs] = [await dueAmount(ctx, collected), amountText(subscription.amount)];
    return [
      ...(ours === null || ours === theirs ? [] : [{ ...about, type: 'AMOUNT' as const, ours, theirs }]),
      ...(await missingPayment(ctx, collected, charge)),
    ];
  },
  async mend(ctx, collected) {
    const { subscription, charge } = await read(ctx, collected);
    const { provider, id, place } = collected;
    await ctx.run(followSubscription, { provider, event: null, id, found: subscription });
    if (charge !== undefined) await ctx.run(applyCharge, { provider, event: null, charge });
    await keepCollection(ctx, { subscriptionId: place });
  },
});

/** Another kind, an event or the mending itself may have ended it since its page was read. */
async function isCollected({ db }: KindContext, { place, id }: Collected): Promise<boolean> {
  const row = await db
    .selectFrom('plan_subscription')
    .select('id')
    .where('id', '=', place)
    .where('provider_subscription_id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

async function read({ payments }: KindContext, { provider, id }: Collected) {
  const port = capabilityOf(payments, provider, 'subscriptions');
  const subscription = await port?.readSubscription(id);
  const last = subscription?.lastCharge ?? null;
  return { subscription, charge: last === null ? undefined : await port?.readCharge(last.id) };
}

/** What the next charge must be; null while nothing is to be renewed. */
async function dueAmount({ db }: KindContext, { place }: Collected): Promise<string | null> {
  const due = await db
    .selectFrom('plan_period as period')
    .innerJoin('plan_subscription as subscription', 'subscription.id', 'period.subscription_id')
    .select(['period.amount_cents as amountCents', 'period.currency'])
    .where('subscription.id', '=', place)
    .whereRef('period.starts_on', '=', 'subscription.paid_until')
    .where('period.status', '=', 'DUE')
    .executeTakeFirst();
  return due === undefined ? null : amountText({ amount: Number(due.amountCents), currency: due.currency });
}

async function missingPayment(
  { db }: KindContext,
  { provider }: Collected,
  charge: SubscriptionCharge | undefined,
): Promise<Difference[]> {
  if (charge?.status !== 'PAID' || charge.providerPaymentId === null) return [];
  const known = await db
    .selectFrom('payment')
    .select('id')
    .where('provider', '=', provider)
    .where('provider_payment_id', '=', charge.providerPaymentId)
    .executeTakeFirst();
  if (known !== undefined) return [];
  return [
    {
      ...{ type: 'MISSING_HERE', provider, about: charge.providerPaymentId, paymentId: null, ours: null },
      theirs: amountText(charge.amount),
    },
  ];
}
