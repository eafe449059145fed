import { PaymentFailure, providersAble, type Simulated } from '../adapters/payments/port.ts';
import { DomainError } from '../kernel/errors.ts';
import type { AppContext } from '../platform/context.ts';

/**
 * Lets something happen at the sandbox, as a payer or a bank would; its events are signed and come through the real route.
 * `NOT_FOUND` where there is no sandbox, as in production; `ACTION_NOT_ALLOWED` for what the payment's state does not allow.
 */
export async function simulateStripeEvent(
  { payments, note }: Pick<AppContext, 'payments' | 'note'>,
  what: Simulated,
): Promise<void> {
  const [provider] = providersAble(payments, 'simulation');
  if (provider === undefined) throw new DomainError('NOT_FOUND');
  try {
    await provider.simulation.simulate(what);
  } catch (error) {
    if (!(error instanceof PaymentFailure)) throw error;
    if (error.kind === 'refused')
      throw new DomainError('ACTION_NOT_ALLOWED', { action: what.type, status: error.reason }, { cause: error });
    throw new DomainError('PAYMENT_UNAVAILABLE', {}, { cause: error });
  }
  await note({
    action: 'STRIPE_EVENT_SIMULATED',
    targetType: 'system',
    payload: { type: what.type, paymentId: what.paymentId },
  });
}
