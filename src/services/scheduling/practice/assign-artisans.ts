import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { OfferingArtisan, type Offering } from '../../../entities/scheduling/offering.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { isOwnAgenda } from '../load-artisan.ts';
import { refuseTooMany, type OfferingTx } from './create-offering.ts';
import { loadOffering, noteOffering, type GivenOffering } from './load-offering.ts';
import { lockArtisan } from './lock-artisan.ts';

export interface AssignArtisans {
  readonly offeringId: string;
  /** All of them: 1 to 20. */
  readonly artisanIds: readonly string[];
}

/**
 * Says who gives an offering; bookings stay with their artisan. An artisan adds and takes away nobody but themself. Errors: NOT_FOUND,
 * INPUT_INVALID for an artisan with 100 offerings.
 */
export async function assignArtisans(tx: OfferingTx, { offeringId, artisanIds }: AssignArtisans): Promise<Offering> {
  const given = await loadOffering(tx, offeringId);
  const wanted = new Set(artisanIds);
  const added = [...wanted].filter((id) => !given.artisans.some((artisan) => artisan.id === id)).sort();
  const gone = given.artisans.filter(({ id }) => !wanted.has(id));
  if (gone.some((artisan) => !isOwnAgenda(tx.actor, artisan))) throw new DomainError('NOT_FOUND');
  for (const id of added) await addArtisan(tx, given, id);
  for (const artisan of gone) await tx.em.nativeDelete(OfferingArtisan, { offering: given.offering, artisan });
  if (added.length + gone.length === 0) return given.offering;
  const now = await tx.em.find(Artisan, { id: { $in: artisanIds.filter(isId) } });
  noteOffering(
    tx,
    { offering: given.offering, artisans: [...new Set([...now, ...gone])] },
    { kind: 'ASSIGNED', added, gone: gone.map(({ id }) => id) },
  );
  return given.offering;
}

async function addArtisan(tx: OfferingTx, { offering }: GivenOffering, id: string): Promise<void> {
  const artisan = await lockArtisan(tx, id, 'offering:manage');
  await refuseTooMany(tx, artisan.id);
  tx.em.create(OfferingArtisan, { offering, artisan });
}
