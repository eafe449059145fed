import { DomainError } from '../kernel/errors.ts';
import { openByVisitorToken } from '../messaging/index.ts';
import { takeTokenTry } from '../platform/mailed-tokens.ts';
import type { Operation } from '../platform/context.ts';
import type { TicketTx } from './context.ts';
import { followMessages } from './follow-messages.ts';
import { rate, type Opinion } from './handle-ticket.ts';
import { lockTicket, measureNow } from './load-ticket.ts';
import { moveTicket } from './move-ticket.ts';
import { actionsByLink, partiesOf, type LinkVerb } from './ticket.policy.ts';
import { ticketSubjectType } from './ticket-subject.ts';

interface ByLink {
  /** Of the mailed link. */
  readonly token: string;
}

/**
 * Whoever asks without an account agrees that their ticket is resolved, and says how content they are. Answers the visitor’s id.
 * Errors: TOKEN_INVALID, NOT_FOUND without a ticket, ACTION_NOT_ALLOWED, RATE_LIMITED.
 */
export const closeTicketAsVisitor: Operation<'run' | 'limits' | 'actor', ByLink & Opinion, string> = async (
  ctx,
  { token, ...opinion },
) => {
  await takeTokenTry(ctx);
  return ctx.run(moveByLink, { token, verb: 'close' as const, opinion });
};

/** It needs no answer any more. Answers the visitor’s id. Errors: the same. */
export const cancelTicketAsVisitor: Operation<'run' | 'limits' | 'actor', ByLink, string> = async (ctx, { token }) => {
  await takeTokenTry(ctx);
  return ctx.run(moveByLink, { token, verb: 'cancel' as const });
};

interface MoveByLink extends ByLink {
  readonly verb: LinkVerb;
  readonly opinion?: Opinion;
}

/** The ticket that the link is about now: what was said before counts first, and may have begun another one. */
async function moveByLink(tx: TicketTx, { token, verb, opinion }: MoveByLink): Promise<string> {
  const { visitor, conversation } = await openByVisitorToken(tx, { token });
  const { contextType, contextId } = conversation;
  if (contextType !== ticketSubjectType || contextId === null) throw new DomainError('NOT_FOUND');
  const ticket = await lockTicket(tx, contextId);
  const measure = await measureNow(tx);
  await followMessages(tx, ticket, measure);
  if (!actionsByLink(partiesOf(ticket), tx.now).includes(verb))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: verb, status: ticket.status });
  if (opinion !== undefined) rate(ticket, opinion);
  moveTicket(tx, ticket, { verb, measure });
  return visitor.id;
}
