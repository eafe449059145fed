import { Ticket, TicketWatcher } from '../../entities/support/ticket.entity.ts';
import { visitorIdsOf, visitorsLeft } from '../messaging/index.ts';
import { writing } from '../platform/orm/values.ts';
import { inChunks, lost, type DataSubject, type PersonalData } from '../platform/personal-data.ts';
import type { Db } from '../platform/context.ts';
import { supportDataTexts } from './personal-data-texts.ts';

/** Those of their account, and those of who they were without one. */
async function ticketIdsOf(db: Db, subject: DataSubject): Promise<string[]> {
  const visitorIds = await visitorIdsOf(db, subject);
  const rows = await db
    .selectFrom('ticket')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('user_id', '=', subject.userId),
        ...(visitorIds.length === 0 ? [] : [eb('visitor_id', 'in', visitorIds)]),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** What a person asked for, as they wrote it, and the words that the team finds it under. */
export const supportPersonalData: PersonalData = {
  domain: 'support',
  texts: supportDataTexts,
  async collect(db, subject) {
    const ids = await ticketIdsOf(db, subject);
    if (ids.length === 0) return [];
    const tickets = db.selectFrom('ticket').selectAll().where('id', 'in', ids).orderBy('id');
    const tags = db.selectFrom('ticket_tag').selectAll().where('ticket_id', 'in', ids).orderBy('id');
    return [
      { table: 'ticket', rows: await tickets.execute() },
      { table: 'ticket_tag', rows: await tags.execute() },
    ];
  },
  traces: ticketIdsOf,
  // Their conversations are messaging’s; what they had of others is nobody’s from now on, and what they watched they watch no more.
  async erase({ em }, { userId, traces }) {
    await em.nativeUpdate(Ticket, { assignee: userId }, { assignee: null });
    await em.nativeDelete(TicketWatcher, { user: userId });
    const own = await em.nativeDelete(Ticket, { user: userId });
    return [lost('TICKETS', own + (await eraseOfVisitors({ em }, traces)))];
  },
};

/** Messaging has erased the visitors before, but for those that a legal hold keeps: the ids in the traces say who they were. */
async function eraseOfVisitors({ em }: Pick<Parameters<PersonalData['erase']>[0], 'em'>, traces: readonly string[]) {
  const { db } = writing(em);
  const left = await visitorsLeft(db, traces);
  const gone = traces.filter((id) => !left.includes(id));
  let count = 0;
  for (const ids of inChunks(gone)) count += await em.nativeDelete(Ticket, { visitorId: { $in: ids } });
  return count;
}
