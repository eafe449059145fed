import { sql } from 'kysely';
import { writing } from '../orm/values.ts';
import { inChunks, lost, type PersonalData } from '../personal-data.ts';
import type { Db } from '../context.ts';

const names = (ids: readonly string[]) => ids.map((id) => sql<boolean>`payload like ${`%${id}%`}`);

/** What the machinery remembers of what was done for a person: ids, and now and then the title of a work. */
export const platformPersonalData: PersonalData = {
  domain: 'platform',
  collect: async (db, { userId }) => [
    {
      table: 'outbox_event',
      rows: await db
        .selectFrom('outbox_event')
        .selectAll()
        .where((eb) => eb.or(names([userId])))
        .orderBy('id')
        .execute(),
    },
    {
      table: 'job',
      rows: await db
        .selectFrom('job')
        .selectAll()
        .where((eb) => eb.or(names([userId])))
        .orderBy('id')
        .execute(),
    },
  ],
  async erase({ em }, { userId, traces }) {
    const { db } = writing(em);
    let forgotten = 0;
    for (const ids of inChunks([userId, ...traces])) forgotten += await forget(db, ids);
    await db.deleteFrom('request_key').where('actor_id', '=', userId).execute();
    await db.deleteFrom('live_event').where('stream', 'like', `%:${userId}`).execute();
    return [lost('JOBS', forgotten)];
  },
};

/** Jobs that are waiting or running are kept: they hold ids, which no longer lead to anybody. */
async function forget(db: Db, ids: readonly string[]): Promise<number> {
  const jobs = await db
    .deleteFrom('job')
    .where((eb) => eb.or(names(ids)))
    .where('state', 'in', ['COMPLETED', 'FAILED', 'CANCELLED'])
    .executeTakeFirst();
  const events = await db
    .deleteFrom('outbox_event')
    .where((eb) => eb.or(names(ids)))
    .executeTakeFirst();
  return Number(jobs.numDeletedRows) + Number(events.numDeletedRows);
}
