import { capabilityOf, type EventSubject, type SubscriptionsPort } from '../../../adapters/payments/port.ts';
import { DomainError } from '../../../kernel/errors.ts';
import type { AppContext } from '../../../platform/context.ts';
import type { EventKey } from '../../claim-event.ts';
import type { ProcessingResult } from '../../process-reading.ts';
import { applyCharge } from './apply-charge.ts';
import { followSubscription } from './follow-subscription.ts';

type PlanSubject = Extract<EventSubject, { readonly kind: 'PLAN' | 'PLAN_CHARGE' }>;
type Needed = Pick<AppContext, 'run' | 'payments'>;

/** Reads the subscription, or the charge, again; refuses, to be tried again, one that does not show yet what the event reported. */
export async function processPlanEvent(
  ctx: Needed,
  { event, subject }: { readonly event: EventKey; readonly subject: PlanSubject },
): Promise<ProcessingResult> {
  const port = capabilityOf(ctx.payments, event.provider, 'subscriptions');
  if (port === undefined) throw new DomainError('PAYMENT_UNAVAILABLE', { provider: event.provider });
  return subject.kind === 'PLAN' ? follow(ctx, port, { event, subject }) : collect(ctx, port, { event, subject });
}

interface About<K extends PlanSubject['kind']> {
  readonly event: EventKey;
  readonly subject: Extract<PlanSubject, { readonly kind: K }>;
}

async function follow(
  { run }: Needed,
  port: SubscriptionsPort,
  { event, subject: { subscriptionId: id, isEnded } }: About<'PLAN'>,
): Promise<ProcessingResult> {
  const found = await port.readSubscription(id);
  if (isEnded && found?.isLive === true) throw new DomainError('PAYMENT_UNAVAILABLE', { subscriptionId: id });
  return run(followSubscription, { provider: event.provider, event, id, found });
}

async function collect(
  { run }: Needed,
  port: SubscriptionsPort,
  { event, subject: { chargeId, evidence } }: About<'PLAN_CHARGE'>,
): Promise<ProcessingResult> {
  const charge = await port.readCharge(chargeId);
  if (charge === undefined || (evidence === 'PAID' && charge.status !== 'PAID'))
    throw new DomainError('PAYMENT_UNAVAILABLE', { chargeId, evidence });
  return run(applyCharge, { provider: event.provider, event, charge });
}
