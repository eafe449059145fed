import { DomainError } from '../kernel/errors.ts';
import { numberFrom } from '../platform/orm/values.ts';
import type { Db } from '../platform/context.ts';
import type { StorageAllowance } from './context.ts';

/** The space of a person where nothing says otherwise. */
const usualBytes = 5 * 2 ** 30;
/** As many files for each 5 GiB of space. */
const filesOfUsualSpace = 2_000;

const stored = (db: Db, ownerId: string) =>
  db.selectFrom('stored_file').where('owner_id', '=', ownerId).where('deleted_at', 'is', null);

/** How many bytes a person’s files have. */
export async function storedBytesOf(db: Db, ownerId: string): Promise<number> {
  const { bytes } = await stored(db, ownerId)
    .select(({ fn }) => fn.sum('size_bytes').as('bytes'))
    .executeTakeFirstOrThrow();
  return numberFrom(bytes);
}

/** Refuses a person whose files already fill their space: as their plan says, else 5 GiB; and 2,000 files for each 5 GiB. */
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
  if (numberFrom(used.files) >= mostFiles || numberFrom(used.bytes) >= mostBytes)
    throw new DomainError('QUOTA_EXCEEDED', { mostBytes, mostFiles });
}
