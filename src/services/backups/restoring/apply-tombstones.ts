import type { AppContext, Tx } from '../../platform/context.ts';
import { sql } from 'kysely';
import { writing } from '../../platform/orm/values.ts';
import { isAddressMark, forgottenAddresses, repeatAddressErasure, repeatErasure } from '../../privacy/index.ts';
import type { KnownTombstone } from '../keeping/tombstone-file.ts';

type Needed = Pick<AppContext, 'run' | 'config' | 'personalData'>;

const atOnce = 500;

/** What was forgotten again. */
export interface Forgotten {
  readonly keys: number;
  readonly people: number;
}

/**
 * Forgets again what was forgotten since the backup: keys first, so that nothing opens, then people. All of them are applied, not
 * only the newer ones: it makes no difference to those that the backup knew.
 */
export async function applyTombstones(
  { run, config, personalData }: Needed,
  tombstones: readonly KnownTombstone[],
): Promise<Forgotten> {
  const idsOf = (wanted: string): string[] =>
    tombstones.filter(({ kind }) => kind === wanted).map(({ subjectId }) => subjectId);
  const keyIds = idsOf('KEY');
  let keys = 0;
  for (let at = 0; at < tombstones.length; at += atOnce) await run(remember, tombstones.slice(at, at + atOnce));
  for (let at = 0; at < keyIds.length; at += atOnce) keys += await run(destroyKeys, keyIds.slice(at, at + atOnce));
  await run(closeFiles, undefined);
  let people = 0;
  for (const userId of idsOf('PERSON')) people += Number(await run(repeatErasure, { userId, personalData }));
  const marks = idsOf('PERSON').filter(isAddressMark);
  const emails = await run(forgottenAddresses, { config, marks });
  for (const email of emails) people += Number(await run(repeatAddressErasure, { email, personalData }));
  return { keys, people };
}

/** Under their numbers, so that the next one is numbered behind all that are known anywhere. */
async function remember({ em, now }: Tx<'em' | 'now'>, tombstones: readonly KnownTombstone[]): Promise<void> {
  const { db, dialect } = writing(em);
  const rows = tombstones.map(({ seq, kind, subjectId }) => ({ seq, kind, subject_id: subjectId, created_at: now }));
  const insert = db.insertInto('tombstone').values(rows);
  await (dialect === 'mysql' ? insert.ignore() : insert.onConflict((conflict) => conflict.doNothing())).execute();
}

async function destroyKeys({ em }: Tx<'em'>, ids: readonly string[]): Promise<number> {
  const { db } = writing(em);
  const { numDeletedRows } = await db.deleteFrom('data_key').where('id', 'in', ids).executeTakeFirst();
  return Number(numDeletedRows);
}

/** A file without its key is deleted. */
async function closeFiles({ em, now }: Tx<'em' | 'now'>): Promise<void> {
  const { db } = writing(em);
  await db
    .updateTable('stored_file')
    .set({ deleted_at: now })
    .where('deleted_at', 'is', null)
    .where('data_key_id', 'not in', (eb) => eb.selectFrom('data_key').select(sql.ref<string>('data_key.id').as('id')))
    .execute();
}
