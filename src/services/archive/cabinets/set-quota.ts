import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { cabinetAccess, mayInCabinet } from '../access/cabinet-access.ts';
import { lockCabinet } from '../access/require.ts';
import { leftOfPlan } from '../documents/space.ts';

export interface SetCabinetQuota {
  readonly id: string;
  /** Bytes; null for what the plan of the owner leaves. */
  readonly storageLimit?: number | null | undefined;
}

/**
 * Limits the space of a cabinet: a manager within the plan of its owner, an admin whatever the plan says. Errors: NOT_FOUND, FORBIDDEN,
 * INPUT_INVALID, PLAN_OVER_QUOTA.
 */
export const setCabinetQuota: UseCase<'em' | 'actor' | 'now' | 'record', SetCabinetQuota, Cabinet> = async (
  tx,
  { id, storageLimit = null },
) => {
  requireSound(storageLimit);
  const cabinet = await lockCabinet(tx, id, 'cabinet:read');
  const access = await cabinetAccess(writing(tx.em).db, tx, id);
  const isAdmin = access.container.places.includes('ADMIN');
  if (!isAdmin && !mayInCabinet(tx.actor, access, 'cabinet:update')) throw new DomainError('FORBIDDEN');
  if (!isAdmin && storageLimit !== null) await requireWithinPlan(tx, cabinet, storageLimit);
  const isAbovePlan = isAdmin && storageLimit !== null;
  Object.assign(cabinet, { storageLimit, isAbovePlan });
  const payload = { changed: ['storageLimit'], storageLimit, isAbovePlan };
  tx.record({ action: 'CABINET_UPDATED', targetType: 'cabinet', targetId: id, payload });
  return cabinet;
};

async function requireWithinPlan({ em }: Tx<'em'>, cabinet: Cabinet, storageLimit: number): Promise<void> {
  const left = await leftOfPlan(writing(em).db, cabinet.owner.id);
  if (left === null) return;
  const allowed = left + cabinet.usedBytes + cabinet.reservedBytes;
  if (storageLimit > allowed)
    throw new DomainError('PLAN_OVER_QUOTA', { feature: 'STORAGE', used: storageLimit, allowed });
}

function requireSound(bytes: number | null): void {
  if (bytes !== null && (!Number.isSafeInteger(bytes) || bytes < 1)) throw fieldError('input.storageLimit', 'min');
}
