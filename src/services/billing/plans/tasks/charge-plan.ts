import { Payment } from '../../../../entities/billing/payment.entity.ts';
import { PlanPeriod } from '../../../../entities/billing/plan-period.entity.ts';
import { system, type Actor } from '../../../access/actor.ts';
import type { PaymentProviders } from '../../../adapters/payments/port.ts';
import { DomainError } from '../../../kernel/errors.ts';
import { crashPoint } from '../../../platform/crash-points.ts';
import type { Tx } from '../../../platform/context.ts';
import { onceByKey } from '../../../platform/request-keys.ts';
import type { PayloadOf } from '../../../platform/task.ts';
import type { Billables } from '../../billable.ts';
import { chargeCard, type ChargeNeeds } from '../../charge-card.ts';
import {
  preparedBefore,
  prepareCardPayment,
  type PrepareContext,
  type PreparedCharge,
} from '../../pay-with-saved-method.ts';
import { doubtfulPaymentStatuses } from '../../payment.states.ts';
import { isNone, lockSubscription } from '../load-plan.ts';
import { isFailure } from '../plan-deadlines.ts';
import { remindTask, type chargePlanTask } from './plan-jobs.ts';

type Step = PayloadOf<typeof chargePlanTask>;

/**
 * Charges a period to the saved card of its plan, once for each step, however often it is tried. A card that is refused, or that
 * wants its owner, is left to them: they get a mail with the link. While nobody knows what became of a payment nothing is said and
 * nothing else is tried until the next step. Where the provider collects by itself, the person only hears of what is late.
 */
export async function chargePlan(ctx: ChargeNeeds, step: Step): Promise<void> {
  const prepared = await preparedCharge(ctx, step);
  if (prepared === 'IN_DOUBT' || (prepared === 'COLLECTED' && !isFailure(step.day))) return;
  if (isPrepared(prepared) && !prepared.isOver) {
    crashPoint('after-payment-row');
    await chargeCard(ctx, prepared.id);
    crashPoint('after-card-charged');
  }
  await ctx.run(remindUnlessPaid, { ...step, paymentId: isPrepared(prepared) ? prepared.id : null });
}

/** COLLECTED: the provider charges the card by itself. Null: there is no card that could be charged, or the period cannot be paid so. */
type Prepared = PreparedCharge | 'COLLECTED' | null;

const isPrepared = (prepared: Prepared): prepared is PreparedCharge => prepared !== null && prepared !== 'COLLECTED';

async function preparedCharge(ctx: ChargeNeeds, step: Step): Promise<Prepared | 'IN_DOUBT'> {
  try {
    return await ctx.run(prepareRenewal(ctx.billables, ctx.payments), step);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    ctx.log.warn({ ...step, code: error.code }, 'plan not charged');
    return error.code === 'PAYMENT_IN_DOUBT' ? 'IN_DOUBT' : null;
  }
}

const prepareRenewal =
  (billables: Billables, providers: PaymentProviders) =>
  async (tx: PrepareContext, { periodId, day }: Step): Promise<Prepared> => {
    const period = await tx.em.findOne(PlanPeriod, { id: periodId });
    const subscription = period && (await lockSubscription(tx, period.subscription.id));
    if (!period || !subscription || isNone(subscription.paymentMethodId)) return null;
    if (!isNone(subscription.providerSubscriptionId)) return 'COLLECTED';
    const paymentMethodId = subscription.paymentMethodId as string;
    const owner = { ...tx, actor: inNameOf(period.person.id) };
    return onceByKey<PreparedCharge>(
      owner,
      { operation: 'chargePlan', key: `${periodId}:${day}`, content: { periodId, day } },
      {
        first: () =>
          prepareCardPayment(owner, {
            subject: { type: 'PLAN_PERIOD', id: periodId },
            ...{ paymentMethodId, providers, rules: billables.PLAN_PERIOD },
          }),
        again: (id) => preparedBefore(tx, id),
      },
    );
  };

/** The application acts; what is paid is the subscriber’s, by their card. */
const inNameOf = (userId: string): Actor => ({ ...system, userId });

/** A period that was paid, or is not to be paid any more, is left in peace by the reminder itself. */
async function remindUnlessPaid(
  { em, enqueue }: Tx<'em' | 'enqueue'>,
  { periodId, day, paymentId }: Step & { readonly paymentId: string | null },
): Promise<void> {
  const payment = paymentId === null ? null : await em.findOneOrFail(Payment, { id: paymentId });
  if (payment !== null && doubtfulPaymentStatuses.includes(payment.status)) return;
  enqueue(
    remindTask,
    { periodId, day, isRefused: payment !== null },
    { dedupeKey: `${remindTask.kind}:${periodId}:${day}` },
  );
}
