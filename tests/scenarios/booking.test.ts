/** A visitor books, through the running server: keeps a time, books it with a deposit, pays in the sandbox, and is confirmed. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verifyBookings } from '../../src/services/scheduling/index.ts';
import { ask } from '../support/ask.ts';
import { SECOND, testClock } from '../support/clock.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { makeArtisan, makeOffering, makeOpening } from '../support/make/scheduling.ts';
import { until } from '../support/until.ts';

const clock = testClock('2027-01-04T08:00:00.000Z');
let env: TestEnvironment;
let offeringId: string;
let artisanId: string;
beforeAll(async () => {
  env = await openTestEnvironment({ clock, isWorking: false, environment: { RATE_LIMIT_SCALE: '1000' } });
  [offeringId, artisanId] = await env.run(async ({ em }) => {
    const artisan = makeArtisan(em);
    makeOpening(em, artisan);
    const offering = makeOffering(em, artisan, { depositBasisPoints: 3_000 });
    await em.flush();
    return [offering.id, artisan.id] as const;
  }, null);
});
afterAll(() => env.close());

const bookingFields = 'id code status depositStatus localStart holdUntil artisanName price { amount }';
const shown: Readonly<Record<string, string>> = {
  holdSlot: '{ holdToken artisanId startsAt expiresAt }',
  renewHold: '{ expiresAt }',
  releaseHold: '',
  createBooking: `{ code manageUrl booking { ${bookingFields} } payment { clientSecret checkoutUrl expiresAt } }`,
  resumeBookingPayment: `{ code booking { ${bookingFields} } payment { checkoutUrl expiresAt } }`,
};
const typeOf = (mutation: string): string =>
  ['renewHold', 'releaseHold'].includes(mutation)
    ? 'SlotHoldInput'
    : `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

const send = (mutation: string, input: Readonly<Record<string, unknown>>) =>
  ask(env, `mutation ($input: ${typeOf(mutation)}!) { ${mutation}(input: $input) ${shown[mutation]} }`, {
    variables: { input },
  });

/** What a mutation answers; its refusal is an error of the test. */
async function done<T>(mutation: string, input: Readonly<Record<string, unknown>>): Promise<T> {
  const { data, text } = await send(mutation, input);
  if (data === null) throw new Error(text);
  return (data as Record<string, T>)[mutation] as T;
}

interface Created {
  readonly code: string;
  readonly manageUrl: string;
  readonly booking: { readonly id: string; readonly status: string; readonly depositStatus: string };
  readonly payment: { readonly checkoutUrl: string; readonly expiresAt: string } | null;
}

const startsAt = '2027-01-12T09:00:00.000Z';
const asked = () => ({
  ...{ offeringId, startsAt, termsVersion: '2026-01', locale: 'FR', timeZone: 'Europe/Brussels' },
  customer: { name: 'Claire Dumas', email: 'Claire@Example.org', phone: '06 12 34 56 78' },
  notifications: { email: true, sms: true },
});

test('1 a visitor keeps a time, books it, pays its deposit on the page, and is confirmed with a deposit invoice', async () => {
  const { holdToken } = await done<{ holdToken: string }>('holdSlot', {
    offeringId,
    date: '2027-01-12',
    time: '10:00',
  });
  expect((await send('createBooking', asked())).code).toBe('SLOT_UNAVAILABLE');
  const created = await done<Created>('createBooking', { ...asked(), holdToken, paymentBy: 'PAGE' });
  expect(created).toMatchObject({
    manageUrl: expect.stringMatching(new RegExp(`/rdv/${created.code}\\?t=[\\w-]{43}$`)),
    booking: { status: 'PENDING_PAYMENT', depositStatus: 'PENDING', localStart: '2027-01-12T10:00' },
    payment: { clientSecret: null, expiresAt: '2027-01-04T08:10:00.000Z' },
  });
  const token = new URL(created.manageUrl).searchParams.get('t');
  clock.advance(60 * SECOND);
  const resumed = await done<Created>('resumeBookingPayment', { code: created.code, token, paymentBy: 'PAGE' });
  expect(resumed.payment).toEqual({ checkoutUrl: created.payment?.checkoutUrl, expiresAt: '2027-01-04T08:11:00.000Z' });
  const paid = await fetch(`${resumed.payment?.checkoutUrl}/pay`, { method: 'POST' });
  expect(await paid.text()).toContain('Paiement accepté');
  await until('the deposit is believed', async () => {
    await env.app.worker.runDue();
    const row = await env.db
      .selectFrom('booking')
      .select('status')
      .where('id', '=', created.booking.id)
      .executeTakeFirst();
    return row?.status === 'CONFIRMED';
  });
  const row = await env.db
    .selectFrom('booking')
    .selectAll()
    .where('id', '=', created.booking.id)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({
    ...{ customer_email: 'claire@example.org', customer_phone: '+33612345678', notify_by_sms: 1 },
    ...{ customer_time_zone: 'Europe/Brussels', hold_until: null, source: 'PUBLIC', terms_version: '2026-01' },
  });
  const invoices = await env.db.selectFrom('invoice').select(['kind', 'gross_cents', 'person_email']).execute();
  expect(invoices).toMatchObject([{ kind: 'DEPOSIT', gross_cents: 1_800, person_email: 'claire@example.org' }]);
  expect((await send('resumeBookingPayment', { code: created.code, token })).code).toBe('ACTION_NOT_ALLOWED');
  expect(await verifyBookings(env.db)).toEqual([]);
});

test('1b what was refused, expired and paid late is counted', async () => {
  const text = await env.app.metrics.registry.metrics();
  expect(text).toMatch(/slot_refused_total\{reason="HELD"\} 1/);
  expect(text).toMatch(/booking_create_seconds_count 1/);
  expect(text).toMatch(/hold_expired_total 0/);
  expect(text).toMatch(/paid_late_total 0/);
});

test('2 a lost answer is asked for again with the same key, and another content with it is a conflict', async () => {
  const request = { ...asked(), startsAt: '2027-01-13T09:00:00.000Z', key: 'une-cle-au-hasard' };
  const [first, again] = [await done<Created>('createBooking', request), await done<Created>('createBooking', request)];
  expect([again.code, again.manageUrl, again.payment]).toEqual([first.code, first.manageUrl, first.payment]);
  expect((await send('createBooking', { ...request, note: 'Autre' })).code).toBe('CONFLICT');
});

test('3 a slot that is kept is kept longer once, and given back', async () => {
  const { holdToken } = await done<{ holdToken: string }>('holdSlot', {
    offeringId,
    artisanId,
    startsAt: '2027-01-14T09:00:00.000Z',
  });
  await done('renewHold', { holdToken });
  expect((await send('renewHold', { holdToken })).code).toBe('ACTION_NOT_ALLOWED');
  expect(await done<boolean>('releaseHold', { holdToken })).toBe(true);
  expect((await send('renewHold', { holdToken })).code).toBe('HOLD_EXPIRED');
});

const named = (name: string) => ({ customer: { name, email: 'claire@example.org' } });

test.each([
  ['in the past', { startsAt: '2020-01-12T09:00:00.000Z' }, 'SLOT_UNAVAILABLE'],
  ['off the grid', { startsAt: '2027-01-15T09:07:00.000Z' }, 'SLOT_UNAVAILABLE'],
  ['beyond the horizon', { startsAt: '2028-01-15T09:00:00.000Z' }, 'SLOT_UNAVAILABLE'],
  ['without a time', { startsAt: null }, 'INPUT_INVALID'],
  ['with a date and an instant', { date: '2027-01-15', time: '10:00' }, 'INPUT_INVALID'],
  ['on no date', { startsAt: null, date: '2027-02-30', time: '10:00' }, 'INPUT_INVALID'],
  ['at no time', { startsAt: null, date: '2027-01-15', time: '25:00' }, 'INPUT_INVALID'],
  ['in a gap', { startsAt: null, date: '2027-03-28', time: '02:30' }, 'TIME_DOES_NOT_EXIST'],
  ['at a time that comes twice', { startsAt: null, date: '2027-10-31', time: '02:30' }, 'TIME_AMBIGUOUS'],
  ['in an unknown zone', { timeZone: 'Europe/Atlantis' }, 'INPUT_INVALID'],
  ['with too many people', { partySize: 2 }, 'CAPACITY_EXCEEDED'],
  ['with nobody', { partySize: 0 }, 'INPUT_INVALID'],
  ['with a name of one letter', named('C'), 'INPUT_INVALID'],
  ['with a name of two lines', named('Claire\nDumas'), 'INPUT_INVALID'],
  ['with a name that turns around', named('Claire \u202eDumas'), 'INPUT_INVALID'],
  ['with a name of markup', named('<b>Claire</b>'), 'INPUT_INVALID'],
  ['with a phone of nobody', { customer: { ...named('Claire Dumas').customer, phone: '123' } }, 'INPUT_INVALID'],
  [
    'by SMS to a fixed line',
    { customer: { ...named('Claire Dumas').customer, phone: '0142685300' } },
    'PHONE_NOT_MOBILE',
  ],
  ['by SMS without a number', named('Claire Dumas'), 'PHONE_NOT_MOBILE'],
  ['with the token of nothing', { holdToken: 'x'.repeat(43) }, 'TOKEN_INVALID'],
  ['of no offering', { offeringId: '01a22de2-f00c-7fac-b76b-3c6edab86887' }, 'OFFERING_UNAVAILABLE'],
  [
    'with an answer to no question',
    { answers: [{ questionId: '01a22de2-f00c-7fac-b76b-3c6edab86887', answer: 'oui' }] },
    'INPUT_INVALID',
  ],
  ['with a version of the terms that is none', { termsVersion: ' ' }, 'INPUT_INVALID'],
])('4 a booking %s is refused', async (_what, input, code) => {
  const before = await env.db.selectFrom('booking').select('id').execute();
  expect((await send('createBooking', { ...asked(), ...input })).code).toBe(code);
  expect(await env.db.selectFrom('booking').select('id').execute()).toHaveLength(before.length);
  expect(await verifyBookings(env.db)).toEqual([]);
});

test('5 two secrets are not tried in one document', async () => {
  const twice =
    'mutation ($a: ResumeBookingPaymentInput!) { a: resumeBookingPayment(input: $a) { code } b: resumeBookingPayment(input: $a) { code } }';
  const { data, code } = await ask(env, twice, { variables: { a: { code: 'AC-222222', token: 'x' } } });
  expect([data, typeof code]).toEqual([null, 'string']);
});

test('6 what is taken is compared with the bookings, row by row', async () => {
  const [booking] = await env.db.selectFrom('booking').select('id').where('status', '=', 'CONFIRMED').execute();
  const id = booking?.id ?? '';
  const [time] = await env.db.selectFrom('occupancy').selectAll().where('reference_id', '=', id).execute();
  const kinds = async () => (await verifyBookings(env.db)).map(({ kind }) => kind);
  const db = env.app.orm.em.fork().getKysely() as unknown as typeof env.db;
  await db
    .updateTable('booking')
    .set({ ends_at: new Date('2027-01-12T10:30:00Z') })
    .where('id', '=', id)
    .execute();
  expect(await kinds()).toEqual(['TIME_DIFFERS']);
  await db
    .updateTable('booking')
    .set({ ends_at: new Date('2027-01-12T10:00:00Z'), status: 'CANCELLED' })
    .where('id', '=', id)
    .execute();
  expect(await kinds()).toEqual(['TIME_WITHOUT_OWNER']);
  await db.updateTable('booking').set({ status: 'CONFIRMED' }).where('id', '=', id).execute();
  expect(await kinds()).toEqual([]);
  const [quantum] = await db
    .selectFrom('quantum')
    .selectAll()
    .where('occupancy_id', '=', time?.id ?? '')
    .execute();
  await db
    .deleteFrom('quantum')
    .where('q', '=', quantum?.q ?? 0)
    .execute();
  expect(await kinds()).toEqual(['QUANTA_DIFFER']);
  await db
    .insertInto('quantum')
    .values({ artisan_id: artisanId, q: 1, occupancy_id: time?.id ?? '' })
    .execute();
  expect(await kinds()).toEqual(['QUANTA_OUTSIDE']);
  await db
    .deleteFrom('occupancy')
    .where('id', '=', time?.id ?? '')
    .execute();
  expect((await kinds()).toSorted()).toEqual(['BOOKING_WITHOUT_TIME', 'QUANTA_WITHOUT_TIME']);
});
