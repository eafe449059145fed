import { Ticket, TicketWatcher } from '../../entities/support/ticket.entity.ts';
import { lost, type PersonalData } from '../platform/personal-data.ts';
import type { Db } from '../platform/context.ts';
import { supportDataTexts } from './personal-data-texts.ts';

const ticketsOf = (db: Db, userId: string) => db.selectFrom('ticket').where('user_id', '=', userId);

const tagsOf = (db: Db, userId: string) =>
  db.selectFrom('ticket_tag').where('ticket_id', 'in', ticketsOf(db, userId).select('id'));

/** What a person asked for, as they wrote it, and the words that the team finds it under. */
export const supportPersonalData: PersonalData = {
  domain: 'support',
  texts: supportDataTexts,
  collect: async (db, { userId }) => [
    { table: 'ticket', rows: await ticketsOf(db, userId).selectAll().orderBy('id').execute() },
    { table: 'ticket_tag', rows: await tagsOf(db, userId).selectAll().orderBy('id').execute() },
  ],
  traces: async (db, { userId }) => (await ticketsOf(db, userId).select('id').execute()).map(({ id }) => id),
  // Their conversations are messaging’s; what they had of others is nobody’s from now on, and what they watched they watch no more.
  async erase({ em }, { userId }) {
    await em.nativeUpdate(Ticket, { assignee: userId }, { assignee: null });
    await em.nativeDelete(TicketWatcher, { user: userId });
    return [lost('TICKETS', await em.nativeDelete(Ticket, { user: userId }))];
  },
};
