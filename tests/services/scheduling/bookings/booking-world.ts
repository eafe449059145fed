/** A world with an artisan who gives an offering, for tests of bookings. */
import type { Actor } from '../../../../src/services/access/actor.ts';
import { createBooking } from '../../../../src/services/scheduling/index.ts';
import type { CreateBooking } from '../../../../src/services/scheduling/bookings/booking-request.ts';
import type { AppContext } from '../../../../src/services/platform/context.ts';
import { derivedSecrets } from '../../../../src/services/platform/derived-secrets.ts';
import type { EntityManager } from '../../../../src/services/platform/orm/orm.ts';
import { testClock } from '../../../support/clock.ts';
import { nobody } from '../../../support/make/actor.ts';
import { makeArtisan, makeOffering, makeOpening } from '../../../support/make/scheduling.ts';
import { noLimits } from '../../../support/no-limits.ts';
import { createWorld, type World } from '../../../support/world.ts';

export interface BookingWorld extends World {
  readonly ctx: (actor?: Actor) => AppContext;
  /** Who gives what; each call makes another artisan. */
  readonly offering: (
    facts?: Parameters<typeof makeOffering>[2],
    artisan?: Parameters<typeof makeArtisan>[1],
  ) => Promise<{ offeringId: string; artisanId: string }>;
  readonly book: (input: Pick<CreateBooking, 'offeringId'> & Partial<CreateBooking>, actor?: Actor) => Promise<string>;
  readonly quanta: (artisanId: string) => Promise<number>;
}

/** 2027-01-12 at 10:00 in Paris, a Tuesday. */
export const tuesday = new Date('2027-01-12T09:00:00Z');

export async function createBookingWorld(): Promise<BookingWorld> {
  const world = await createWorld({
    services: { limits: noLimits, derived: derivedSecrets(Buffer.alloc(32, 1)) },
    clock: testClock('2027-01-04T08:00:00Z'),
  });
  const make = <T>(work: (em: EntityManager) => T): Promise<T> => world.run(async ({ em }, _: null) => work(em), null);
  const ctx = (actor: Actor = nobody): AppContext => world.contextFor(actor);
  return {
    ...world,
    ctx,
    offering: (facts = {}, artisan = {}) =>
      make((em) => {
        const who = makeArtisan(em, artisan);
        makeOpening(em, who);
        return { offeringId: makeOffering(em, who, facts).id, artisanId: who.id };
      }),
    book: async (input, actor = nobody) => (await createBooking(ctx(actor), { ...someone, ...input })).bookingId,
    quanta: async (artisanId) =>
      (await world.db.selectFrom('quantum').select('q').where('artisan_id', '=', artisanId).execute()).length,
  };
}

/** Whoever books unless a test says otherwise. */
export const someone = {
  startsAt: tuesday,
  customer: { name: 'Claire Dumas', email: 'claire.dumas@example.org' },
  locale: 'fr' as const,
  termsVersion: '2026-01',
};
