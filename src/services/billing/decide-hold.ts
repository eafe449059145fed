import { LockMode } from '@mikro-orm/core';
import { Payment, type HoldDecision } from '../../entities/billing/payment.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { Tx, UseCase } from '../platform/context.ts';
import { publishPayment } from './live.ts';
import { endHoldTask } from './tasks/intent-jobs.ts';

export interface DecideHold {
  readonly paymentId: string;
}

type DecideContext = 'em' | 'enqueue' | 'record' | 'publish';

const actions = { CAPTURE: 'PAYMENT_CAPTURED', RELEASE: 'PAYMENT_RELEASED' } as const;
const verbs = { CAPTURE: 'capture', RELEASE: 'release' } as const;

/**
 * Decides what becomes of an amount that is held on a card; a job asks the provider. Decided once: the same again changes
 * nothing, the other is `ACTION_NOT_ALLOWED`.
 */
const decide =
  (decision: HoldDecision): UseCase<DecideContext, DecideHold, Payment> =>
  async (tx: Tx<DecideContext>, { paymentId }) => {
    const payment = isId(paymentId)
      ? await tx.em.findOne(Payment, { id: paymentId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null;
    if (payment === null) throw new DomainError('NOT_FOUND');
    if (payment.holdDecision === decision) return payment;
    if (payment.status !== 'AUTHORIZED' || payment.holdDecision !== null)
      throw new DomainError('ACTION_NOT_ALLOWED', { action: verbs[decision], status: payment.status });
    payment.holdDecision = decision;
    tx.record({
      action: actions[decision],
      targetType: 'payment',
      targetId: payment.id,
      payload: { amountCents: payment.amountCents, currency: payment.currency },
    });
    tx.enqueue(endHoldTask, { paymentId }, { dedupeKey: `${endHoldTask.kind}:${paymentId}` });
    publishPayment(tx, paymentId);
    return payment;
  };

/** Takes what is held on a card: the payment is then paid, and invoiced. */
export const capturePayment = decide('CAPTURE');

/** Releases what is held on a card: nothing is taken. */
export const releasePayment = decide('RELEASE');
