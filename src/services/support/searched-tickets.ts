import { sql } from 'kysely';
import { wordsOfTicket } from '../../entities/support/ticket.entity.ts';
import type { SearchedRows } from '../platform/searched-rows.ts';

const tickets: SearchedRows = {
  table: 'ticket',
  unwritten: sql`words = ''`,
  rows: async (db, which, limit) => {
    const query = db.selectFrom('ticket').select(['id', 'reference', 'title', 'description', 'words']);
    const rows = await query.where(which).orderBy('id').limit(limit).execute();
    return rows.map(({ id, words, ...ticket }) => ({ id, words, due: wordsOfTicket(ticket) }));
  },
};

export const searchedInSupport = [tickets];
