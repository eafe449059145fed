import { writing } from '../platform/orm/values.ts';
import { kept, type PersonalData } from '../platform/personal-data.ts';
import type { Db } from '../platform/context.ts';
import { forgetSubject } from './forget-subject.ts';
import { auditDataTexts } from './personal-data-texts.ts';

const count = async (db: Db, userId: string): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('audit_entry')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('actor_id', '=', userId)
        .executeTakeFirstOrThrow()
    ).n,
  );

/** What a person did, as the audit log has it: ids, networks and amounts, which point at a pseudonym once the person is erased. */
export const auditPersonalData: PersonalData = {
  domain: 'audit',
  texts: auditDataTexts,
  collect: async (db, { userId }) => [
    {
      table: 'audit_entry',
      rows: await db.selectFrom('audit_entry').selectAll().where('actor_id', '=', userId).orderBy('seq').execute(),
    },
  ],
  async erase(tx, { userId }) {
    await forgetSubject(tx, { subjectId: userId });
    return [kept('JOURNAL', await count(writing(tx.em).db, userId), { ground: 'SECURITY_JOURNAL', until: null })];
  },
};
