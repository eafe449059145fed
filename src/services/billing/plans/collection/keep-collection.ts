import {
  capabilityOf,
  type ProviderSubscription,
  type SubscriptionRequest,
  type SubscriptionsPort,
} from '../../../adapters/payments/port.ts';
import { localDateOf } from '../../../kernel/format.ts';
import type { AppContext } from '../../../platform/context.ts';
import type { PayloadOf } from '../../../platform/task.ts';
import type { keepCollectionTask } from '../tasks/plan-jobs.ts';
import { keptCollection, type KeptCollection } from './kept-collection.ts';
import { noteCollection } from './note-collection.ts';

/**
 * Makes a provider that collects by itself collect exactly what is to be renewed, from the first renewal on: it is asked what it has,
 * and given what differs. Done twice, or after a crash, it is done once. A provider that cannot, and a plan that it has no product of,
 * are left to the application, which charges the card on the same days.
 */
export async function keepCollection(
  ctx: Pick<AppContext, 'run' | 'payments'>,
  { subscriptionId }: PayloadOf<typeof keepCollectionTask>,
): Promise<void> {
  const kept = await ctx.run(keptCollection, { subscriptionId });
  const port = kept && capabilityOf(ctx.payments, kept.provider, 'subscriptions');
  if (!port) return;
  const live = await readLive(port, kept);
  const step: Step = { port, live, dateOf: (instant) => localDateOf(instant, kept.timeZone) };
  await dropPaid(step, kept);
  const id = kept.wanted === 'AS_IS' ? await keep(step, kept) : await bringTo(step, kept.wanted);
  await ctx.run(noteCollection, { subscriptionId, provider: kept.provider, providerSubscriptionId: id });
}

interface Step {
  readonly port: SubscriptionsPort;
  /** What it collects now. */
  readonly live: ProviderSubscription | undefined;
  readonly dateOf: (instant: Date) => string;
}

/** A charge that it still tries to collect, of what was paid otherwise or is not wanted any more. */
async function dropPaid({ port, live }: Step, { isPaid, wanted }: KeptCollection): Promise<void> {
  const charge = live?.lastCharge;
  if (charge?.isOpen === true && (isPaid || wanted === 'NOTHING')) await port.dropCharge(charge.id);
}

async function readLive(
  port: SubscriptionsPort,
  { providerSubscriptionId: id }: KeptCollection,
): Promise<ProviderSubscription | undefined> {
  const found = id === null ? undefined : await port.readSubscription(id);
  return found?.isLive === true ? found : undefined;
}

/** One that would charge a period that was paid otherwise meanwhile is ended; the next renewal begins another. */
async function keep({ port, live, dateOf }: Step, { paidUntil }: KeptCollection): Promise<string | null> {
  if (live === undefined) return null;
  if (paidUntil === null || dateOf(live.nextChargeAt) >= paidUntil) return live.id;
  await port.endSubscription(live.id);
  return null;
}

async function bringTo(step: Step, wanted: SubscriptionRequest | 'NOTHING'): Promise<string | null> {
  const { port, live, dateOf } = step;
  if (live !== undefined && wanted !== 'NOTHING' && isOnTime(live, wanted)) {
    if (differs(live, wanted)) await port.changeSubscription(live.id, wanted);
    return live.id;
  }
  if (live !== undefined) await port.endSubscription(live.id);
  return wanted === 'NOTHING' ? null : (await port.createSubscription(wanted)).id;

  /** Another day or interval is another subscription: changed in place, it would charge at once. */
  function isOnTime({ interval, nextChargeAt }: ProviderSubscription, request: SubscriptionRequest): boolean {
    return interval === request.interval && dateOf(nextChargeAt) === request.startsOn;
  }
}

const differs = (live: ProviderSubscription, wanted: SubscriptionRequest): boolean =>
  live.amount.amount !== wanted.amount.amount ||
  live.amount.currency !== wanted.amount.currency ||
  live.productId !== wanted.productId ||
  (wanted.priceId !== null && live.priceId !== wanted.priceId) ||
  live.methodId !== wanted.methodId;
