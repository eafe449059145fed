import type { Order } from '../../../entities/orders/order.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { OrderVerb } from '../order.states.ts';

/** A price that the customer agreed to by a quote is not discussed again, except by another quote. */
export function requireOwnPrice({ quoteId, status }: Order, action: OrderVerb): void {
  if (quoteId !== null) throw new DomainError('ACTION_NOT_ALLOWED', { action, status, quoteId });
}
