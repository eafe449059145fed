import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CalendarFailure } from '../../../src/services/adapters/calendars/port.ts';
import {
  calendarsOfConnections,
  chooseCalendars,
  disconnectCalendar,
  listCalendarConflicts,
  reconnectCalendar,
  resolveCalendarConflict,
  type CalendarConflictRow,
} from '../../../src/services/calendars/index.ts';
import { exportBookingTask, syncConnectionTask } from '../../../src/services/calendars/calendar-jobs.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { instantFrom } from '../../../src/services/platform/orm/values.ts';
import { cancelBooking, createBooking, rescheduleBooking } from '../../../src/services/scheduling/index.ts';
import { DomainError } from '../../../src/services/kernel/errors.ts';
import { occurrence } from '../../support/memory-calendars.ts';
import { account, createCalendarsWorld, type CalendarsWorld, type Practice } from './calendars-world.ts';

let world: CalendarsWorld;
beforeAll(async () => {
  world = await createCalendarsWorld();
});
beforeEach(() => world.fresh());
afterAll(() => world.close());

const events = () => [...world.caldav.main.events.values()];
const times = (): (string | undefined)[] => events().map(({ occurrences: [found] }) => found?.startsAt.toISOString());

const sync = async (connectionId: string, isFull = false): Promise<void> => {
  await world.run(async (tx: Tx<'enqueue'>) => tx.enqueue(syncConnectionTask, { connectionId, isFull }), null);
  await world.worker.runDue();
};
const exported = async (bookingId: string): Promise<void> => {
  await world.run(async (tx: Tx<'enqueue'>) => tx.enqueue(exportBookingTask, { bookingId }), null);
  await world.worker.runDue();
};
const conflicts = async ({ actor }: Practice, status?: 'OPEN'): Promise<readonly CalendarConflictRow[]> =>
  (await listCalendarConflicts(world.readContext(actor), { first: 20, orderBy: 'CREATED_AT_ASC', status })).nodes;
const kinds = async (practice: Practice): Promise<string[]> =>
  (await conflicts(practice, 'OPEN')).map(({ kind }) => kind);
const bookingAt = async (id: string): Promise<{ status: string; startsAt: string }> => {
  const row = await world.db.selectFrom('booking').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return { status: row.status, startsAt: instantFrom(row.starts_at).toISOString() };
};
const resolve = (practice: Practice, input: Omit<Parameters<typeof resolveCalendarConflict>[1], 'conflictId'>) =>
  conflicts(practice, 'OPEN').then(([conflict]) =>
    resolveCalendarConflict(world.ctx(practice.actor), { conflictId: conflict?.id ?? '', ...input }),
  );

const nine = '2027-01-12T09:00:00.000Z';
const eleven = '2027-01-12T11:00:00.000Z';

/** Somebody whose calendar receives the bookings, and one of these. */
async function booked(facts: Parameters<CalendarsWorld['practice']>[0] = {}) {
  const practice = await world.practice(facts);
  const connectionId = await world.connect(practice);
  return { practice, connectionId, bookingId: await world.book(practice, nine) };
}

/** The artisan's own hand, in their calendar. */
const moveByHand = (bookingId: string, startsAt: string): void => {
  const eventId = `own-${bookingId}`;
  world.caldav.put(eventId, occurrence(startsAt));
};

describe('bookings in the calendar', () => {
  test('a booking is written, moved and removed, once, and never blocks itself', async () => {
    const { practice, connectionId, bookingId } = await booked();
    expect(events()).toMatchObject([{ bookingId, occurrences: [{ title: 'Réglage du piano, Claire Dumas' }] }]);
    await exported(bookingId);
    expect(world.caldav.calls.filter((call) => call === 'put')).toHaveLength(1);
    await rescheduleBooking(world.ctx(practice.actor), { bookingId, startsAt: new Date(eleven) });
    await world.worker.runDue();
    expect(times()).toEqual([eleven]);
    await sync(connectionId);
    await sync(connectionId, true);
    const blocks = world.db.selectFrom('busy_block').select('id').where('artisan_id', '=', practice.artisanId);
    expect(await blocks.execute()).toEqual([]);
    expect(await kinds(practice)).toEqual([]);
    await cancelBooking(world.ctx(practice.actor), { bookingId });
    await world.worker.runDue();
    expect(events()).toEqual([]);
    expect(await world.faults()).toEqual([]);
  });

  test('an artisan who wants it says nothing but the code', async () => {
    await booked({ calendarDetail: 'CODE' });
    expect(events()[0]?.occurrences[0]?.title).toMatch(/^AC-/);
  });

  test('a calendar that fails is written later, and the booking stands', async () => {
    const practice = await world.practice();
    await world.connect(practice);
    world.caldav.failing('put', new CalendarFailure('LIMITED', 'TOO_MANY', { retryAfterSeconds: 90 }));
    const bookingId = await world.book(practice, nine);
    expect([events(), await bookingAt(bookingId)]).toMatchObject([[], { status: 'CONFIRMED' }]);
    world.clock.advance(91_000);
    await world.worker.runDue();
    expect(times()).toEqual([nine]);
  });

  test('what was due while it was refused is written once it is connected again', async () => {
    const practice = await world.practice();
    const connectionId = await world.connect(practice);
    world.caldav.valid = 'changed';
    await world.book(practice, nine);
    expect(events()).toEqual([]);
    await reconnectCalendar(world.ctx(practice.actor), { connectionId, ...account, password: 'changed' });
    await world.worker.runDue();
    expect(times()).toEqual([nine]);
  });

  test('an event whose description somebody changed is read anew, and written over', async () => {
    const { practice, bookingId } = await booked();
    moveByHand(bookingId, nine);
    await rescheduleBooking(world.ctx(practice.actor), { bookingId, startsAt: new Date(eleven) });
    await world.worker.runDue();
    world.clock.advance(61_000);
    await world.worker.runDue();
    expect(times()).toEqual([eleven]);
  });

  test.each([false, true])(
    'a crash between an event and its note (cancelled meanwhile: %s) leaves one event, or none',
    async (isCancelled) => {
      const { practice, bookingId } = await booked();
      await world.db
        .updateTable('calendar_event_link')
        .set({ state: 'PENDING', event_id: null, event_hash: null, etag: null })
        .set({ written_sequence: null, starts_at: null, ends_at: null })
        .where('booking_id', '=', bookingId)
        .execute();
      if (isCancelled) await cancelBooking(world.ctx(practice.actor), { bookingId });
      await exported(bookingId);
      expect(times()).toEqual(isCancelled ? [] : [nine]);
      const links = world.db.selectFrom('calendar_event_link').select('state').where('booking_id', '=', bookingId);
      expect(await links.execute()).toEqual([{ state: isCancelled ? 'REMOVED' : 'WRITTEN' }]);
    },
  );

  test('another calendar receives the bookings: they move there', async () => {
    const practice = await world.practice();
    const second = {
      ...world.caldav.main,
      externalId: 'https://cal.example.org/b/',
      isPrimary: false,
      events: new Map(),
    };
    world.caldav.all.set(second.externalId, second);
    const connectionId = await world.connect(practice);
    await world.book(practice, nine);
    const calendars = (await calendarsOfConnections(world.readContext(), [connectionId])).get(connectionId) ?? [];
    const other = calendars.find(({ receivesBookings }) => !receivesBookings);
    const choice = { connectionId, calendars: [{ id: other?.id ?? '', receivesBookings: true }] };
    await world.run(chooseCalendars, choice, practice.actor);
    await world.worker.runDue();
    expect([events().length, second.events.size]).toEqual([0, 1]);
  });
});

describe('conflicts', () => {
  test('an event that was moved by hand: the artisan is notified, and the booking moves there when the artisan says so', async () => {
    const { practice, connectionId, bookingId } = await booked();
    moveByHand(bookingId, eleven);
    await sync(connectionId);
    await sync(connectionId, true);
    expect(await conflicts(practice)).toMatchObject([
      { kind: 'OWN_EVENT_MOVED', status: 'OPEN', eventStartsAt: new Date(eleven), bookingStartsAt: new Date(nine) },
    ]);
    expect(await bookingAt(bookingId)).toEqual({ status: 'CONFIRMED', startsAt: nine });
    const mails = await world.db
      .selectFrom('email_delivery')
      .select('template')
      .where('template', '=', 'calendar-conflict')
      .execute();
    expect(mails.length).toBeGreaterThan(0);
    await resolve(practice, { resolution: 'MOVE_BOOKING' });
    await world.worker.runDue();
    expect(await bookingAt(bookingId)).toEqual({ status: 'CONFIRMED', startsAt: eleven });
    await sync(connectionId);
    expect([times(), await kinds(practice)]).toEqual([[eleven], []]);
    expect(await conflicts(practice)).toMatchObject([{ resolution: 'MOVE_BOOKING' }]);
  });

  test('restored: it is written where the booking is; moved back by hand: gone by itself', async () => {
    const { practice, connectionId, bookingId } = await booked();
    moveByHand(bookingId, eleven);
    await sync(connectionId);
    await resolve(practice, { resolution: 'RESTORE_EVENT' });
    await world.worker.runDue();
    expect([times(), await kinds(practice)]).toEqual([[nine], []]);
    moveByHand(bookingId, '2027-01-12T13:00:00Z');
    await sync(connectionId);
    expect(await kinds(practice)).toEqual(['OWN_EVENT_MOVED']);
    moveByHand(bookingId, nine);
    await sync(connectionId);
    expect((await conflicts(practice)).map(({ status }) => status)).toEqual(['RESOLVED', 'GONE']);
  });

  test.each([false, true])(
    'an event that was deleted by hand (all read anew: %s): restored, or the booking is cancelled',
    async (isFull) => {
      const { practice, connectionId, bookingId } = await booked();
      world.caldav.remove(`own-${bookingId}`);
      await sync(connectionId, isFull);
      expect(await kinds(practice)).toEqual(['OWN_EVENT_DELETED']);
      await exported(bookingId);
      expect(times()).toEqual([]);
      await resolve(practice, { resolution: 'RESTORE_EVENT' });
      await world.worker.runDue();
      expect(times()).toEqual([nine]);
      world.caldav.remove(`own-${bookingId}`);
      await sync(connectionId);
      expect(await kinds(practice)).toEqual([]);
      await rescheduleBooking(world.ctx(practice.actor), { bookingId, startsAt: new Date(eleven) });
      await world.worker.runDue();
      world.caldav.remove(`own-${bookingId}`);
      await sync(connectionId);
      await resolve(practice, { resolution: 'CANCEL_BOOKING' });
      expect((await bookingAt(bookingId)).status).toBe('CANCELLED');
    },
  );

  test('an event of somebody else on a booking: a conflict, until one of them goes', async () => {
    const { practice, connectionId, bookingId } = await booked();
    world.caldav.put('court', occurrence('2027-01-12T09:30:00Z'));
    await sync(connectionId);
    expect(await kinds(practice)).toEqual(['OVERLAP']);
    await expect(resolve(practice, { resolution: 'RESTORE_EVENT' })).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
    await expect(resolve(practice, { resolution: 'MOVE_BOOKING' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    const taken = resolve(practice, { resolution: 'MOVE_BOOKING', startsAt: new Date('2027-01-12T10:00:00Z') });
    await expect(taken).rejects.toMatchObject({ code: 'SLOT_UNAVAILABLE' });
    world.caldav.remove('court');
    await sync(connectionId);
    expect(await kinds(practice)).toEqual([]);
    world.caldav.put('court', occurrence('2027-01-12T09:30:00Z'));
    await sync(connectionId);
    expect((await conflicts(practice)).map(({ status }) => status)).toEqual(['OPEN']);
    await resolve(practice, { resolution: 'IGNORE' });
    await sync(connectionId, true);
    expect(await kinds(practice)).toEqual([]);
    await rescheduleBooking(world.ctx(practice.actor), { bookingId, startsAt: new Date('2027-01-12T13:00:00Z') });
    await world.worker.runDue();
    expect(await world.faults()).toEqual([]);
    await world.run(disconnectCalendar, { connectionId, keepsBusyTime: false }, practice.actor);
    expect(await world.faults()).toEqual([]);
  });

  test('what was read before an event was written judges nothing', async () => {
    const { practice, connectionId, bookingId } = await booked();
    moveByHand(bookingId, nine);
    world.caldav.during(async () => {
      await rescheduleBooking(world.ctx(practice.actor), { bookingId, startsAt: new Date(eleven) });
      await exportNow(bookingId);
    });
    await sync(connectionId);
    expect(await kinds(practice)).toEqual([]);
  });
});

const exportNow = async (bookingId: string): Promise<void> => {
  const { exportBooking } = await import('../../../src/services/calendars/writing/export-booking.ts');
  await exportBooking(world.ctx(), { bookingId }).catch(() => undefined);
};

describe('at once', () => {
  test('readings that lay and remove busy time while bookings are made, moved and cancelled: nothing overlaps', async () => {
    const practice = await world.practice();
    const connectionId = await world.connect(practice);
    const at = (half: number): string => new Date(Date.parse('2027-01-12T08:00:00Z') + half * 1_800_000).toISOString();
    const strange: unknown[] = [];
    const tried = (work: Promise<unknown>): Promise<unknown> =>
      work.catch((error: unknown) => (error instanceof DomainError ? null : strange.push(error)));
    const made: string[] = [];
    const book = async (half: number): Promise<void> => {
      const { bookingId } = await createBooking(world.ctx(), {
        ...{ offeringId: practice.offeringId, startsAt: new Date(at(half)), locale: 'fr', termsVersion: '2026-01' },
        customer: { name: 'Claire Dumas', email: `race-${half}-${made.length}@example.org` },
      });
      made.push(bookingId);
    };
    const { syncConnection } = await import('../../../src/services/calendars/reading/sync-connection.ts');
    for (let round = 0; round < 4; round += 1) {
      for (const half of [0, 3, 6, 9, 12])
        if ((half + round) % 2 === 0) world.caldav.put(`e${half}`, occurrence(at(half + round)));
        else world.caldav.remove(`e${half}`);
      await Promise.all([
        tried(syncConnection(world.ctx(), { connectionId, isFull: round % 2 === 1 })),
        tried(syncConnection(world.ctx(), { connectionId, isFull: false })),
        ...[1, 4, 7, 10, 13].map((half) => tried(book(half + (round % 3)))),
        ...made
          .splice(0, 2)
          .map((bookingId, index) =>
            tried(
              index === 0
                ? cancelBooking(world.ctx(practice.actor), { bookingId })
                : rescheduleBooking(world.ctx(practice.actor), { bookingId, startsAt: new Date(at(15 - round)) }),
            ),
          ),
      ]);
    }
    await sync(connectionId, true);
    expect(strange).toEqual([]);
    expect(await world.faults()).toEqual([]);
  });
});
