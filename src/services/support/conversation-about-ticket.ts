import type { ConversationSource } from '../messaging/index.ts';
import type { MailDataOf } from '../notifications/index.ts';
import { writing } from '../platform/orm/values.ts';
import type { Db } from '../platform/context.ts';
import { ticketAnsweredMail } from './emails/ticket-answered.ts';
import { publishTicket } from './live.ts';
import { lockTicket } from './load-ticket.ts';
import { handlersAmong } from './handlers.ts';
import { watcherIdsOf } from './queries/ticket-parts.ts';
import { ticketPath } from './ticket-path.ts';

/**
 * The thread of a ticket: whoever asks, and those of the team who have it, had one that was merged into it, or watch it; admins see it
 * as any other. It begins with the description, in the name of whoever asks where they wrote it themselves.
 */
export const conversationAboutTicket: ConversationSource = {
  async topic(db, ticketId) {
    const ticket = await find(db, ticketId);
    if (ticket === undefined) return null;
    const merged = await db
      .selectFrom('ticket')
      .select('assignee_id as assigneeId')
      .where('merged_into_id', '=', ticketId)
      .execute();
    const watcherIds = await watcherIdsOf(db, ticketId);
    const teamIds = [...[ticket, ...merged].flatMap(({ assigneeId }) => assigneeId ?? []), ...watcherIds];
    const handlerIds = await handlersAmong(db, [...new Set(teamIds)]);
    const staffIds = handlerIds.filter((id) => id !== ticket.userId);
    const askers = ticket.userId === null ? [] : [ticket.userId];
    return {
      title: `${ticket.reference} ${ticket.title}`.slice(0, 255),
      participantIds: [...askers, ...staffIds],
      staffIds,
      visitorId: ticket.visitorId,
    };
  },

  async greeting({ em }, { subjectId, isNew }) {
    const ticket = isNew ? await find(writing(em).db, subjectId) : undefined;
    // What follows another one begins with the message that they wrote there.
    if (ticket === undefined || ticket.followsId !== null) return null;
    const { description: content, source, userId } = ticket;
    return source === 'WEB' && userId !== null ? { content, type: 'USER_MESSAGE', senderId: userId } : { content };
  },

  async adopted(tx, { subjectId, userId: user }) {
    const ticket = await lockTicket(tx, subjectId);
    tx.em.assign(ticket, { user, visitorId: null });
    publishTicket(tx, ticket);
  },

  // Whoever asks knows their ticket by its number; the team has the usual mail.
  async answerMail({ em, config }, { subjectId, reader, excerpt }) {
    const ticket = await find(writing(em).db, subjectId);
    if (ticket === undefined || ticket.userId !== reader.userId) return null;
    const data: MailDataOf<typeof ticketAnsweredMail> = {
      ...{ firstName: reader.firstName, ticketReference: ticket.reference, ticketTitle: ticket.title, excerpt },
      ticketUrl: config.frontUrl + ticketPath(subjectId),
    };
    return { template: ticketAnsweredMail, data };
  },
};

const find = (db: Db, id: string) =>
  db
    .selectFrom('ticket')
    .select(['reference', 'title', 'description', 'source', 'user_id as userId', 'assignee_id as assigneeId'])
    .select(['follows_id as followsId', 'visitor_id as visitorId'])
    .where('id', '=', id)
    .executeTakeFirst();
