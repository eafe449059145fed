import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openServices } from '../../../../src/adapters.ts';
import { BreakRule, Closure, OpeningException } from '../../../../src/entities/scheduling/opening.entity.ts';
import ICAL from 'ical.js';
import type { Artisan } from '../../../../src/entities/scheduling/artisan.entity.ts';
import type { Actor } from '../../../../src/services/access/actor.ts';
import { openStored } from '../../../../src/services/files/index.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import {
  artisanStats,
  bookingTasks,
  exportBookings,
  findBookingsExport,
  type ExportBookings,
} from '../../../../src/services/scheduling/index.ts';
import { mayReadBookingsExport } from '../../../../src/services/scheduling/export/request-export.ts';
import { schedulingRetention } from '../../../../src/services/scheduling/retention.ts';
import { testClock } from '../../../support/clock.ts';
import { makeActor } from '../../../support/make/actor.ts';
import { makePayment } from '../../../support/make/payment.ts';
import { makePerson } from '../../../support/make/person.ts';
import { makeArtisan, makeBooking, makeOffering, makeOpening } from '../../../support/make/scheduling.ts';
import { createWorld, type World } from '../../../support/world.ts';
import { countMinutes, minutesOf, type Fact } from './count-minutes.ts';

let world: World;
let [antoine, louise, admin, auditor] = [] as unknown as [Actor, Actor, Actor, Actor];
let [artisanId, violin, night] = ['', '', ''];
const facts: Fact[] = [];
const clock = testClock('2027-03-01T09:00:00Z');
/** Over the change of the clocks of 28 March 2027, which is Easter Sunday. */
const period = { from: '2027-03-20', to: '2027-04-04' };
const minutes = minutesOf('Europe/Paris', period);
const hostile = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', 'a"b,c', 'Été; «noir»\\, et', 'BEGIN:VEVENT', '０＝1'];

/** The same numbers each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

beforeAll(async () => {
  world = await createWorld({ services: openServices, tasks: bookingTasks, clock });
  await world.run(async ({ em }) => {
    const person = (role: 'ARTISAN' | 'ADMIN') => makeActor(makePerson(em, { role }).id, { role });
    [antoine, louise, admin] = [person('ARTISAN'), person('ARTISAN'), person('ADMIN')];
    auditor = { ...person('ADMIN'), role: 'CUSTOMER', sets: ['AUDITOR'] };
    makeArtisan(em, { userId: louise.userId as string });
    const artisan = makeArtisan(em, { userId: antoine.userId as string, holidayRegion: 'metropole' });
    artisanId = artisan.id;
    await makeYear(em, artisan);
  }, undefined);
});
afterAll(() => world.close());

const statuses = ['CONFIRMED', 'COMPLETED', 'COMPLETED', 'NO_SHOW', 'CANCELLED', 'REQUESTED', 'EXPIRED'] as const;

/** Open from Tuesday on, with breaks, a closure, an exception, a holiday, and one offering that has nights of its own. */
async function makeYear(em: Parameters<typeof makeArtisan>[0], artisan: Artisan): Promise<void> {
  const offerings = [
    makeOffering(em, artisan, { name: 'Violon', durationMinutes: 60 }),
    makeOffering(em, artisan, { name: 'Nuit', durationMinutes: 90 }),
  ] as const;
  [violin, night] = offerings.map(({ id }) => id) as [string, string];
  makeOpening(em, artisan, { startMinute: 540, endMinute: 1_080, validFrom: '2027-03-23' });
  em.create(BreakRule, { artisan, weekday: 'TUESDAY', startMinute: 720, endMinute: 780 });
  makeOpening(em, artisan, { startMinute: 0, endMinute: 240, offering: offerings[1] });
  em.create(OpeningException, { artisan, localDate: '2027-03-30', windows: [{ startMinute: 600, endMinute: 700 }] });
  em.create(Closure, { artisan, fromOn: '2027-04-01', untilOn: '2027-04-02' });
  const next = numbers(7);
  const start = Date.parse('2027-03-18T23:00:00Z');
  for (let from = start; from < Date.parse('2027-04-05T20:00:00Z'); from += (next(30) + 8) * 15 * 60_000) {
    const offering = offerings[next(2)] as (typeof offerings)[number];
    const status = statuses[next(statuses.length)] as Fact['status'];
    const stood = status !== 'EXPIRED' && status !== 'REQUESTED' && (status !== 'CANCELLED' || next(3) > 0);
    const [startsAt, createdAt] = [new Date(from), new Date(from - next(40_000) * 60_000)];
    const depositCents = stood && next(2) === 0 ? 1_800 : 0;
    const booking = makeBooking(
      em,
      { artisan, offering },
      {
        ...{ startsAt, createdAt, status, depositCents, priceCents: 6_000 + next(9) * 100 },
        customerName: hostile[facts.length % hostile.length] as string,
        ...{ confirmedAt: stood ? createdAt : null, partySize: 1 },
      },
    );
    await em.flush();
    const refundedCents = next(3) * 900;
    if (depositCents > 0)
      makePayment(em, {
        ...{ payer: louise.userId as string },
        ...{ subjectType: 'BOOKING', subjectId: booking.id, amountCents: 1_800 },
        ...{ allocatedCents: 1_800, refundedCents, status: 'PAID', paidAt: createdAt },
      });
    const keptCents = depositCents > 0 && refundedCents === 0 ? 1_800 : 0;
    facts.push({
      ...{ offering: offering.id, status, startsAt, minutes: offering.durationMinutes, createdAt, stood, keptCents },
      priceCents: booking.priceCents,
    });
  }
}

/** What the rules above say, in words. */
function isOpen(date: string, minute: number): boolean {
  if (date === '2027-04-01' || date === '2027-04-02' || date === '2027-03-29') return false;
  if (date === '2027-03-30') return 600 <= minute && minute < 700;
  const isBreak = new Date(date).getUTCDay() === 2 && 720 <= minute && minute < 780;
  return (date >= '2027-03-23' && 540 <= minute && minute < 1_080 && !isBreak) || minute < 240;
}

const statsOf = (actor: Actor, input: Partial<Parameters<typeof artisanStats>[1]> = {}) =>
  artisanStats(world.readContext(actor), { ...period, ...input });

test('figures of an artisan are those of every minute and every booking counted by hand', async () => {
  const days = { ...minutes, isOpen };
  const stats = await statsOf(antoine);
  expect(stats.total).toEqual(countMinutes(facts, days));
  expect(stats.total.depositsKept).not.toEqual([]);
  expect(stats.byOffering.map(({ name }) => name)).toEqual(['Nuit', 'Violon']);
  for (const { offeringId, figures } of stats.byOffering) {
    const all = countMinutes(facts, days, { offering: offeringId });
    expect(figures).toEqual(all);
  }
  expect([...stats.byOffering.map(({ offeringId }) => offeringId)].sort()).toEqual([violin, night].sort());
  for (const [index, { figures }] of stats.byWeekday.entries())
    expect(figures).toEqual(
      countMinutes(facts, days, { isIn: (date) => (new Date(date).getUTCDay() + 6) % 7 === index }),
    );
  expect(stats.byMonth.map(({ month }) => month)).toEqual(['2027-03', '2027-04']);
  for (const { month, figures } of stats.byMonth)
    expect(figures).toEqual(countMinutes(facts, days, { isIn: (date) => date.startsWith(month) }));
});

test('figures of no time and of nothing are null', async () => {
  const { total, byOffering } = await statsOf(louise);
  expect(total).toEqual(countMinutes([], { ...minutes, isOpen: () => false }));
  expect([total.occupancy, total.medianLeadMinutes, byOffering]).toEqual([null, null, []]);
});

test('figures are for the artisan and admins, of at most 366 days', async () => {
  const codes = (work: Promise<unknown>) =>
    work.then(
      () => 'OK',
      (error: { code: string }) => error.code,
    );
  expect(await codes(statsOf(admin, { artisanId }))).toBe('OK');
  expect(await codes(statsOf(louise, { artisanId }))).toBe('NOT_FOUND');
  expect(await codes(statsOf(auditor, { artisanId }))).toBe('FORBIDDEN');
  expect(await codes(statsOf(antoine, { from: '2027-01-01', to: '2028-01-01' }))).toBe('OK');
  for (const wrong of [{ from: '2027-01-01', to: '2028-01-02' }, { from: '2027-04-05' }, { to: 'soon' }])
    expect(await codes(statsOf(antoine, wrong))).toBe('INPUT_INVALID');
});

async function exported(input: ExportBookings, actor = antoine) {
  const { id } = await world.run(exportBookings, input, actor);
  await world.worker.runDue();
  const row = await world.run(findBookingsExport, { id }, actor);
  const chunks: Uint8Array[] = [];
  const stored = await openStored(world.contextFor(actor), row.fileId as string);
  for await (const chunk of (await stored?.open()) ?? []) chunks.push(chunk as Uint8Array);
  return { row, text: Buffer.concat(chunks).toString() };
}

test('bookings as CSV are those of the agenda, and no cell computes anything', async () => {
  const { row, text } = await exported({ format: 'CSV' });
  expect(row).toMatchObject({ totalBookings: facts.length, writtenBookings: facts.length });
  const [head = '', ...lines] = text.replace('\ufeff', '').split('\r\n').filter(Boolean);
  expect(head).toMatch(/^code,id,status,/);
  expect(lines).toHaveLength(facts.length);
  // No name here has a line break; a cell begins the line or follows a comma.
  expect(text).not.toMatch(/(^|[\n,])"?[=+@\t\uff1d]/);
  expect(text).toContain("'=1+1");
  expect((await exported({ format: 'CSV' }, louise)).row.totalBookings).toBe(0);
  expect((await exported({ format: 'CSV', filter: { artisanId } }, admin)).row.totalBookings).toBe(facts.length);
});

/** The lines of an iCalendar file, those that were folded put together again (RFC 5545, 3.1). */
const unfolded = (text: string): string[] => text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');

test('bookings as a calendar are one entry each, in UTC, and what customers wrote stays text', async () => {
  const { text } = await exported({ format: 'ICS', filter: { statuses: ['CONFIRMED', 'CANCELLED', 'REQUESTED'] } });
  const some = facts.filter(({ status }) => ['CONFIRMED', 'CANCELLED', 'REQUESTED'].includes(status));
  const lines = unfolded(text);
  const having = (start: string) => lines.filter((line) => line.startsWith(start));
  const utc = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '');
  expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
  expect(having('BEGIN:VEVENT')).toHaveLength(some.length);
  expect(having('DTSTART')).toEqual(some.map(({ startsAt }) => `DTSTART:${utc(startsAt)}`));
  expect(having('STATUS:')).toEqual(
    some.map(({ status }) => `STATUS:${status === 'REQUESTED' ? 'TENTATIVE' : status}`),
  );
  expect(new Set(having('UID:')).size).toBe(some.length);
  const read = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
  expect(read.map((event) => new ICAL.Event(event).startDate.toJSDate())).toEqual(some.map(({ startsAt }) => startsAt));
  expect(read.every((event) => new ICAL.Event(event).summary !== '')).toBe(true);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('an export is its asker’s, once for each key, and forgets the words that were searched', async () => {
  const input = { key: newId(), format: 'CSV', filter: { text: 'noir' } } as const;
  const { row } = await exported(input);
  expect((await world.run(exportBookings, input, antoine)).id).toBe(row.id);
  const mayRead = (actor: Actor) => mayReadBookingsExport(world.readContext(actor), row.fileId as string);
  expect([await mayRead(antoine), await mayRead(louise), await mayRead(admin)]).toEqual([true, false, false]);
  await expect(world.run(findBookingsExport, { id: row.id }, louise)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(world.run(exportBookings, { format: 'CSV', filter: { artisanId } }, louise)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const kept = await world.db.selectFrom('booking_export').select('filter').execute();
  expect(JSON.stringify(kept)).not.toContain('noir');
  expect(JSON.stringify(world.auditLog.filter(({ action }) => action === 'BOOKINGS_EXPORTED'))).not.toContain('noir');
  expect(schedulingRetention.find(({ name }) => name === 'BOOKING_EXPORTS')?.days.usual).toBe(30);
});
