import type { ExpressionBuilder } from 'kysely';
import type { Tables } from '../../entities/index.ts';
import { eraseFiles } from '../files/index.ts';
import { lockedForUpdate, numberFrom, writing } from '../platform/orm/values.ts';
import { heldOf, legalHold } from '../platform/legal-holds.ts';
import { lost, obstacle, redacted, type DataSubject, type PersonalData } from '../platform/personal-data.ts';
import { privacyDataTexts } from './personal-data-texts.ts';

type CopyOf = Pick<DataSubject, 'userId' | 'email'>;

/** Copies by account, and those that go to an address without one. */
const areTheirs =
  ({ userId, email }: CopyOf) =>
  (eb: ExpressionBuilder<Tables, 'data_export'>) =>
    eb.or([eb('user_id', '=', userId), eb('email', '=', email)]);

/** Copies on their way to a person, and receipts. */
export const privacyPersonalData: PersonalData = {
  domain: 'privacy',
  texts: privacyDataTexts,
  keepUnused: [{ table: 'privacy_request', column: 'user_id' }],
  collect: async (db, { userId, email }) => [
    {
      table: 'address_proof',
      rows: await db.selectFrom('address_proof').selectAll().where('email', '=', email).orderBy('id').execute(),
    },
    {
      table: 'data_export',
      rows: await db.selectFrom('data_export').selectAll().where(areTheirs({ userId, email })).orderBy('id').execute(),
    },
    {
      table: 'legal_hold',
      rows: (await db.selectFrom('legal_hold').selectAll().where('person_id', '=', userId).orderBy('id').execute()).map(
        masked,
      ),
    },
    {
      table: 'privacy_request',
      rows: await db.selectFrom('privacy_request').selectAll().where('user_id', '=', userId).orderBy('id').execute(),
    },
  ],
  async files(db, subject) {
    const rows = await db
      .selectFrom('data_export')
      .select('file_id')
      .where(areTheirs(subject))
      .where('file_id', 'is not', null)
      .execute();
    return { theirs: rows.map(({ file_id }) => file_id as string), othersToo: [] };
  },
  /** Evidence stays, and whose it is with it. What is held is reported, why is not. */
  async obstacles(db, { userId }) {
    return obstacle(legalHold, await heldOf(db, userId));
  },
  async erase(tx, { userId, email, fileIds }) {
    const { em, now } = tx;
    const { db, dialect } = writing(em);
    // A copy that was finished since the files were counted; locked, so that none is finished after.
    const copies = await lockedForUpdate(
      db.selectFrom('data_export').select('file_id').where(areTheirs({ userId, email })),
      dialect,
    ).execute();
    await eraseFiles(
      tx,
      copies.flatMap(({ file_id }) => file_id ?? []).filter((id) => !fileIds.includes(id)),
    );
    await db.deleteFrom('address_proof').where('email', '=', email).execute();
    const { numDeletedRows } = await db
      .deleteFrom('data_export')
      .where(areTheirs({ userId, email }))
      .executeTakeFirst();
    // Those in force would have been in the way: these are over, and their words go with the person.
    await db
      .updateTable('legal_hold')
      .set({ reason: '', case_reference: null, release_reason: null })
      .where('person_id', '=', userId)
      .execute();
    // The lines of the register stay as proof; whoever erases their account has no question left.
    await db
      .updateTable('privacy_request')
      .set({ status: 'DONE', handled_at: now })
      .where('user_id', '=', userId)
      .where('status', '=', 'OPEN')
      .execute();
    await db
      .updateTable('privacy_request')
      .set({ details: null, answer: null, extension_reason: null })
      .where('user_id', '=', userId)
      .execute();
    const asked = await db
      .selectFrom('privacy_request')
      .select(({ fn }) => fn.countAll().as('n'))
      .where('user_id', '=', userId)
      .executeTakeFirst();
    return [lost('EXPORTS', Number(numDeletedRows)), lost('REQUESTS', numberFrom(asked?.n), 'PSEUDONYMISED')];
  },
};

/** The words of a case are the application’s, and others': the person sees that there was one. */
const masked = <
  Row extends {
    readonly reason: string;
    readonly case_reference: string | null;
    readonly release_reason: string | null;
  },
>(
  row: Row,
): Row => ({ ...row, reason: redacted, case_reference: redacted, release_reason: redacted });
