import { Artisan } from '../../entities/scheduling/artisan.entity.ts';
import { requirePermission, type Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { Tx } from '../platform/context.ts';

/** Admins, programs and the application reach every agenda; anyone else only their own. */
export const reachesEveryAgenda = ({ kind, role, sets = [] }: Actor): boolean =>
  kind === 'SYSTEM' || kind === 'SERVICE' || role === 'ADMIN' || sets.includes('AUDITOR');

/** Whether the agenda of this person is the actor's to work with. */
export const isOwnAgenda = (actor: Actor, { userId }: Pick<Artisan, 'userId'>): boolean =>
  reachesEveryAgenda(actor) || (userId !== null && userId === actor.userId);

/** The artisan, for whoever may do this to it; for anyone else there is none. */
export async function loadArtisan(tx: Tx<'em' | 'actor'>, id: string, permission: Permission): Promise<Artisan> {
  requirePermission(tx.actor, permission);
  const artisan = isId(id) ? await tx.em.findOne(Artisan, { id }) : null;
  if (artisan === null || !isOwnAgenda(tx.actor, artisan)) throw new DomainError('NOT_FOUND');
  return artisan;
}
