import { openCheckout, type CheckoutSession } from '../billing/index.ts';
import { fieldError } from '../kernel/errors.ts';
import type { Subject } from '../kernel/subject.ts';
import type { Keyed } from '../platform/request-keys.ts';
import type { Operation } from '../platform/context.ts';
import { orderSubject } from './order-subject.ts';

export interface OpenCheckout extends Keyed {
  readonly subject?: Subject | null | undefined;
  /** The subject, in requests of before subjects. */
  readonly orderId?: string | null | undefined;
}

type Needs = 'run' | 'payments' | 'config' | 'log' | 'billables';

/** Opens the payment page of an order, or of an invoice that was issued before it is paid, for whoever owes it. */
export const openOrderCheckout: Operation<Needs, OpenCheckout, CheckoutSession> = (ctx, { subject, orderId, key }) => {
  const { type, id } = subject ?? orderSubject(orderId ?? refuse());
  return openCheckout(type, ctx.billables[type])(ctx, { subjectId: id, key });
};

function refuse(): never {
  throw fieldError('input.subject', 'required');
}
