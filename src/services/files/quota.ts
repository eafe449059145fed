import { DomainError } from '../kernel/errors.ts';
import { numberFrom } from '../platform/orm/values.ts';
import type { Db } from '../platform/context.ts';

const mostBytes = 5 * 2 ** 30;
const mostFiles = 2_000;

/** Refuses a person whose files already fill their space: 5 GiB or 2,000 files. */
export async function checkQuota(db: Db, ownerId: string): Promise<void> {
  const used = await db
    .selectFrom('stored_file')
    .select(({ fn }) => [fn.countAll().as('files'), fn.sum('size_bytes').as('bytes')])
    .where('owner_id', '=', ownerId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numberFrom(used.files) >= mostFiles || numberFrom(used.bytes) >= mostBytes)
    throw new DomainError('QUOTA_EXCEEDED', { mostBytes, mostFiles });
}
