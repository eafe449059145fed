import { personOf } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { MobileNetwork } from '../../kernel/mobile-money.ts';
import type { Subject } from '../../kernel/subject.ts';
import { writing } from '../../platform/orm/values.ts';
import { onceByKey, type Keyed } from '../../platform/request-keys.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { payByMobileMoney, providerOfNetwork } from '../mobile-money/pay-by-mobile-money.ts';
import { openCheckout } from '../open-checkout.ts';
import { payWithSavedMethod } from '../pay-with-saved-method.ts';
import { billablePlanPeriod } from './billable-plan-period.ts';
import type { OfFamily } from './cancel-plan.ts';
import { liveKey } from './load-plan.ts';

/** By a saved card, by mobile money, or, when neither is said, on the provider’s page. */
export interface PaySubscription extends OfFamily, Keyed {
  /** `STRIPE`: refused when another one would take the payment. */
  readonly provider?: string | null | undefined;
  readonly paymentMethodId?: string | null | undefined;
  readonly network?: MobileNetwork | null | undefined;
  /** E.164: `+2290166000000`. */
  readonly phoneNumber?: string | null | undefined;
}

/** What is left for the payer to do, if anything. */
export interface PlanPayment {
  readonly paymentId: string;
  /** The provider’s page, or what a network confirms on; null where there is none. */
  readonly url: string | null;
  /** Of the provider’s page. */
  readonly sessionId: string | null;
  readonly expiresAt: Date | null;
  /** Of a card that wants its owner. */
  readonly clientSecret: string | null;
}

type Needed = Parameters<typeof payByMobileMoney>[0] & Pick<AppContext, 'db' | 'actor'>;

const nothingLeft = { url: null, sessionId: null, expiresAt: null, clientSecret: null };

/**
 * Pays what is due of the caller’s plan: a change that was asked for, else the oldest period that is not paid. A plan that is paid
 * by a saved card is renewed by it. The same key pays the same period. Errors: NOT_FOUND (nothing is due, not your card), and those of the way to pay.
 */
export async function paySubscription(ctx: Needed, input: PaySubscription): Promise<PlanPayment> {
  requireOneWay(input);
  const { key, paymentMethodId, network, phoneNumber } = input;
  const { id } = await ctx.run(duePeriod, input);
  const subject: Subject = { type: 'PLAN_PERIOD', id };
  requireProvider(input, await providerOf(ctx, input));
  if (paymentMethodId) return { ...nothingLeft, ...(await payWithSavedMethod(ctx, { subject, paymentMethodId, key })) };
  if (network && phoneNumber) {
    const { paymentId, paymentUrl: url } = await payByMobileMoney(ctx, { subject, network, phoneNumber });
    return { ...nothingLeft, paymentId, url };
  }
  const page = await openCheckout('PLAN_PERIOD', billablePlanPeriod)(ctx, { subjectId: id, key });
  return { ...nothingLeft, ...page };
}

function requireOneWay({ paymentMethodId, network, phoneNumber }: PaySubscription): void {
  if (Boolean(network) !== Boolean(phoneNumber))
    throw fieldError(network ? 'input.phoneNumber' : 'input.network', 'isDefined');
  if (paymentMethodId && network) throw fieldError('input.paymentMethodId', 'isAlone');
}

function requireProvider({ provider: asked }: PaySubscription, provider: string): void {
  if (asked && asked !== provider) throw fieldError('input.provider', 'offered');
}

/** Who would take the payment. */
async function providerOf(ctx: Needed, { paymentMethodId, network }: PaySubscription): Promise<string> {
  if (network) return providerOfNetwork(ctx, network).provider;
  if (!paymentMethodId) return ctx.payments.current.provider;
  const card = await ctx.db
    .selectFrom('payment_method')
    .select('provider')
    .where('id', '=', paymentMethodId)
    .where('person_id', '=', personOf(ctx.actor))
    .where('is_active', '=', true)
    .executeTakeFirst();
  if (card === undefined) throw new DomainError('NOT_FOUND');
  return card.provider;
}

/** The phone is no part of what the key stands for: nothing of it is stored. */
const duePeriod = (
  tx: Tx<'em' | 'actor' | 'now'>,
  { key, phoneNumber: _, ...content }: PaySubscription,
): Promise<{ readonly id: string }> =>
  onceByKey(
    tx,
    { operation: 'paySubscription', key, content },
    { first: () => findDue(tx, content), again: async (id) => ({ id }) },
  );

async function findDue({ em, actor }: Tx<'em' | 'actor'>, { family }: OfFamily): Promise<{ readonly id: string }> {
  const due = await writing(em)
    .db.selectFrom('plan_period as period')
    .innerJoin('plan_subscription as subscription', 'subscription.id', 'period.subscription_id')
    .select(['period.id', 'period.live_for'])
    .where('subscription.live_for', '=', liveKey(personOf(actor), family))
    .where('period.status', '=', 'DUE')
    .orderBy('period.starts_on')
    .orderBy('period.id')
    .execute();
  const [first] = [...due.filter(({ live_for }) => live_for?.endsWith(':change')), ...due];
  if (first === undefined) throw new DomainError('NOT_FOUND');
  return { id: first.id };
}
