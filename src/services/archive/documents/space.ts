import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { entitlementOf } from '../../billing/index.ts';
import { storedBytesOf } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Db, Tx } from '../../platform/context.ts';
import { takeTurn } from '../../platform/exclusive.ts';
import { numberFrom, writing } from '../../platform/orm/values.ts';

/** The space of a person where no plan says otherwise, as for files. */
const usualBytes = 5 * 2 ** 30;

/** What the cabinets of a person hold and have promised to uploads, in plain bytes. */
export async function cabinetBytesOf(db: Db, ownerId: string): Promise<number> {
  const { bytes } = await db
    .selectFrom('cabinet')
    .select(({ fn }) => [fn.sum('used_bytes').as('used'), fn.sum('reserved_bytes').as('reserved')])
    .where('owner_id', '=', ownerId)
    .where('status', '!=', 'DESTROYED')
    .execute()
    .then(([sums]) => ({ bytes: numberFrom(sums?.used) + numberFrom(sums?.reserved) }));
  return bytes;
}

/** How many bytes an owner's plan leaves for their cabinets; null for no limit. */
export async function leftOfPlan(db: Db, ownerId: string): Promise<number | null> {
  const allowance = await entitlementOf(db, { personId: ownerId, feature: 'STORAGE', isWriting: true });
  if (allowance === null) return null;
  return (allowance ?? usualBytes) - (await storedBytesOf(db, ownerId)) - (await cabinetBytesOf(db, ownerId));
}

/**
 * Refuses more bytes than a locked cabinet has space for: its own limit, and what the plan of its owner leaves, unless an admin set the
 * limit. `QUOTA_EXCEEDED`. What is reserved for uploads counts as used.
 */
export async function requireSpace(tx: Tx<'em' | 'now'>, cabinet: Cabinet, bytes: number): Promise<void> {
  const { storageLimit, usedBytes, reservedBytes, isAbovePlan, owner } = cabinet;
  if (storageLimit !== null && usedBytes + reservedBytes + bytes > storageLimit)
    throw new DomainError('QUOTA_EXCEEDED', { mostBytes: storageLimit });
  if (isAbovePlan) return;
  // Two cabinets of one owner do not fill the same space at one instant.
  await takeTurn(tx, 'archive space', owner.id);
  await tx.em.flush();
  const left = await leftOfPlan(writing(tx.em).db, owner.id);
  if (left !== null && bytes > left) throw new DomainError('QUOTA_EXCEEDED', { leftBytes: Math.max(0, left) });
}
