import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { entitlementOf } from '../../billing/index.ts';
import { storedBytesOf, usualBytes } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Db, Tx } from '../../platform/context.ts';
import { takeTurn } from '../../platform/exclusive.ts';
import { writing } from '../../platform/orm/values.ts';
import { quotaCrossed } from '../events.ts';

/** How many bytes an owner’s plan leaves, for cabinets and files alike; null for no limit. */
export async function leftOfPlan(db: Db, ownerId: string): Promise<number | null> {
  const allowance = await entitlementOf(db, { personId: ownerId, feature: 'STORAGE', isWriting: true });
  if (allowance === null) return null;
  return (allowance ?? usualBytes) - (await storedBytesOf(db, ownerId));
}

/**
 * Refuses more bytes than a locked cabinet has space for: its own limit, and what the plan of its owner leaves, unless an admin set the
 * limit. `QUOTA_EXCEEDED`. What is reserved for uploads counts as used. Returns how many bytes it may hold; null for no limit.
 */
export async function requireSpace(tx: Tx<'em' | 'now'>, cabinet: Cabinet, bytes: number): Promise<number | null> {
  const { storageLimit, usedBytes, reservedBytes, isAbovePlan, owner } = cabinet;
  const taken = usedBytes + reservedBytes;
  if (storageLimit !== null && taken + bytes > storageLimit)
    throw new DomainError('QUOTA_EXCEEDED', { mostBytes: storageLimit });
  if (isAbovePlan) return storageLimit;
  // Two cabinets of one owner do not fill the same space at one instant.
  await takeTurn(tx, 'archive space', owner.id);
  await tx.em.flush();
  const left = await leftOfPlan(writing(tx.em).db, owner.id);
  if (left === null) return storageLimit;
  if (bytes > left) throw new DomainError('QUOTA_EXCEEDED', { leftBytes: Math.max(0, left) });
  return Math.min(storageLimit ?? Infinity, taken + left);
}

const marks = [100, 95, 80];

/** How many bytes came into a cabinet, and how many it may hold; null for no limit. */
export interface Usage {
  readonly addedBytes: number;
  readonly mostBytes: number | null;
}

/** Notes that a cabinet has more bytes now: its managers are notified once for each of 80, 95 and 100 % that it crosses. */
export function noteUsage({ emit, now }: Tx<'emit' | 'now'>, cabinet: Cabinet, { addedBytes, mostBytes }: Usage): void {
  const markOf = (bytes: number): number =>
    mostBytes === null ? 0 : (marks.find((mark) => bytes * 100 >= mark * mostBytes) ?? 0);
  const percent = markOf(cabinet.usedBytes);
  // What was destroyed meanwhile has taken it below again.
  const known = Math.min(cabinet.quotaMark, markOf(cabinet.usedBytes - addedBytes));
  if (percent > known) emit(quotaCrossed, { cabinetId: cabinet.id, percent, crossedAt: now.toISOString() });
  cabinet.quotaMark = percent;
}
