import { sql, type ExpressionBuilder } from 'kysely';
import type { Tables } from '../../entities/index.ts';
import { writing } from '../platform/orm/values.ts';
import { inChunks, lost, type DataSubject, type PersonalData } from '../platform/personal-data.ts';
import type { Db } from '../platform/context.ts';

/** Mails to an account, and to an address without one: what was sent there for somebody else belongs to that person. */
const areTheirs =
  ({ userId, email }: Pick<DataSubject, 'userId' | 'email'>) =>
  (eb: ExpressionBuilder<Tables, 'email_delivery'>) =>
    eb.or([eb('recipient_id', '=', userId), eb.and([eb('recipient_id', 'is', null), eb('to_email', '=', email)])]);

/** The notifications of a person, and those of others about them or their things. */
export const notificationsPersonalData: PersonalData = {
  domain: 'notifications',
  collect: async (db, { userId, email }) => [
    {
      table: 'notification',
      rows: await db.selectFrom('notification').selectAll().where('user_id', '=', userId).orderBy('id').execute(),
    },
    {
      table: 'email_delivery',
      rows: await db
        .selectFrom('email_delivery')
        .selectAll()
        .where(areTheirs({ userId, email }))
        .orderBy('id')
        .execute(),
    },
  ],
  async erase({ em }, { userId, email, traces }) {
    const { db } = writing(em);
    const deleted = await db.deleteFrom('notification').where('user_id', '=', userId).executeTakeFirst();
    const mails = await db
      .deleteFrom('email_delivery')
      .where((eb) => eb.or([eb('recipient_id', '=', userId), eb('to_email', '=', email)]))
      .executeTakeFirst();
    const about = { notifications: 0, mails: 0 };
    for (const ids of inChunks(traces)) {
      about.notifications += await deleteAbout(db, 'notification', ids);
      about.mails += await deleteAbout(db, 'email_delivery', ids);
    }
    return [
      lost('NOTIFICATIONS', Number(deleted.numDeletedRows) + about.notifications),
      lost('MAILS', Number(mails.numDeletedRows) + about.mails),
    ];
  },
};

/** Where a row may name what it is about. */
const naming = { notification: ['data', 'action_url', 'dedupe_key'], email_delivery: ['data', 'dedupe_key'] } as const;

/**
 * Notifications to others that name one of these ids: they contain the title, the name or the words of the erased
 * person.
 */
async function deleteAbout(db: Db, table: keyof typeof naming, ids: readonly string[]): Promise<number> {
  const named = ids.flatMap((id) => naming[table].map((column) => sql<boolean>`${sql.ref(column)} like ${`%${id}%`}`));
  const { numDeletedRows } = await db
    .deleteFrom(table)
    .where((eb) => eb.or(named))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
