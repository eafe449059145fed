import { writing } from '../platform/orm/values.ts';
import { lost, type PersonalData } from '../platform/personal-data.ts';

/** Copies on their way to a person, and receipts. */
export const privacyPersonalData: PersonalData = {
  domain: 'privacy',
  collect: async (db, { userId }) => [
    { table: 'data_export', rows: await db.selectFrom('data_export').selectAll().where('user_id', '=', userId).orderBy('id').execute() },
  ],
  async files(db, { userId }) {
    const rows = await db.selectFrom('data_export').select('file_id').where('user_id', '=', userId).where('file_id', 'is not', null).execute();
    return { theirs: rows.map(({ file_id }) => file_id as string), othersToo: [] };
  },
  async erase({ em }, { userId }) {
    const { numDeletedRows } = await writing(em).db.deleteFrom('data_export').where('user_id', '=', userId).executeTakeFirst();
    return [lost('EXPORTS', Number(numDeletedRows))];
  },
};
