import { LockMode } from '@mikro-orm/core';
import { Offering, OfferingArtisan } from '../../../entities/scheduling/offering.entity.ts';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { publishAgenda } from '../live.ts';
import { isOwnAgenda } from '../load-artisan.ts';

/** An offering, locked, and who gives it. */
export interface GivenOffering {
  readonly offering: Offering;
  readonly artisans: readonly Artisan[];
}

/** The offering, for its artisans and admins; for anyone else there is none. */
export async function loadOffering(tx: Tx<'em' | 'actor'>, id: string): Promise<GivenOffering> {
  requirePermission(tx.actor, 'offering:manage');
  const offering = isId(id) ? await tx.em.findOne(Offering, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (offering === null) throw new DomainError('NOT_FOUND');
  const artisans = await artisansOf(tx, offering.id);
  if (!artisans.some((artisan) => isOwnAgenda(tx.actor, artisan))) throw new DomainError('NOT_FOUND');
  return { offering, artisans };
}

/** Whoever gives an offering. */
export async function artisansOf({ em }: Tx<'em'>, offeringId: string): Promise<Artisan[]> {
  const given = await em.find(OfferingArtisan, { offering: offeringId });
  return em.find(Artisan, { id: { $in: given.map(({ artisan }) => artisan.id) } });
}

/** Audits a change of an offering, and notifies whoever watches the agendas of its artisans. */
export function noteOffering(
  tx: Tx<'record' | 'publish'>,
  { offering, artisans }: GivenOffering,
  payload: Readonly<Record<string, unknown>>,
): void {
  tx.record({ action: 'OFFERING_CHANGED', targetType: 'offering', targetId: offering.id, payload });
  for (const { id } of artisans) publishAgenda(tx, id);
}
