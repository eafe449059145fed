import { LockMode } from '@mikro-orm/core';
import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import type { Permission } from '../../access/permissions.ts';
import type { Tx } from '../../platform/context.ts';
import { loadArtisan } from '../load-artisan.ts';

/** The artisan, for whoever may do this to them, locked: what is counted of theirs stays counted until the commit. */
export async function lockArtisan(tx: Tx<'em' | 'actor'>, id: string, permission: Permission): Promise<Artisan> {
  const artisan = await loadArtisan(tx, id, permission);
  await tx.em.lock(artisan, LockMode.PESSIMISTIC_WRITE);
  return artisan;
}
