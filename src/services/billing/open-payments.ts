import { Payment } from '../../entities/billing/payment.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { transition } from '../kernel/states.ts';
import type { Tx } from '../platform/context.ts';
import type { Bill } from './billable.ts';
import { isSamePayer, payerOf } from './payer.ts';
import { doubtfulPaymentStatuses, openPaymentStatuses, paymentStates } from './payment.states.ts';
import type { PaymentSubject, PaymentWish } from './prepare-payment.ts';
import { cancelIntentTask } from './tasks/intent-jobs.ts';

const minutes = (count: number): number => count * 60_000;
/** A page is handed out again while its payer still has time to pay. */
const timeToPay = minutes(5);
/** The provider opens no page for less than 30 minutes. */
const timeToOpen = minutes(35);

/** The payments of a subject that are not over, newest first. */
export const unfinishedOf = (
  { em }: Tx<'em'>,
  { subjectType, subjectId }: Pick<PaymentSubject, 'subjectType' | 'subjectId'>,
): Promise<Payment[]> =>
  em.find(Payment, { subjectType, subjectId, status: [...openPaymentStatuses] }, { orderBy: { id: 'desc' } });

/** Nobody pays twice: what may have been paid, or is held on a card, must come to its end first. */
export function requireNoOther(unfinished: readonly Payment[]): void {
  const doubtful = unfinished.find(({ status }) => doubtfulPaymentStatuses.includes(status));
  if (doubtful !== undefined) throw new DomainError('PAYMENT_IN_DOUBT', { status: doubtful.status });
  if (unfinished.some(({ status }) => status === 'AUTHORIZED'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'pay', status: 'AUTHORIZED' });
}

/**
 * One that was never opened was seen by nobody, unless a card is being charged for it just now. One of a form is ended at its
 * provider, so that nobody pays it too; a page stays open until it runs out, and a second payment of it would go back.
 */
export function closeOthers(tx: Tx<'enqueue'>, open: readonly Payment[], kept: Payment | undefined): void {
  for (const payment of open) {
    if (payment === kept || payment.providerSessionId !== null) continue;
    if (payment.providerPaymentId !== null)
      tx.enqueue(cancelIntentTask, { paymentId: payment.id }, { dedupeKey: `${cancelIntentTask.kind}:${payment.id}` });
    else if (payment.flow === 'SAVED_METHOD') throw new DomainError('PAYMENT_IN_DOUBT', { status: payment.status });
    else transition(paymentStates, payment, 'expire');
  }
}

interface Wanted {
  readonly wish: PaymentWish;
  readonly bill: Bill;
  readonly now: Date;
}

/** Whether an open payment is what is wished for, and its payer still has time to pay it. */
export function isReusable(payment: Payment, { wish, bill, now }: Wanted): boolean {
  const left = (payment.expiresAt?.getTime() ?? 0) - now.getTime();
  const isUnopenedPage = payment.flow === 'CHECKOUT' && payment.checkoutUrl === null;
  const isEnough = left >= (isUnopenedPage ? timeToOpen : timeToPay);
  return isEnough && isSameBill(payment, bill) && isSameWish(payment, wish);
}

const isSameBill = (payment: Payment, { total, payer }: Bill): boolean =>
  payment.amountCents === total.amount && payment.currency === total.currency && isSamePayer(payerOf(payment), payer);

const isSameWish = (payment: Payment, wish: PaymentWish): boolean =>
  payment.provider === wish.provider &&
  payment.flow === wish.flow &&
  payment.isHold === (wish.isHold ?? false) &&
  payment.savesMethod === (wish.savesMethod ?? false) &&
  payment.paymentMethodId === (wish.paymentMethodId ?? null);
