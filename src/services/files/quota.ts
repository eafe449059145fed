import { sql } from 'kysely';
import { storageTables } from '../../entities/tables.ts';
import { DomainError } from '../kernel/errors.ts';
import { numberFrom } from '../platform/orm/values.ts';
import type { Db } from '../platform/context.ts';
import type { StorageAllowance } from './context.ts';

/** The space of a person where nothing says otherwise. */
export const usualBytes = 5 * 2 ** 30;
/** As many files for each 5 GiB of space. */
const filesOfUsualSpace = 2_000;

const stored = (db: Db, ownerId: string) =>
  db.selectFrom('stored_file').where('owner_id', '=', ownerId).where('deleted_at', 'is', null);

/** How many bytes of a person count against their plan: those of their files, and what else the tables say counts. */
export async function storedBytesOf(db: Db, ownerId: string): Promise<number> {
  const { bytes } = await stored(db, ownerId)
    .select(({ fn }) => fn.sum('size_bytes').as('bytes'))
    .executeTakeFirstOrThrow();
  return numberFrom(bytes) + (await bytesBeside(db, ownerId));
}

/** What counts against a person’s plan beside their files, as `storageTables` lists it. */
async function bytesBeside(db: Db, ownerId: string): Promise<number> {
  let sum = 0;
  for (const { table, person, bytes } of storageTables()) {
    const summed = sql.join(
      bytes.map((column) => sql.ref(column)),
      sql` + `,
    );
    const { rows } = await sql<{ bytes: unknown }>`select sum(${summed}) as bytes from ${sql.table(table)}
      where ${sql.ref(person)} = ${ownerId}`.execute(db);
    sum += numberFrom(rows[0]?.bytes);
  }
  return sum;
}

/** Refuses a person who already fills their space: as their plan says, else 5 GiB; and 2,000 files for each 5 GiB. */
export async function checkQuota(
  { db, storageAllowance }: { readonly db: Db; readonly storageAllowance: StorageAllowance },
  ownerId: string,
): Promise<void> {
  const allowance = await storageAllowance(db, ownerId);
  if (allowance === null) return;
  const mostBytes = allowance ?? usualBytes;
  const mostFiles = Math.ceil(mostBytes / usualBytes) * filesOfUsualSpace;
  const used = await stored(db, ownerId)
    .select(({ fn }) => [fn.countAll().as('files'), fn.sum('size_bytes').as('bytes')])
    .executeTakeFirstOrThrow();
  const bytes = numberFrom(used.bytes) + (await bytesBeside(db, ownerId));
  if (numberFrom(used.files) >= mostFiles || bytes >= mostBytes)
    throw new DomainError('QUOTA_EXCEEDED', { mostBytes, mostFiles });
}
