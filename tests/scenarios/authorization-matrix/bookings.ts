import type { Artisan } from '../../../src/entities/scheduling/artisan.entity.ts';
import type { Offering } from '../../../src/entities/scheduling/offering.entity.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeArtisan, makeBooking, makeOffering, makeOpening } from '../../support/make/scheduling.ts';

/** An offering that anybody books, every day at nine. */
export function makeBookable(em: EntityManager): { bookableOffering: string } {
  const artisan = makeArtisan(em);
  makeOpening(em, artisan);
  return { bookableOffering: makeOffering(em, artisan).id };
}

/** A request in the agenda of a proofreader. */
export function makeRequest(em: EntityManager, userId: string): { requestedBooking: string } {
  const artisan: Artisan = makeArtisan(em, { userId });
  const offering: Offering = makeOffering(em, artisan, { requiresApproval: true });
  const holdUntil = new Date('2027-01-10T09:00:00Z');
  return { requestedBooking: makeBooking(em, { artisan, offering }, { status: 'REQUESTED', holdUntil }).id };
}
