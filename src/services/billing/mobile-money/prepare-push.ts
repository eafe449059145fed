import { Payment } from '../../../entities/billing/payment.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { Locale } from '../../kernel/locale.ts';
import { mobileMoneyLimits, type MobileNetwork } from '../../kernel/mobile-money.ts';
import type { Money } from '../../kernel/money.ts';
import { transition } from '../../kernel/states.ts';
import type { Subject } from '../../kernel/subject.ts';
import type { Tx } from '../../platform/context.ts';
import type { Billables } from '../billable.ts';
import { personColumnsOf } from '../payer.ts';
import { openPaymentStatuses, paymentStates } from '../payment.states.ts';
import { requireNoOther } from '../open-payments.ts';
import { contactOf } from '../payer-contact.ts';
import { lookAtPushTask } from '../tasks/look-at-push.task.ts';
import { nextLookAt } from './look-times.ts';

export interface PreparePush {
  readonly subject: Subject;
  readonly provider: string;
  readonly network: MobileNetwork;
  readonly phoneLast4: string;
}

export interface PreparedPush {
  readonly paymentId: string;
  readonly amount: Money;
  readonly description: string;
  readonly locale: Locale;
  readonly returnPath: string;
}

/**
 * Writes the row of a push before it leaves. It is PROCESSING from the start, so that nothing else is opened for its subject,
 * and its first look is planned with it: whatever a crash leaves behind is found.
 */
export const preparePush =
  (billables: Billables) =>
  async (
    tx: Tx<'em' | 'actor' | 'now' | 'enqueue' | 'record'>,
    { subject, provider, network, phoneLast4 }: PreparePush,
  ): Promise<PreparedPush> => {
    const { em, now } = tx;
    const { type: subjectType, id: subjectId } = subject;
    const bill = await billables[subjectType].describe(tx, subjectId);
    requireAmount(bill.total);
    const { user, locale } = await contactOf(tx, bill.payer);
    requireNoOther(await em.find(Payment, { subjectType, subjectId, status: [...openPaymentStatuses] }));
    const payment = em.create(Payment, {
      payer: user,
      ...personColumnsOf(bill.payer),
      subjectType,
      subjectId,
      provider,
      network,
      phoneLast4,
      flow: 'PUSH',
      method: 'MOBILE_MONEY',
      description: bill.description.slice(0, 255),
      amountCents: bill.total.amount,
      currency: bill.total.currency,
    });
    await em.flush();
    transition(paymentStates, payment, 'process');
    planLook(tx, payment, now);
    record(tx, payment);
    const { description } = payment;
    return {
      paymentId: payment.id,
      amount: bill.total,
      description,
      locale,
      returnPath: bill.returnPath,
    };
  };

function requireAmount({ amount, currency }: Money): void {
  if (currency !== 'XOF') throw fieldError('input.subject', 'currency');
  const { least, most } = mobileMoneyLimits;
  if (amount < least) throw new DomainError('AMOUNT_TOO_SMALL', { least, currency });
  if (amount > most) throw new DomainError('AMOUNT_TOO_LARGE', { most, currency });
}

/** Plans the next look at a push; false when a day has passed. Planned twice for the same instant, it is one job. */
export function planLook({ enqueue }: Tx<'enqueue'>, { id, createdAt }: LookedAt, now: Date): boolean {
  const runAt = nextLookAt(createdAt, now);
  if (runAt === undefined) return false;
  enqueue(lookAtPushTask, { paymentId: id }, { runAt, dedupeKey: `${lookAtPushTask.kind}:${id}:${runAt.getTime()}` });
  return true;
}

type LookedAt = Pick<Payment, 'id' | 'createdAt'>;

const record = (tx: Tx<'record'>, payment: Payment): void =>
  tx.record({
    action: 'PAYMENT_PUSH_REQUESTED',
    targetType: 'payment',
    targetId: payment.id,
    payload: {
      network: payment.network,
      subjectType: payment.subjectType,
      subjectId: payment.subjectId,
      amountCents: payment.amountCents,
      currency: payment.currency,
    },
  });
