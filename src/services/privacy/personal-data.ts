import { numberFrom, writing } from '../platform/orm/values.ts';
import { lost, type PersonalData } from '../platform/personal-data.ts';

/** Copies on their way to a person, and receipts. */
export const privacyPersonalData: PersonalData = {
  domain: 'privacy',
  collect: async (db, { userId }) => [
    { table: 'data_export', rows: await db.selectFrom('data_export').selectAll().where('user_id', '=', userId).orderBy('id').execute() },
    { table: 'privacy_request', rows: await db.selectFrom('privacy_request').selectAll().where('user_id', '=', userId).orderBy('id').execute() },
  ],
  async files(db, { userId }) {
    const rows = await db.selectFrom('data_export').select('file_id').where('user_id', '=', userId).where('file_id', 'is not', null).execute();
    return { theirs: rows.map(({ file_id }) => file_id as string), othersToo: [] };
  },
  async erase({ em, now }, { userId }) {
    const { db } = writing(em);
    const { numDeletedRows } = await db.deleteFrom('data_export').where('user_id', '=', userId).executeTakeFirst();
    // The lines of the register stay as proof; whoever erases their account has no question left.
    await db.updateTable('privacy_request').set({ status: 'DONE', handled_at: now }).where('user_id', '=', userId).where('status', '=', 'OPEN').execute();
    await db.updateTable('privacy_request').set({ details: null, answer: null }).where('user_id', '=', userId).execute();
    const asked = await db.selectFrom('privacy_request').select(({ fn }) => fn.countAll().as('n')).where('user_id', '=', userId).executeTakeFirst();
    return [lost('EXPORTS', Number(numDeletedRows)), lost('REQUESTS', numberFrom(asked?.n), 'PSEUDONYMISED')];
  },
};
