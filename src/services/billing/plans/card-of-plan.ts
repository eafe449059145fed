import { LockMode } from '@mikro-orm/core';
import type { PaymentMethod } from '../../../entities/billing/payment-method.entity.ts';
import { Payment } from '../../../entities/billing/payment.entity.ts';
import { PlanSubscription } from '../../../entities/billing/plan-subscription.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { isNone } from './load-plan.ts';

/** Is a plan to be renewed by this card? One that was cancelled is not renewed. */
export async function renewsPlan({ em }: Tx<'em'>, { id, person }: PaymentMethod): Promise<boolean> {
  const found = await em.count(PlanSubscription, {
    person: person.id,
    paymentMethodId: id,
    liveFor: { $ne: null },
    cancelsAtPeriodEnd: false,
  });
  return found > 0;
}

interface PassedOn {
  readonly personId: string;
  /** Cards that are of no use any more. */
  readonly from: readonly string[];
  /** The card that takes their place; null for none: then renewals are paid by hand. */
  readonly to: string | null;
}

/** Renewals of plans are charged to another card, or to none. */
export async function passCardOn({ em }: Tx<'em'>, { personId, from, to }: PassedOn): Promise<void> {
  if (from.length === 0) return;
  const plans = await em.find(
    PlanSubscription,
    { person: personId, paymentMethodId: { $in: [...from] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  for (const plan of plans) plan.paymentMethodId = to;
}

/** A plan that was paid by a saved card is renewed by it. Paid in another way, it keeps the card it had. Did its provider collect it by itself? */
export async function rememberCard(
  { em }: Tx<'em'>,
  subscription: PlanSubscription,
  { paymentId }: { readonly paymentId: string },
): Promise<boolean> {
  const { flow, paymentMethodId, providerSubscriptionId } = await em.findOneOrFail(Payment, { id: paymentId });
  if (flow === 'SAVED_METHOD') subscription.paymentMethodId = paymentMethodId;
  return !isNone(providerSubscriptionId);
}
