/** A world with artisans, their bookings, and calendars in memory; jobs are run by hand. */
import { createSecretKey } from 'node:crypto';
import type { Actor } from '../../../src/services/access/actor.ts';
import { billingSubscriptions } from '../../../src/services/billing/index.ts';
import { connectCalendar, calendarSubscriptions, calendarTasks } from '../../../src/services/calendars/index.ts';
import { calendarMeasures } from '../../../src/services/calendars/calendar-figures.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { AppContext } from '../../../src/services/platform/context.ts';
import { derivedSecrets } from '../../../src/services/platform/derived-secrets.ts';
import { createMeasures } from '../../../src/services/platform/measures.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { bookingMeasures } from '../../../src/services/scheduling/bookings/booking-figures.ts';
import { createBooking, verifyBookings } from '../../../src/services/scheduling/index.ts';
import { ringOf } from '../../../src/services/vault/key-ring.ts';
import { testClock } from '../../support/clock.ts';
import { makeActor, nobody } from '../../support/make/actor.ts';
import { makePerson } from '../../support/make/person.ts';
import { makeArtisan, makeOffering, makeOpening } from '../../support/make/scheduling.ts';
import { memoryCalendars, type MemoryCalendars } from '../../support/memory-calendars.ts';
import { noLimits } from '../../support/no-limits.ts';
import { createWorld, type World } from '../../support/world.ts';
import { billables } from '../billing/billing-world.ts';

export interface Practice {
  readonly userId: string;
  readonly artisanId: string;
  readonly offeringId: string;
  readonly actor: Actor;
}

export interface CalendarsWorld extends World {
  readonly caldav: MemoryCalendars;
  readonly google: MemoryCalendars;
  /** Other calendars in memory, for the next test. */
  readonly fresh: () => void;
  readonly ctx: (actor?: Actor) => AppContext;
  readonly practice: (facts?: Parameters<typeof makeArtisan>[1], role?: 'ARTISAN' | 'PROOFREADER') => Promise<Practice>;
  /** Connects the CalDAV account, and reads it. */
  readonly connect: (practice: Practice) => Promise<string>;
  readonly book: (practice: Practice, startsAt: string) => Promise<string>;
  readonly faults: () => ReturnType<typeof verifyBookings>;
}

const secret = createSecretKey(Buffer.alloc(32, 9));
const keyId = '01999999-9999-7999-8999-999999999901';
const ring = ringOf({ activeId: keyId, keys: [{ id: keyId, secret }] });

export const account = { server: 'https://cal.example.org/', user: 'morel', password: 'secret' };

export async function createCalendarsWorld(): Promise<CalendarsWorld> {
  const clock = testClock('2027-01-04T08:00:00Z');
  const memory = { caldav: memoryCalendars(), google: memoryCalendars({ hasOauth: true }) };
  const world = await createWorld({
    clock,
    tasks: calendarTasks,
    subscriptions: [...billingSubscriptions, ...calendarSubscriptions],
    services: {
      limits: noLimits,
      measures: createMeasures([...bookingMeasures, ...calendarMeasures]),
      derived: derivedSecrets(Buffer.alloc(32, 1)),
      billables,
      vault: { ring: () => ring, close: () => undefined } as unknown as AppContext['vault'],
      get calendars() {
        return { CALDAV: memory.caldav.connector, GOOGLE: memory.google.connector, ICS: memory.caldav.connector };
      },
    },
  });
  const ctx = (actor: Actor = nobody): AppContext => world.contextFor(actor);
  return {
    ...world,
    get caldav() {
      return memory.caldav;
    },
    get google() {
      return memory.google;
    },
    fresh: () => void Object.assign(memory, { caldav: memoryCalendars(), google: memoryCalendars({ hasOauth: true }) }),
    ctx,
    practice: (facts = {}, role = 'PROOFREADER') =>
      world.run(async ({ em }) => {
        const user = makePerson(em as EntityManager, { role });
        const artisan = makeArtisan(em as EntityManager, { userId: user.id, email: user.email, ...facts });
        makeOpening(em as EntityManager, artisan);
        const offering = makeOffering(em as EntityManager, artisan);
        await em.flush();
        const actor = makeActor(user.id, { role });
        return { userId: user.id, artisanId: artisan.id, offeringId: offering.id, actor };
      }, null),
    async connect({ artisanId, actor }) {
      const { connectionId } = await connectCalendar(ctx(actor), { artisanId, provider: 'CALDAV', ...account });
      await world.worker.runDue();
      return connectionId ?? '';
    },
    async book({ offeringId }, startsAt) {
      const { bookingId } = await createBooking(ctx(), {
        ...{ offeringId, startsAt: new Date(startsAt), locale: 'fr', termsVersion: '2026-01' },
        customer: { name: 'Claire Dumas', email: `${newId()}@example.org` },
      });
      await world.worker.runDue();
      return bookingId;
    },
    faults: () => verifyBookings(world.db),
  };
}
