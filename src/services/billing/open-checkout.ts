import { LockMode } from '@mikro-orm/core';
import { Payment } from '../../entities/billing/payment.entity.ts';
import type { OpenedSession } from '../adapters/payments/port.ts';
import type { SubjectType } from '../kernel/subject.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Keyed } from '../platform/request-keys.ts';
import type { Tx, AppContext } from '../platform/context.ts';
import { passFailedBeginning } from './abandon-payment.ts';
import type { BillableRules } from './billable.ts';
import { isOpened, isFree, preparePaymentOnce, type PreparedPayment, type FreePayment } from './prepare-payment.ts';

/** A payment page that waits for its payer. */
export interface CheckoutSession {
  readonly paymentId: string;
  /** What `paymentStatus` is asked with: the payment's id where there was nothing to pay. */
  readonly sessionId: string;
  /** Where the payer goes: to pay, or back where there was nothing to pay. */
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
        smallest: ctx.payments.current.smallest,
        flow: 'CHECKOUT',
        key,
      });
      if (isFree(prepared)) return nothingToPay(ctx, prepared);
      if (isOpened(prepared)) return { paymentId: prepared.paymentId, ...prepared.session };
      crashPoint('after-payment-row');
      try {
        const opened = await ctx.payments.current.checkout.openSession(requestOf(ctx, prepared));
        crashPoint('after-session-opened');
        return await ctx.run(storeSession, { paymentId: prepared.paymentId, opened });
      } catch (error) {
        await passFailedBeginning(ctx, { paymentId: prepared.paymentId, error, isLast: attempt === 2 });
      }
    }
  };

const nothingToPay = ({ config }: Pick<CheckoutNeeds, 'config'>, free: FreePayment): CheckoutSession => ({
  paymentId: free.paymentId,
  sessionId: free.paymentId,
  url: `${config.frontUrl}${free.returnPath}`,
  expiresAt: free.paidAt,
});

function requestOf({ config }: Pick<CheckoutNeeds, 'config'>, prepared: PreparedPayment) {
  const { paymentId, amount, description, email, locale, expiresAt, subjectType, subjectId, returnPath } = prepared;
  const back = `${config.frontUrl}${returnPath}`;
  const join = back.includes('?') ? '&' : '?';
  return {
    paymentId,
    amount,
    description,
    listed: prepared.listed,
    locale,
    expiresAt,
    customerEmail: email,
    isInstant: prepared.isInstant,
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
