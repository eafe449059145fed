// @lane sqlite: dies between the statements of a booking; what a database keeps of a death, crash-points.test.ts has on both
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connectCalendar } from '../../src/services/calendars/index.ts';
import { createBooking, verifyBookings } from '../../src/services/scheduling/index.ts';
import type { CreateBooking } from '../../src/services/scheduling/index.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { instantFrom, writing } from '../../src/services/platform/orm/values.ts';
import { account, hasRadicale, startRadicale, type Radicale } from '../services/adapters/calendars/radicale.ts';
import { openCrashing, type Crashing, type PreparedStep } from '../support/crash-cases.ts';
import { makeArtisan, makeOffering, makeOpening } from '../support/make/scheduling.ts';

let crashing: Crashing;
beforeAll(async () => {
  crashing = await openCrashing({ CALENDARS_ON_THIS_MACHINE: '1' });
});
afterAll(() => crashing.counting.close());

let people = 0;

/** Somebody books the same hour next week of an artisan of their own, with a deposit. */
async function request(): Promise<CreateBooking & { artisanId: string }> {
  const { offeringId, artisanId } = await crashing.ctx().run(async ({ em }: Tx<'em'>) => {
    const artisan = makeArtisan(em);
    makeOpening(em, artisan, { startMinute: 0, endMinute: 1_440 });
    const offering = makeOffering(em, artisan, { depositBasisPoints: 5_000 });
    await em.flush();
    return { offeringId: offering.id, artisanId: artisan.id };
  }, undefined);
  const date = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  return {
    ...{ offeringId, artisanId, date, time: '12:00', locale: 'fr', termsVersion: '2026-01' },
    customer: { name: 'Claire Dumas', email: `claire-${(people += 1)}@example.org` },
    ...{ key: `cle-${people}-de-la-demande`, paymentBy: 'PAGE' },
  };
}

/** The bookings of an artisan, what they take, and the money behind them. */
async function read(artisanId: string): Promise<unknown[]> {
  const { db } = crashing.ctx();
  const bookings = await db
    .selectFrom('booking')
    .select(['id', 'status'])
    .where('artisan_id', '=', artisanId)
    .execute();
  const quanta = await db.selectFrom('quantum').select('q').where('artisan_id', '=', artisanId).execute();
  const payments = await db
    .selectFrom('payment')
    .leftJoin('invoice', 'invoice.id', 'payment.invoice_id')
    .select(['payment.status', 'invoice.kind'])
    .where('payment.subject_id', 'in', ['', ...bookings.map(({ id }) => id)])
    .execute();
  expect(await verifyBookings(db)).toEqual([]);
  return [bookings.map(({ status }) => status), quanta.length, payments.map(({ status, kind }) => [status, kind])];
}

test(
  'a booking that dies anywhere is there once, with its time and one payment, or not at all until it is asked for again',
  () =>
    crashing.survive('book', {
      points: ['after-slot-taken', 'after-booking-written', 'before-commit', 'after-commit', 'after-session-opened'],
      async prepare(): Promise<PreparedStep> {
        const input = await request();
        return { input, end: [['PENDING_PAYMENT'], 12, [['PENDING', null]]], read: () => read(input.artisanId) };
      },
    }),
  300_000,
);

async function unpaid(): Promise<{ artisanId: string; bookingId: string; page: string }> {
  const input = await request();
  const { bookingId, payment } = await createBooking(crashing.ctx(), input);
  return { artisanId: input.artisanId, bookingId, page: (payment?.checkoutUrl ?? '').split('/').at(-1) as string };
}

test(
  'a deposit whose payment dies anywhere confirms one booking and is one deposit invoice',
  () =>
    crashing.survive('event', {
      points: ['after-booking-confirmed', 'after-invoice', 'before-commit', 'after-commit'],
      async prepare(): Promise<PreparedStep> {
        const { artisanId, page } = await unpaid();
        const input = await crashing.counting.checkout.pay(page);
        return { input, end: [['CONFIRMED'], 12, [['PAID', 'DEPOSIT']]], read: () => read(artisanId) };
      },
    }),
  300_000,
);

const over = ({ em, now }: Tx<'em' | 'now'>, bookingId: string): Promise<void> =>
  writing(em)
    .db.updateTable('booking')
    .set({ hold_until: now })
    .where('id', '=', bookingId)
    .execute()
    .then(() =>
      writing(em).db.updateTable('occupancy').set({ hold_until: now }).where('reference_id', '=', bookingId).execute(),
    )
    .then(() => undefined);

test(
  'a hold that ends and dies anywhere frees its time once, and its page cannot be paid',
  () =>
    crashing.survive('endBookingHold', {
      points: ['after-booking-expired', 'after-commit'],
      async prepare(): Promise<PreparedStep> {
        const { artisanId, bookingId, page } = await unpaid();
        await crashing.ctx().run(over, bookingId);
        const closed = async () =>
          (await crashing.counting.checkout.view(page))?.status === 'EXPIRED' ? 'closed' : 'open';
        return {
          input: { bookingId },
          end: [['EXPIRED'], 0, [['EXPIRED', null]], 'closed'],
          read: async () => [...(await read(artisanId)), await closed()],
        };
      },
    }),
  300_000,
);

/** Paid, and kept by nobody else. */
async function confirmed(): Promise<{ artisanId: string; bookingId: string }> {
  const { artisanId, bookingId, page } = await unpaid();
  await crashing.take('event', await crashing.counting.checkout.pay(page));
  await crashing.finishAll();
  return { artisanId, bookingId };
}

test(
  'a cancellation that dies anywhere frees the time once, and gives the deposit back once with its credit note',
  () =>
    crashing.survive('cancelBooking', {
      points: [
        ...['after-booking-cancelled', 'after-cancelled-time-freed', 'after-deposit-given-back'],
        ...['before-commit', 'after-commit'],
      ],
      async prepare(): Promise<PreparedStep> {
        const { artisanId, bookingId } = await confirmed();
        return {
          input: { bookingId },
          end: [['CANCELLED'], 0, [['REFUNDED', 'DEPOSIT']]],
          read: () => read(artisanId),
        };
      },
    }),
  300_000,
);

test(
  'a move that dies anywhere leaves the booking at one of the two times, and at the other once it is asked for again',
  () =>
    crashing.survive('moveBooking', {
      points: [
        ...['after-old-time-freed', 'after-new-time-taken', 'after-booking-moved'],
        ...['before-commit', 'after-commit'],
      ],
      async prepare(): Promise<PreparedStep> {
        const { artisanId, bookingId } = await confirmed();
        const { starts_at } = await booking(bookingId);
        const startsAt = new Date(instantFrom(starts_at).getTime() + 1_800_000).toISOString();
        return {
          input: { bookingId, startsAt },
          end: [['CONFIRMED'], 12, [['PAID', 'DEPOSIT']], startsAt, 1],
          read: async () => {
            const { starts_at: at, sequence } = await booking(bookingId);
            return [...(await read(artisanId)), instantFrom(at).toISOString(), sequence];
          },
        };
      },
    }),
  300_000,
);

const booking = (id: string) =>
  crashing
    .ctx()
    .db.selectFrom('booking')
    .select(['starts_at', 'sequence'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

test(
  'a text whose sending dies is sent once, or is in doubt and not sent again',
  () =>
    crashing.survive('text', {
      points: ['sms-begun', 'sms-handed-over'],
      async prepare(): Promise<PreparedStep> {
        const dedupeKey = `booking-confirmation:${(people += 1)}`;
        const input = { kind: 'booking-confirmation', to: '+33612345678', text: 'RDV confirmé.', dedupeKey };
        const read = async () => {
          const { db, smsFolder } = crashing.ctx();
          const sent = (await smsFolder?.list(1_000))?.filter(({ id }) => id === dedupeKey).length;
          const rows = db.selectFrom('sms_delivery').select('status').where('dedupe_key', '=', dedupeKey);
          return (await rows.execute()).map(({ status }) => `${status} ${sent}`);
        };
        return { input, end: [expect.stringMatching(/^(?:ACCEPTED 1|UNKNOWN 0)$/)], read };
      },
    }),
  300_000,
);

if (hasRadicale())
  describe('in a calendar', () => {
    let radicale: Radicale;
    beforeAll(async () => {
      radicale = await startRadicale();
    });
    afterAll(() => radicale.stop());

    /** Another artisan’s only calendar each time. */
    let calendars = 0;
    async function connected(): Promise<{ bookingId: string; path: string }> {
      const { artisanId, bookingId } = await confirmed();
      const folder = `/${encodeURIComponent(account.user)}`;
      if (calendars > 0) await radicale.ask('DELETE', `${folder}/c${calendars}/`);
      const path = `${folder}/c${(calendars += 1)}/`;
      const body = `<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop><d:displayname>Atelier</d:displayname></d:prop></d:set></c:mkcalendar>`;
      expect((await radicale.ask('MKCALENDAR', path, { body })).status).toBe(201);
      const where = { artisanId, provider: 'CALDAV' as const, server: radicale.url, ...account };
      await connectCalendar(crashing.ctx(crashing.admin), where);
      return { bookingId, path };
    }

    test(
      'an event whose writing dies anywhere is there once, where its booking is, and disagrees with nothing',
      () =>
        crashing.survive('exportBooking', {
          points: ['after-event-planned', 'after-event-written'],
          async prepare(): Promise<PreparedStep> {
            const { bookingId, path } = await connected();
            const { starts_at } = await booking(bookingId);
            const begins = instantFrom(starts_at)
              .toISOString()
              .replace(/[-:]|\.\d+/g, '');
            const read = async () => {
              const { db } = crashing.ctx();
              const links = db.selectFrom('calendar_event_link').select('state').where('booking_id', '=', bookingId);
              const conflicts = db.selectFrom('calendar_conflict').select('id').where('booking_id', '=', bookingId);
              const events = (await (await radicale.ask('GET', path)).text()).match(/^DTSTART.*(?=\r)/gm) ?? [];
              const states = (await links.execute()).map(({ state }) => state);
              return [states, events, (await conflicts.execute()).length];
            };
            return { input: { bookingId }, end: [['WRITTEN'], [`DTSTART:${begins}`], 0], read };
          },
        }),
      300_000,
    );
  });
else console.log('skipped: events that are written by a process that dies (no radicale installed)');
