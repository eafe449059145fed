import { LockMode } from '@mikro-orm/core';
import { Payment } from '../../entities/billing/payment.entity.ts';
import { PaymentFailure, type OpenedSession } from '../adapters/payments/port.ts';
import { DomainError } from '../kernel/errors.ts';
import { transition } from '../kernel/states.ts';
import type { SubjectType } from '../kernel/subject.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Keyed } from '../platform/request-keys.ts';
import type { Tx, AppContext } from '../platform/context.ts';
import type { BillableRules } from './billable.ts';
import { paymentStates } from './payment.states.ts';
import { isOpened, preparePaymentOnce, type PreparedPayment } from './prepare-payment.ts';

/** A payment page that waits for its payer. */
export interface CheckoutSession {
  readonly paymentId: string;
  readonly sessionId: string;
  /** Where the payer goes to pay. */
  readonly url: string;
  readonly expiresAt: Date;
}

type CheckoutNeeds = Pick<AppContext, 'run' | 'payments' | 'config' | 'log'>;

/**
 * Opens the payment page of a subject, or answers the one that is open already. The payment's row is written first and its
 * id is the idempotency key, so that asking again repairs whatever a crash left in between. Refuses with
 * what the subject's rules refuse with, and with `PAYMENT_UNAVAILABLE` when the provider does not answer. The same key answers
 * the same page, whatever became of it since.
 */
export const openCheckout =
  (subjectType: SubjectType, rules: BillableRules) =>
  async (ctx: CheckoutNeeds, { subjectId, key }: { readonly subjectId: string } & Keyed): Promise<CheckoutSession> => {
    for (let attempt = 1; ; attempt++) {
      const prepared = await ctx.run(preparePaymentOnce(rules), {
        subjectType,
        subjectId,
        provider: ctx.payments.current.provider,
        key,
      });
      if (isOpened(prepared)) return { paymentId: prepared.paymentId, ...prepared.session };
      crashPoint('after-payment-row');
      try {
        const opened = await ctx.payments.current.checkout.openSession(requestOf(ctx, prepared));
        crashPoint('after-session-opened');
        return await ctx.run(storeSession, { paymentId: prepared.paymentId, opened });
      } catch (error) {
        if (!(error instanceof PaymentFailure)) throw error;
        ctx.log.warn(
          { paymentId: prepared.paymentId, kind: error.kind, reason: error.reason },
          'payment page not opened',
        );
        // Nobody has seen a page of this payment. Another row is another key.
        if (error.kind !== 'unavailable')
          await ctx.run(abandonPayment, { paymentId: prepared.paymentId, reason: error.reason });
        if (error.kind !== 'conflict' || attempt === 2)
          throw new DomainError('PAYMENT_UNAVAILABLE', {}, { cause: error });
      }
    }
  };

function requestOf({ config }: Pick<CheckoutNeeds, 'config'>, prepared: PreparedPayment) {
  const { paymentId, amount, description, email, locale, expiresAt, subjectType, subjectId, returnPath } = prepared;
  const back = `${config.frontUrl}${returnPath}`;
  const join = back.includes('?') ? '&' : '?';
  return {
    paymentId,
    amount,
    description,
    locale,
    expiresAt,
    customerEmail: email,
    successUrl: `${back}${join}paiement=succes&session_id={CHECKOUT_SESSION_ID}`,
    cancelUrl: `${back}${join}paiement=annule`,
    metadata: { subjectType, subjectId },
  };
}

async function storeSession(
  { em, record }: Tx<'em' | 'record'>,
  { paymentId, opened }: { paymentId: string; opened: OpenedSession },
): Promise<CheckoutSession> {
  const payment = await em.findOneOrFail(Payment, { id: paymentId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (payment.checkoutUrl === null) {
    // A fast webhook may have stored the session before us.
    payment.providerSessionId ??= opened.sessionId;
    payment.checkoutUrl = opened.url;
    payment.expiresAt = opened.expiresAt;
    record({
      action: 'PAYMENT_SESSION_CREATED',
      targetType: 'payment',
      targetId: payment.id,
      payload: {
        sessionId: opened.sessionId,
        subjectType: payment.subjectType,
        subjectId: payment.subjectId,
        amountCents: payment.amountCents,
        currency: payment.currency,
      },
    });
  }
  return { paymentId, sessionId: opened.sessionId, url: opened.url, expiresAt: opened.expiresAt };
}

async function abandonPayment(
  { em }: Tx<'em'>,
  { paymentId, reason }: { paymentId: string; reason: string },
): Promise<void> {
  const payment = await em.findOneOrFail(Payment, { id: paymentId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (payment.status !== 'PENDING' || payment.providerSessionId !== null) return;
  payment.failureReason = reason;
  transition(paymentStates, payment, 'fail');
}
