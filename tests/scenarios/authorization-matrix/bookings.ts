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

/** In the agenda of a proofreader: a request, and a booking of a customer that stands. */
export function makeAgenda(
  em: EntityManager,
  { customerId, proofreaderId }: { readonly customerId: string; readonly proofreaderId: string },
): { requestedBooking: string; booking: string; agendaOffering: string; agendaArtisan: string } {
  const artisan: Artisan = makeArtisan(em, { userId: proofreaderId });
  const offering: Offering = makeOffering(em, artisan, { requiresApproval: true });
  const holdUntil = new Date('2027-01-10T09:00:00Z');
  const startsAt = new Date('2026-12-01T09:00:00Z');
  return {
    ...{ agendaOffering: offering.id, agendaArtisan: artisan.id },
    requestedBooking: makeBooking(em, { artisan, offering }, { status: 'REQUESTED', holdUntil }).id,
    booking: makeBooking(em, { artisan, offering }, { userId: customerId, startsAt }).id,
  };
}
