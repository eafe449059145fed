import type { Selectable } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import type { Tx, AppContext, Db } from '../../platform/context.ts';
import { requirePermission } from '../../access/actor.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { numberFrom, writing } from '../../platform/orm/values.ts';
import { keyRotated } from './events.ts';
import { rewrap, rewrapSecret, type KeyRing } from '../../vault/index.ts';

const batch = 500;
/** Calls to a key service under way at a time. */
const parallel = 8;

/** Where a rotation stands. */
export interface RewrapProgress {
  readonly rewrapped: number;
  /** How many keys are still wrapped by an old master key. */
  readonly remaining: number;
}

/**
 * Wraps every data key anew under the active master key, in batches that commit one by one: a rotation that was
 * stopped goes on where it was. Files are not touched. The key service is asked outside the transactions.
 */
export async function rewrapKeys(
  ctx: Pick<AppContext, 'run' | 'vault' | 'db' | 'actor'>,
  report: (progress: RewrapProgress) => void,
): Promise<number> {
  requirePermission(ctx.actor, 'key:manage');
  for (let total = 0; ;) {
    const ring = ctx.vault.ring();
    const rows = await wrappedOtherwise(ctx.db, ring).selectAll().orderBy('id').limit(batch).execute();
    const rewrapped = await inParallel(rows, (row) => rewrapRow(ring, row));
    crashPoint('after-keys-wrapped-anew');
    if (rewrapped.length > 0) await ctx.run(writeBatch, { ring, rewrapped });
    crashPoint('after-wrapped-keys-written');
    const remaining = await countOld(ctx.db, ring);
    total += rewrapped.length;
    report({ rewrapped: total, remaining });
    if (remaining > 0) continue;
    if (total > 0) await ctx.run(publishRotation, { keyId: ring.active.id, rewrapped: total });
    return total;
  }
}

/** Data keys that are not under the key they belong under: that of files, or that of secrets. */
const wrappedOtherwise = (db: Db, { active, secretsId }: KeyRing) =>
  db
    .selectFrom('data_key')
    .where(({ eb, or, and }) =>
      or([
        and([eb('is_secret', '=', false), eb('kek_id', '<>', active.id)]),
        and([eb('is_secret', '=', true), eb('kek_id', '<>', secretsId)]),
      ]),
    );

/** How many data keys a rotation still has to wrap anew. */
async function countOld(db: Db, ring: KeyRing): Promise<number> {
  const { count } = await wrappedOtherwise(db, ring)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return numberFrom(count);
}

type Row = Selectable<Tables['data_key']>;

interface Rewrapped {
  readonly id: string;
  readonly oldKekId: string;
  readonly kekId: string;
  readonly wrapped: Buffer;
}

async function rewrapRow(ring: KeyRing, row: Row): Promise<Rewrapped> {
  const ids = { fileId: row.file_id, versionId: row.version_id, dekId: row.id };
  const old = Buffer.from(row.wrapped as Uint8Array);
  const isSecret = Boolean(row.is_secret);
  const wrapped = isSecret ? rewrapSecret(ring, old, ids) : await rewrap(ring, old, ids);
  crashPoint('after-key-wrapped-anew');
  return { id: row.id, oldKekId: row.kek_id, kekId: isSecret ? ring.secretsId : ring.active.id, wrapped };
}

/** A few at a time. When one fails, those under way are waited for: no call goes on unseen. */
async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += parallel) {
    const outcomes = await Promise.allSettled(items.slice(at, at + parallel).map(work));
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') throw outcome.reason;
      results.push(outcome.value);
    }
  }
  return results;
}

const publishRotation = async (
  { emit }: Tx<'emit'>,
  rotated: { readonly keyId: string; readonly rewrapped: number },
): Promise<void> => emit(keyRotated, rotated);

/** A row that was destroyed or wrapped anew meanwhile stays as it is. */
async function writeBatch(
  { em, record, now }: Tx<'em' | 'record' | 'now'>,
  { ring, rewrapped }: { ring: KeyRing; rewrapped: readonly Rewrapped[] },
): Promise<void> {
  const { db } = writing(em);
  for (const { id, oldKekId, kekId, wrapped } of rewrapped)
    await db
      .updateTable('data_key')
      .set({ wrapped, kek_id: kekId, rotated_at: now })
      .where('id', '=', id)
      .where('kek_id', '=', oldKekId)
      .execute();
  record({
    action: 'KEYS_REWRAPPED',
    targetType: 'key',
    targetId: ring.active.id,
    severity: 'HIGH',
    payload: { count: rewrapped.length },
  });
}
