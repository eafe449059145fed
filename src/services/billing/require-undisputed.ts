import { Dispute } from '../../entities/billing/dispute.entity.ts';
import type { Payment } from '../../entities/billing/payment.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Tx } from '../platform/context.ts';

/** What the payer's bank claims is not refunded too: the money would go back twice. */
export async function requireUndisputed({ em }: Tx<'em'>, payment: Payment): Promise<void> {
  if (await em.count(Dispute, { payment, status: 'OPEN' })) throw new DomainError('PAYMENT_DISPUTED');
}
