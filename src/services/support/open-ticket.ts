import {
  Ticket,
  type TicketCategory,
  type TicketPriority,
  type TicketSource,
} from '../../entities/support/ticket.entity.ts';
import { giveSubject, syncConversation } from '../messaging/index.ts';
import type { TicketTx } from './context.ts';
import { conversationAboutTicket } from './conversation-about-ticket.ts';
import { ticketOpened } from './events.ts';
import { measureNow } from './load-ticket.ts';
import { mailOpened } from './mail-asker.ts';
import { setClock } from './sla/ticket-clock.ts';
import { takeReference } from './ticket-reference.ts';
import { ticketSubject } from './ticket-subject.ts';

/** What a ticket begins with. */
export interface TicketOpening {
  /** Who asks; null for a visitor. */
  readonly userId: string | null;
  readonly visitorId?: string | null;
  readonly title: string;
  readonly description: string;
  readonly category: TicketCategory;
  readonly priority: TicketPriority;
  readonly source: TicketSource;
  readonly orderId?: string | null;
  /** The one that was over. */
  readonly followsId?: string;
  /** The conversation that it is made of, and the number of the last message so far: those move nothing. */
  readonly saidBefore?: { readonly conversationId: string; readonly lastSeq: number };
  /** When it began, where that was before. */
  readonly openedAt?: Date;
}

/** Opens a ticket, with its number, its targets, its conversation, and a mail to whoever asks. */
export async function openTicket(
  tx: TicketTx,
  { userId, visitorId = null, followsId, saidBefore, openedAt = tx.now, orderId = null, ...facts }: TicketOpening,
): Promise<Ticket> {
  const ticket = tx.em.create(Ticket, {
    ...{ ...facts, orderId, visitorId, openedAt, user: userId, follows: followsId ?? null },
    ...{ reference: await takeReference(tx), pauses: [], alerts: [], seenSeq: saidBefore?.lastSeq ?? 0 },
    // Read by the clock, before the database has given them their defaults.
    ...{ status: 'OPEN', assignee: null, firstResponseAt: null, waitingSince: null },
  });
  setClock(ticket, await measureNow(tx));
  await tx.em.flush();
  const subject = ticketSubject(ticket.id);
  if (saidBefore !== undefined) await giveSubject(tx, { conversationId: saidBefore.conversationId, subject });
  await syncConversation(tx, { subject, source: conversationAboutTicket });
  tx.record({
    ...{ action: 'TICKET_OPENED', targetType: 'ticket', targetId: ticket.id },
    payload: { category: ticket.category, priority: ticket.priority, source: ticket.source },
  });
  tx.emit(ticketOpened, { ticketId: ticket.id, userId });
  await mailOpened(tx, ticket);
  return ticket;
}
