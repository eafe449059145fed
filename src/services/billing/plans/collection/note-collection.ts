import type { PlanSubscription } from '../../../../entities/billing/plan-subscription.entity.ts';
import type { Tx } from '../../../platform/context.ts';
import { lockSubscription } from '../load-plan.ts';

export interface NotedCollection {
  readonly subscriptionId: string;
  readonly provider: string;
  /** Null: nothing is collected there any more. */
  readonly providerSubscriptionId: string | null;
}

/** Remembers what a provider collects of a plan by itself. */
export async function noteCollection(
  tx: Tx<'em' | 'record'>,
  { subscriptionId, provider, providerSubscriptionId }: NotedCollection,
): Promise<void> {
  const subscription = await lockSubscription(tx, subscriptionId);
  if (subscription === null || subscription.providerSubscriptionId === providerSubscriptionId) return;
  subscription.provider = providerSubscriptionId === null ? null : provider;
  subscription.providerSubscriptionId = providerSubscriptionId;
  recordCollection(tx, subscription, provider);
}

export const recordCollection = (
  { record }: Tx<'record'>,
  { id, person, providerSubscriptionId }: PlanSubscription,
  provider: string,
): void =>
  record({
    action: providerSubscriptionId === null ? 'PLAN_COLLECTION_ENDED' : 'PLAN_COLLECTION_BEGUN',
    targetType: 'user',
    targetId: person.id,
    payload: { subscriptionId: id, provider, providerSubscriptionId },
  });
