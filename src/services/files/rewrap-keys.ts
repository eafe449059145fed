import type { Tx, AppContext } from '../platform/context.ts';
import { numberFrom, writing } from '../platform/orm/values.ts';
import { rewrap, type KeyRing } from '../vault/index.ts';

const batch = 500;

/** Where a rotation stands. */
export interface RewrapProgress {
  readonly rewrapped: number;
  /** How many keys are still wrapped by an old master key. */
  readonly remaining: number;
}

/**
 * Wraps every data key anew under the active master key, in batches that commit one by one: a rotation that was
 * stopped goes on where it was. Files are not touched.
 */
export async function rewrapKeys(
  { run, vault }: Pick<AppContext, 'run' | 'vault'>,
  report: (progress: RewrapProgress) => void,
): Promise<number> {
  for (let total = 0; ;) {
    const { rewrapped, remaining } = await run(rewrapBatch, { ring: vault.ring() });
    total += rewrapped;
    report({ rewrapped: total, remaining });
    if (remaining === 0) return total;
  }
}

async function rewrapBatch(
  { em, record, now }: Tx<'em' | 'record' | 'now'>,
  { ring }: { ring: KeyRing },
): Promise<RewrapProgress> {
  const { db } = writing(em);
  const rows = await db
    .selectFrom('data_key')
    .select(['id', 'file_id', 'version_id', 'kek_id', 'wrapped'])
    .where('kek_id', '<>', ring.active.id)
    .orderBy('id')
    .limit(batch)
    .execute();
  for (const row of rows) {
    const ids = { fileId: row.file_id, versionId: row.version_id, dekId: row.id };
    const wrapped = rewrap(ring, Buffer.from(row.wrapped as Uint8Array), ids);
    await db
      .updateTable('data_key')
      .set({ wrapped, kek_id: ring.active.id, rotated_at: now })
      .where('id', '=', row.id)
      .where('kek_id', '=', row.kek_id)
      .execute();
  }
  if (rows.length > 0)
    record({
      action: 'KEYS_REWRAPPED',
      targetType: 'key',
      targetId: ring.active.id,
      severity: 'HIGH',
      payload: { count: rows.length },
    });
  const left = await db
    .selectFrom('data_key')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('kek_id', '<>', ring.active.id)
    .executeTakeFirstOrThrow();
  return { rewrapped: rows.length, remaining: numberFrom(left.count) };
}
