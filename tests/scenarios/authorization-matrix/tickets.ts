import { Conversation, ConversationParticipant } from '../../../src/entities/messaging/conversation.entity.ts';
import { CannedReply } from '../../../src/entities/support/support-settings.entity.ts';
import { Ticket, TicketTag, TicketWatcher, type TicketStatus } from '../../../src/entities/support/ticket.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeStoredFile } from '../../support/make/stored-file.ts';
import { makeHeldThings, visitorIds, visitorValues } from './visitors.ts';

interface Around {
  readonly customerId: string;
  readonly staffId: string;
  readonly orderId: string;
  readonly now: Date;
}

/** Tickets of the customer in the states in which each verb begins, one with something in each of its fields, and a canned reply. */
export function makeTickets(em: EntityManager, { customerId, staffId, orderId, now }: Around) {
  const ticket = (status: TicketStatus, more: Partial<Ticket> = {}): Ticket =>
    em.create(Ticket, {
      ...{ reference: `T-${newId().slice(-12)}`, user: customerId, title: 'Facture introuvable', description: 'Où ?' },
      ...{ status, assignee: null, orderId, openedAt: now, pauses: [], alerts: [], ...more },
      ...{ firstResponseDueAt: now, resolutionDueAt: now, firstResponseAt: now, dueKey: now.getTime() },
    });
  const open = ticket('OPEN');
  const held = makeHeldThings(em, now);
  const found = { scanStatus: 'INFECTED', scanResult: 'Eicar-Test-Signature', scannedAt: now } as const;
  makeStoredFile(em, { owner: customerId, name: 'infecté.docx', ...found });
  const whole = ticket('CLOSED', {
    ...{ resolvedAt: now, closedAt: now, waitingSince: now, escalatedAt: now },
    ...{ satisfaction: 4, comment: 'Merci', visitorId: held.visitor },
  });
  em.assign(whole, { assignee: staffId, mergedInto: open, follows: open });
  em.create(TicketTag, { ticket: whole, tag: 'facture' });
  em.create(TicketWatcher, { ticket: whole, user: staffId });
  const conversation = em.create(Conversation, {
    ...{ subject: 'Facture introuvable', contextType: 'TICKET', contextId: open.id, lastMessageAt: now },
  });
  em.create(ConversationParticipant, { conversation, user: customerId, side: 'OUTSIDE', lastMessageAt: now });
  const reply = em.create(CannedReply, { name: `Bonjour ${newId()}`, locale: 'fr', content: 'Bonjour {{firstName}}' });
  return {
    ticket: open.id,
    otherTicket: ticket('OPEN').id,
    waitingTicket: ticket('WAITING', { waitingSince: now }).id,
    resolvedTicket: ticket('RESOLVED', { resolvedAt: now }).id,
    cannedReply: reply.id,
    ...held,
  };
}

/** Which of them an id means, where its name does not say so. */
export const ticketIds: Readonly<Record<string, string>> = {
  ...visitorIds,
  'Query.cannedReplyText(id)': 'cannedReply',
  'CannedReplyInput.id': 'cannedReply',
  'UpdateCannedReplyInput.id': 'cannedReply',
  'AssignTicketInput.userId': 'admin',
  'WatchTicketInput.userId': 'admin',
  'CreateTicketForInput.userId': 'user',
  'MergeTicketsInput.intoId': 'ticket',
  'MergeTicketsInput.ids': 'otherTicket',
  'TicketFilterInput.userId': 'user',
  'TicketFilterInput.assigneeId': 'proofreader',
  'Mutation.resumeTicket(input.ticketId)': 'waitingTicket',
  'Mutation.reopenTicket(input.ticketId)': 'resolvedTicket',
  'Mutation.closeTicket(input.ticketId)': 'resolvedTicket',
};

export const ticketValues: Readonly<Record<string, unknown>> = {
  ...visitorValues,
  'SetTicketStatusInput.status': 'CANCELLED',
  'SetBusinessCalendarInput.zone': 'Europe/Paris',
  'SetBusinessCalendarInput.week': Array.from({ length: 7 }, () => ({ windows: [{ from: '09:00', to: '17:00' }] })),
  'Query.ticketStats(from)': '2026-06-01T00:00:00.000Z',
  'Query.businessTime(minutes)': 60,
};
