import { sql, type ExpressionBuilder } from 'kysely';
import type { Tables } from '../../entities/index.ts';
import { writing } from '../platform/orm/values.ts';
import { inChunks, lost, type DataSubject, type PersonalData } from '../platform/personal-data.ts';
import type { Db } from '../platform/context.ts';
import { notificationsDataTexts } from './personal-data-texts.ts';

/** Mails to an account, and to an address without one: what was sent there for somebody else belongs to that person. */
const areTheirs =
  ({ userId, email }: Pick<DataSubject, 'userId' | 'email'>) =>
  (eb: ExpressionBuilder<Tables, 'email_delivery'>) =>
    eb.or([eb('recipient_id', '=', userId), eb.and([eb('recipient_id', 'is', null), eb('to_email', '=', email)])]);

/** The notifications of a person, and those of others about them or their things. */
export const notificationsPersonalData: PersonalData = {
  domain: 'notifications',
  texts: notificationsDataTexts,
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
    {
      table: 'sms_delivery',
      rows: await db.selectFrom('sms_delivery').selectAll().where('recipient_id', '=', userId).orderBy('id').execute(),
    },
    ...(await chosenBy(db, userId)),
    {
      table: 'email_event',
      rows: await db
        .selectFrom('email_event')
        .selectAll()
        .where('delivery_id', 'in', (eb) =>
          eb.selectFrom('email_delivery').select('id').where(areTheirs({ userId, email })),
        )
        .orderBy('id')
        .execute(),
    },
    {
      table: 'email_suppression',
      rows: await db.selectFrom('email_suppression').selectAll().where('address', '=', email).orderBy('id').execute(),
    },
  ],
  async erase({ em }, { userId, email, traces }) {
    const { db } = writing(em);
    const deleted = await db.deleteFrom('notification').where('user_id', '=', userId).executeTakeFirst();
    const mails = await db
      .deleteFrom('email_delivery')
      .where((eb) => eb.or([eb('recipient_id', '=', userId), eb('to_email', '=', email)]))
      .executeTakeFirst();
    const texts = await db.deleteFrom('sms_delivery').where('recipient_id', '=', userId).executeTakeFirst();
    const chosen = await forgetChoices(db, userId);
    // The address stays out of use by its hash, which names nobody.
    const suppressed = await db
      .updateTable('email_suppression')
      .set({ address: null })
      .where('address', '=', email)
      .executeTakeFirst();
    const about = { notifications: 0, mails: 0, texts: 0 };
    for (const ids of inChunks(traces)) {
      about.notifications += await deleteAbout(db, 'notification', ids);
      about.mails += await deleteAbout(db, 'email_delivery', ids);
      about.texts += await deleteTextsAbout(db, ids);
    }
    return [
      lost('NOTIFICATIONS', Number(deleted.numDeletedRows) + about.notifications),
      lost('MAILS', Number(mails.numDeletedRows) + about.mails),
      lost('NOTIFICATION_PREFERENCES', chosen),
      lost('EMAIL_SUPPRESSIONS', Number(suppressed.numUpdatedRows)),
      lost('TEXTS', Number(texts.numDeletedRows) + about.texts),
    ];
  },
};

const choices = ['notification_preference', 'quiet_hours', 'digest_schedule'] as const;

async function chosenBy(db: Db, userId: string) {
  const collected = [];
  for (const table of choices)
    collected.push({ table, rows: await db.selectFrom(table).selectAll().where('user_id', '=', userId).execute() });
  return collected;
}

async function forgetChoices(db: Db, userId: string): Promise<number> {
  let deleted = 0;
  for (const table of choices) {
    const { numDeletedRows } = await db.deleteFrom(table).where('user_id', '=', userId).executeTakeFirst();
    deleted += Number(numDeletedRows);
  }
  return deleted;
}

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

/** Texts of somebody without an account are theirs by what they are about. */
export const textsAbout = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('sms_delivery')
    .selectAll()
    .where('recipient_id', 'is', null)
    .where('subject_id', 'in', ids)
    .orderBy('id')
    .execute();

async function deleteTextsAbout(db: Db, ids: readonly string[]): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('sms_delivery').where('subject_id', 'in', ids).executeTakeFirst();
  return Number(numDeletedRows);
}
