import { PaymentMethod } from '../../../../entities/billing/payment-method.entity.ts';
import { PlanSubscription } from '../../../../entities/billing/plan-subscription.entity.ts';
import type { ProviderSubscription } from '../../../adapters/payments/port.ts';
import { DomainError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import { allows } from '../../../kernel/states.ts';
import type { Tx } from '../../../platform/context.ts';
import { claimEvent, type EventKey } from '../../claim-event.ts';
import type { ProcessingResult } from '../../process-reading.ts';
import { cancelAtPeriodEnd } from '../cancel-plan.ts';
import { lockSubscription } from '../load-plan.ts';
import { planSubscriptionStates } from '../plan-subscription.states.ts';
import { keepCollectionTask } from '../tasks/plan-jobs.ts';
import { recordCollection } from './note-collection.ts';

export interface ReadSubscription {
  readonly provider: string;
  /** The event that made us read it; null for a reconciliation. */
  readonly event: EventKey | null;
  readonly id: string;
  /** As it was just read; undefined when the provider does not know it. */
  readonly found: ProviderSubscription | undefined;
}

type Needed = Tx<'em' | 'now' | 'config' | 'emit' | 'enqueue' | 'record'>;

/**
 * Brings a plan in line with what its provider shows of the subscription that collects it: one that was ended there is charged by
 * nobody any more, and its person pays each period; one that was cancelled there ends with what is paid; another card counts. What it
 * collected is in its charges. One of a plan that is not known here is waited for.
 */
export async function followSubscription(tx: Needed, read: ReadSubscription): Promise<ProcessingResult> {
  const { event, id, found } = read;
  if (event !== null && !(await claimEvent(tx, event))) return 'ALREADY';
  const subscription = await lockCollected(tx, read.provider, { id, reference: found?.reference ?? null });
  if (subscription === null) throw new DomainError('NOT_FOUND', { providerSubscriptionId: id });
  await bringInLine(tx, subscription, read);
  return 'APPLIED';
}

async function bringInLine(tx: Needed, subscription: PlanSubscription, read: ReadSubscription): Promise<void> {
  const { id, found } = read;
  const isOurs = subscription.providerSubscriptionId === id;
  if (found?.isLive === true) return isOurs ? follow(tx, subscription, found) : adopt(tx, subscription, read);
  if (isOurs) stop(tx, subscription);
}

interface Named {
  readonly id: string;
  /** The reference that we gave. */
  readonly reference: string | null;
}

/** By the provider's id, or by ours for one that is not noted yet, or not any more. */
export async function lockCollected(
  tx: Tx<'em'>,
  provider: string,
  { id, reference }: Named,
): Promise<PlanSubscription | null> {
  const known = await tx.em.findOne(PlanSubscription, { provider, providerSubscriptionId: id });
  const ourId = known?.id ?? (reference !== null && isId(reference) ? reference : null);
  return ourId === null ? null : lockSubscription(tx, ourId);
}

/** Nobody charges the card any more: whoever ended it there had a reason. */
function stop(tx: Needed, subscription: PlanSubscription): void {
  const provider = subscription.provider ?? '';
  subscription.provider = null;
  subscription.providerSubscriptionId = null;
  subscription.paymentMethodId = null;
  recordCollection(tx, subscription, provider);
}

/** A crash came between its beginning and its note. The job ends one that is not wanted. */
function adopt(tx: Needed, subscription: PlanSubscription, { provider, id, event }: ReadSubscription): void {
  if (subscription.providerSubscriptionId !== null) return;
  subscription.provider = provider;
  subscription.providerSubscriptionId = id;
  recordCollection(tx, subscription, provider);
  const dedupeKey = `${keepCollectionTask.kind}:${event?.id ?? id}`;
  tx.enqueue(keepCollectionTask, { subscriptionId: subscription.id }, { dedupeKey });
}

async function follow(
  tx: Needed,
  subscription: PlanSubscription,
  { methodId, cancelsAtPeriodEnd }: ProviderSubscription,
): Promise<void> {
  const card = await tx.em.findOne(PaymentMethod, {
    person: subscription.person.id,
    provider: subscription.provider ?? '',
    providerMethodId: methodId ?? '',
    isActive: true,
  });
  if (card !== null) subscription.paymentMethodId = card.id;
  const goesOn = allows(planSubscriptionStates, subscription.status, 'end') && !subscription.cancelsAtPeriodEnd;
  if (cancelsAtPeriodEnd && goesOn) await cancelAtPeriodEnd(tx, subscription);
}
