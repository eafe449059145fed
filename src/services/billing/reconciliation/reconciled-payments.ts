import { LockMode } from '@mikro-orm/core';
import { Payment, type PaymentStatus } from '../../../entities/billing/payment.entity.ts';
import { providersAble, type PaymentReading, type ReadingStatus } from '../../adapters/payments/port.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { paymentStates } from '../payment.states.ts';
import { processReading } from '../process-reading.ts';
import { readPayment } from '../read-payment.ts';
import { differencesOf } from '../reading-differences.ts';
import { amountText } from './amount-text.ts';
import { defineKind, type Difference, type KindContext } from './kind.ts';
import { touchedPayments, type TouchedPayment } from './touched-payments.ts';

type Compared = TouchedPayment & { readonly place: string };

/** Payments by pages and forms: each is read again. Makes up for lost events, and closes pages that ran out. */
export const reconciledPayments = defineKind<Compared>({
  name: 'PAYMENT',
  async page({ db, payments }, page) {
    const providers = providersAble(payments, 'checkout').map(({ provider }) => provider);
    const rows = await touchedPayments(db, page, { providers, besides: 'NOTHING' });
    return rows.map((row) => ({ ...row, place: row.id }));
  },
  async compare(ctx, { id }) {
    const payment = await fresh(ctx, id);
    if (!isBegun(payment)) return isForgotten(ctx, payment) ? [missingThere(payment)] : [];
    const state = await readPayment(ctx, payment);
    if (state === undefined) return isOver(payment.status) ? [] : [missingThere(payment)];
    return differencesFrom(payment, state);
  },
  async mend(ctx, { id }) {
    const payment = await fresh(ctx, id);
    const state = await readPayment(ctx, payment);
    if (state !== undefined)
      await ctx.run(processReading(ctx.billables), { provider: payment.provider, state, event: null });
    else if (isLate(ctx, payment)) await ctx.run(expirePayment, { paymentId: id });
  },
});

/** As it is now: another kind, or an event, may have moved it since its page was read. */
const fresh = async ({ db }: KindContext, id: string) =>
  db
    .selectFrom('payment')
    .select([
      'id',
      'provider',
      'status',
      'provider_session_id as sessionId',
      'provider_payment_id as providerPaymentId',
      'provider_subscription_id as providerSubscriptionId',
      'expires_at as expiresAt',
      'amount_cents as amountCents',
      'currency',
      'subject_type as subjectType',
      'subject_id as subjectId',
      'first_subject_id as firstSubjectId',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

/** The provider answered when its page or its form was opened. */
const isBegun = ({ sessionId, providerPaymentId }: TouchedPayment): boolean =>
  sessionId !== null || providerPaymentId !== null;

/** The provider never answered when its page was opened, and by now nobody can pay on it. */
const isForgotten = (ctx: KindContext, payment: TouchedPayment): boolean =>
  payment.status === 'PENDING' && isLate(ctx, payment);

const isLate = ({ now }: KindContext, { expiresAt }: TouchedPayment): boolean =>
  expiresAt !== null && instantFrom(expiresAt) <= now;

const isOver = (status: PaymentStatus): boolean => status === 'EXPIRED' || status === 'FAILED';

const missingThere = ({ id, provider, sessionId, status }: TouchedPayment): Difference => ({
  type: 'MISSING_THERE',
  provider,
  about: sessionId ?? id,
  paymentId: id,
  ours: status,
  theirs: null,
});

/** Which of our statuses each of the provider's agrees with. What went back was paid. */
const agreeing: Readonly<Record<ReadingStatus, readonly PaymentStatus[]>> = {
  OPEN: ['PENDING'],
  PROCESSING: ['PROCESSING'],
  AUTHORIZED: ['AUTHORIZED'],
  PAID: ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'],
  FAILED: ['FAILED'],
  EXPIRED: ['EXPIRED', 'FAILED'],
};

function differencesFrom(payment: TouchedPayment, state: PaymentReading): Difference[] {
  const { id, provider, sessionId, status } = payment;
  const about = { provider, about: sessionId ?? id, paymentId: id };
  const amountCents = Number(payment.amountCents);
  const found = differencesOf({ ...payment, amountCents, providerSessionId: sessionId }, state);
  const isAmount = found.includes('amount') || found.includes('currency');
  return [
    ...(found.includes('target') ? [missingThere(payment)] : []),
    ...(isAmount
      ? [
          {
            ...about,
            type: 'AMOUNT' as const,
            ours: amountText({ amount: amountCents, currency: payment.currency }),
            theirs: state.amount && amountText(state.amount),
          },
        ]
      : []),
    ...(agreeing[state.status].includes(status)
      ? []
      : [{ ...about, type: 'STATE' as const, ours: status, theirs: state.status }]),
  ];
}

/** A page that was never opened, or that the provider no longer knows. */
async function expirePayment({ em }: Tx<'em'>, { paymentId }: { paymentId: string }): Promise<void> {
  const payment = await em.findOneOrFail(Payment, { id: paymentId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (payment.status === 'PENDING') transition(paymentStates, payment, 'expire');
}
