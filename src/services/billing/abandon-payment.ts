import { LockMode } from '@mikro-orm/core';
import { Payment } from '../../entities/billing/payment.entity.ts';
import { PaymentFailure } from '../adapters/payments/port.ts';
import { DomainError } from '../kernel/errors.ts';
import { allows, transition } from '../kernel/states.ts';
import type { AppContext, Tx } from '../platform/context.ts';
import { paymentStates } from './payment.states.ts';

interface FailedBeginning {
  readonly paymentId: string;
  readonly error: unknown;
  /** Nothing else is tried after this one. */
  readonly isLast: boolean;
}

/**
 * A provider did not begin a payment. Returns when another one is to be tried: the key was used for something else, and
 * another row is another key. Throws `PAYMENT_UNAVAILABLE` otherwise.
 */
export async function passFailedBeginning(
  ctx: Pick<AppContext, 'run' | 'log'>,
  { paymentId, error, isLast }: FailedBeginning,
): Promise<void> {
  if (!(error instanceof PaymentFailure)) throw error;
  ctx.log.warn({ paymentId, kind: error.kind, reason: error.reason }, 'payment not begun');
  if (error.kind !== 'unavailable') await ctx.run(abandonPayment, { paymentId, reason: error.reason });
  if (error.kind !== 'conflict' || isLast) throw new DomainError('PAYMENT_UNAVAILABLE', {}, { cause: error });
}

/** The provider refused to begin it: nobody has seen it. */
export async function abandonPayment(
  { em }: Tx<'em'>,
  { paymentId, reason }: { readonly paymentId: string; readonly reason: string },
): Promise<void> {
  const payment = await em.findOneOrFail(Payment, { id: paymentId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (payment.providerSessionId !== null || payment.providerPaymentId !== null) return;
  if (!allows(paymentStates, payment.status, 'fail') || payment.status === 'EXPIRED') return;
  payment.failureReason = reason.slice(0, 255);
  payment.unknownSince = null;
  transition(paymentStates, payment, 'fail');
}
