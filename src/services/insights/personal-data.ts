import { writing } from '../platform/orm/values.ts';
import { lost, type PersonalData } from '../platform/personal-data.ts';

/** What a person asked for: monthly figures by mail. Reports hold no personal data. */
export const insightsPersonalData: PersonalData = {
  domain: 'insights',
  texts: {
    records: { REPORT_WISHES: { fr: 'demandes de rapport mensuel', en: 'requests for the monthly report' } },
    tables: {},
  },
  collect: async (db, { userId }) => [
    {
      table: 'report_wish',
      rows: await db.selectFrom('report_wish').selectAll().where('user_id', '=', userId).execute(),
    },
  ],
  async erase({ em }, { userId }) {
    const { numDeletedRows } = await writing(em)
      .db.deleteFrom('report_wish')
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow();
    return [lost('REPORT_WISHES', Number(numDeletedRows))];
  },
};
