import { LockMode } from '@mikro-orm/core';
import { GuestOrder } from '../../../entities/orders/guest-order.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { Operation, Tx, UseCase } from '../../platform/context.ts';
import { guestReviewRequested } from './events.ts';
import { mailGuestOrder } from './guest-order-mails.ts';
import { openByToken, requireAlive, takeTry } from './guest-order-token.ts';
import { moveGuestOrder } from './move-guest-order.ts';

export interface RequestGuestReview {
  readonly token: string;
  readonly message: string;
}

/**
 * The visitor asks for a price by a person before they pay: the pages differ, or they have a question. Errors:
 * TOKEN_INVALID, GUEST_ORDER_EXPIRED, ACTION_NOT_ALLOWED, INPUT_INVALID.
 */
export const requestGuestReview: Operation<'run' | 'limits' | 'actor', RequestGuestReview, string> = async (
  ctx,
  input,
) => {
  await takeTry(ctx);
  return ctx.run(request, input);
};

async function request(
  tx: Tx<'em' | 'now' | 'record' | 'emit'>,
  { token, message }: RequestGuestReview,
): Promise<string> {
  const guest = await openByToken(tx, token);
  const text = message.trim();
  if (text === '') throw fieldError('input.message', 'isNotBlank');
  moveGuestOrder(tx, guest, { verb: 'askReview' });
  Object.assign(guest, { reviewMessage: text, reviewAnswer: null });
  tx.emit(guestReviewRequested, { guestOrderId: guest.id });
  return guest.id;
}

export interface AnswerGuestReview {
  readonly guestOrderId: string;
  /** What is to be paid from now on; what was shown unless given. */
  readonly total?: Money | null;
  readonly answer: string;
}

/**
 * An admin answers, with a new total or the one that was shown; the visitor is mailed the link back to their order. Errors:
 * NOT_FOUND, GUEST_ORDER_EXPIRED, ACTION_NOT_ALLOWED, INPUT_INVALID.
 */
export const answerGuestReview: UseCase<
  'em' | 'actor' | 'now' | 'record' | 'enqueue',
  AnswerGuestReview,
  string
> = async (tx, { guestOrderId, total, answer }) => {
  requirePermission(tx.actor, 'order:review');
  const guest = await lockGuestOrder(tx, guestOrderId);
  requireAlive(guest, tx.now);
  const text = answer.trim();
  if (text === '') throw fieldError('input.answer', 'isNotBlank');
  if (total && total.currency !== guest.currency) throw fieldError('input.total.currency', 'sameCurrency');
  const quotedCents = total?.amount ?? guest.quotedCents;
  moveGuestOrder(tx, guest, { verb: 'answer', amount: quotedCents, before: guest.quotedCents });
  Object.assign(guest, { reviewAnswer: text, reviews: guest.reviews + 1, quotedCents });
  await mailGuestOrder(tx, guest);
  return guest.id;
};

async function lockGuestOrder({ em }: Tx<'em'>, id: string): Promise<GuestOrder> {
  const guest = isId(id) ? await em.findOne(GuestOrder, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (guest === null) throw new DomainError('NOT_FOUND');
  return guest;
}
