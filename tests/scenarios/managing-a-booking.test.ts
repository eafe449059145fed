/** A visitor on the day on which clocks go forward, through the running server: books, pays, moves, cancels, and gets back what was agreed. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CancellationTier, OfferingQuestion } from '../../src/entities/scheduling/offering.entity.ts';
import type { Actor } from '../../src/services/access/actor.ts';
import { mailboxFolder } from '../../src/services/adapters/mail/mailbox-folder.ts';
import { forgetBookings } from '../../src/services/scheduling/bookings/forget-bookings.ts';
import { isBookingFileHeld, mayReadBookingFile } from '../../src/services/scheduling/bookings/queries/booking-files.ts';
import type { DomainError } from '../../src/services/kernel/errors.ts';
import { approveBooking, verifyBookings } from '../../src/services/scheduling/index.ts';
import { ask, askWithFiles } from '../support/ask.ts';
import { testClock } from '../support/clock.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { makeActor, nobody } from '../support/make/actor.ts';
import { makePerson } from '../support/make/person.ts';
import { makeArtisan, makeOffering, makeOpening } from '../support/make/scheduling.ts';
import { until } from '../support/until.ts';

/** Friday in the middle of the day; on Sunday at two the clocks go forward in Paris. */
const clock = testClock('2027-03-26T12:00:00.000Z');
let env: TestEnvironment;
let offeringId: string;
beforeAll(async () => {
  env = await openTestEnvironment({ clock, isWorking: false, environment: { RATE_LIMIT_SCALE: '1000' } });
  offeringId = await env.run(async ({ em }) => {
    const artisan = makeArtisan(em);
    makeOpening(em, artisan, { startMinute: 0, endMinute: 1_440 });
    const facts = { priceCents: 4_999, depositBasisPoints: 3_333, rescheduleUntilMinutes: 60 };
    const offering = makeOffering(em, artisan, facts);
    for (const [hoursBefore, refundPercent] of [
      [48, 100],
      [24, 50],
    ] as const)
      em.create(CancellationTier, { offering, hoursBefore, refundPercent });
    await em.flush();
    return offering.id;
  }, null);
});
afterAll(() => env.close());

const booking = 'code status localStart startsAt depositStatus reschedulesLeft';
interface Booking {
  readonly status: string;
  readonly localStart: string;
  readonly startsAt: string;
}
const run = async <T>(
  document: string,
  variables: object,
): Promise<{ readonly value: T | null; readonly code?: string }> => {
  const { data, code } = await ask(env, document, { variables: { ...variables } });
  return { value: data === null ? null : (Object.values(data)[0] as T), ...(code && { code }) };
};
const change = (mutation: string, type: string, input: object) =>
  run<{ isDone: boolean; booking: Booking }>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { isDone booking { ${booking} } } }`,
    { input },
  );

test('refunds are by elapsed hours, local times by the clock on the wall, and money is right to the cent', async () => {
  const { value: created } = await run<{ code: string; manageUrl: string; payment: { checkoutUrl: string } }>(
    `mutation ($input: CreateBookingInput!) { createBooking(input: $input) { code manageUrl payment { checkoutUrl } } }`,
    {
      input: {
        ...{ offeringId, date: '2027-03-28', time: '16:00', termsVersion: '2026-01', paymentBy: 'PAGE' },
        customer: { name: 'Claire Dumas', email: 'claire@example.org' },
      },
    },
  );
  const { code, manageUrl, payment } = created as NonNullable<typeof created>;
  const access = { code, token: new URL(manageUrl).searchParams.get('t') };
  await fetch(`${payment.checkoutUrl}/pay`, { method: 'POST' });
  const look = () =>
    run<Booking>(
      `query ($code: String, $token: String) { publicBooking(code: $code, token: $token) { ${booking} } }`,
      access,
    );
  await until('the deposit is believed', async () => {
    await env.app.worker.runDue();
    return (await look()).value?.status === 'CONFIRMED';
  });
  expect((await look()).value).toMatchObject({ localStart: '2027-03-28T16:00', startsAt: '2027-03-28T14:00:00.000Z' });

  const move = (to: object) => change('rescheduleBooking', 'RescheduleBookingInput', { ...access, ...to });
  expect((await move({ date: '2027-03-28', time: '02:30' })).code).toBe('TIME_DOES_NOT_EXIST');
  expect((await move({ date: '2027-03-28', time: '03:00' })).value).toMatchObject({
    isDone: true,
    booking: { localStart: '2027-03-28T03:00', startsAt: '2027-03-28T01:00:00.000Z' },
  });
  expect((await move({ date: '2027-03-28', time: '14:00' })).value?.booking.startsAt).toBe('2027-03-28T12:00:00.000Z');

  const terms = async () =>
    (
      await run<object>(
        `query ($code: String, $email: EmailAddress) { bookingCancellationTerms(code: $code, email: $email) { refundPercent refund { amount } kept { amount } } }`,
        { code, email: 'claire@example.org' },
      )
    ).value;
  // The deposit is 33.33 % of 49.99 €: 16.66 €. Forty-eight hours of elapsed time are left exactly, by the wall forty-nine.
  expect(await terms()).toEqual({ refundPercent: 100, refund: { amount: 1_666 }, kept: { amount: 0 } });
  clock.advance(1_000);
  expect(await terms()).toEqual({ refundPercent: 50, refund: { amount: 833 }, kept: { amount: 833 } });

  const asked = await change('cancelBooking', 'CancelBookingInput', { code, email: 'claire@example.org' });
  expect(asked.value).toMatchObject({ isDone: false, booking: { status: 'CONFIRMED' } });
  const link = /confirmer\?t=([\w.-]+)/;
  const mailbox = mailboxFolder({ folder: join(env.config.dataDir, 'mailbox'), clock });
  let token: string | undefined;
  await until('the link is mailed', async () => {
    await env.app.worker.runDue();
    for (const { links } of await mailbox.list()) token ??= link.exec(links.join(' '))?.[1];
    return token !== undefined;
  });
  const cancelled = await change('confirmBookingChange', 'ConfirmBookingChangeInput', { token });
  expect(cancelled.value).toMatchObject({ isDone: true, booking: { status: 'CANCELLED' } });
  await until('the money has left', async () => {
    await env.app.worker.runDue();
    return (await env.db.selectFrom('refund').select('status').execute())[0]?.status === 'SUCCEEDED';
  });
  const invoices = await env.db.selectFrom('invoice').select(['kind', 'gross_cents']).orderBy('id').execute();
  expect(invoices.map(({ kind, gross_cents }) => [kind, Number(gross_cents)])).toEqual([
    ['DEPOSIT', 1_666],
    ['CREDIT_NOTE', 833],
  ]);
  expect(await verifyBookings(env.db)).toEqual([]);
  expect((await look()).value).toMatchObject({ status: 'CANCELLED' });
});

const nowhere = { code: 'AC-222222', token: 'x'.repeat(43) };
test.each([
  ['of no code', { token: 'x' }, 'INPUT_INVALID'],
  ['by a wrong token', nowhere, 'BOOKING_NOT_FOUND'],
  ['by an identifier of nobody', { bookingId: '01a22de2-f00c-7fac-b76b-3c6edab86887' }, 'NOT_FOUND'],
  ['by a code of markup', { ...nowhere, code: '<b>AC-222222</b>' }, 'BOOKING_NOT_FOUND'],
  ['with a reason of 1,001 characters', { ...nowhere, reason: 'x'.repeat(1_001) }, 'INPUT_INVALID'],
  ['with a reason of markup', { ...nowhere, reason: '<script>' }, 'INPUT_INVALID'],
])('a cancellation %s is refused', async (_what, input, code) => {
  expect((await change('cancelBooking', 'CancelBookingInput', input)).code).toBe(code);
});

test('two codes are not tried in one document', async () => {
  const twice =
    'mutation ($a: CancelBookingInput!) { a: cancelBooking(input: $a) { isDone } b: cancelBooking(input: $a) { isDone } }';
  const { data, code } = await ask(env, twice, { variables: { a: nowhere } });
  expect([data, typeof code]).toEqual([null, 'string']);
});

test('the files that an offering asks for are sent with the link before anything confirms it, sealed, read by whose agenda it is, and destroyed with what the booking says', async () => {
  const { asking, artisan, questionId, stranger, paid } = await env.run(async ({ em }) => {
    const [own, another] = [makePerson(em, { role: 'ARTISAN' }), makePerson(em, { role: 'ARTISAN' })];
    const luthier = makeArtisan(em, { userId: own.id });
    makeOpening(em, luthier);
    const offering = makeOffering(em, luthier, { requiresApproval: true });
    const withDeposit = makeOffering(em, luthier, { depositBasisPoints: 5_000 });
    const asked = { position: 0, kind: 'FILE', label: 'Une photo du violon', isRequired: true, choices: [] } as const;
    const [question, second] = [offering, withDeposit].map((one) =>
      em.create(OfferingQuestion, { ...asked, offering: one }),
    );
    await em.flush();
    const [actor, other] = [own, another].map(({ id }) => makeActor(id, { role: 'ARTISAN' }));
    return {
      ...{ asking: offering.id, questionId: question?.id ?? '', artisan: actor as Actor, stranger: other },
      paid: { offeringId: withDeposit.id, questionId: second?.id ?? '' },
    };
  }, null);
  const awaited = 'awaitedFiles { questionId label }';
  const askFor = async (offeringId: string, time: string) => {
    const { value } = await run<{
      code: string;
      manageUrl: string;
      payment: unknown;
      booking: { id: string; awaitedFiles: unknown };
    }>(
      `mutation ($input: CreateBookingInput!) { createBooking(input: $input) { code manageUrl payment { paymentId } booking { id ${awaited} } } }`,
      {
        input: {
          ...{ offeringId, date: '2027-03-30', time, termsVersion: '2026-01' },
          customer: { name: 'Claire Dumas', email: 'claire@example.org' },
        },
      },
    );
    const { manageUrl, ...made } = value as NonNullable<typeof value>;
    return { ...made, token: new URL(manageUrl).searchParams.get('t') };
  };
  const { code, token, booking: theirs } = await askFor(asking, '10:00');
  const bookingId = theirs.id;
  expect(theirs.awaitedFiles).toEqual([{ questionId, label: 'Une photo du violon' }]);
  const approve = () => env.run(approveBooking, { bookingId }, artisan).catch((error: DomainError) => error);
  expect(await approve()).toMatchObject({ code: 'ANSWER_REQUIRED', details: { questionIds: [questionId] } });
  const send = (bytes: string, input: object = { code, token, questionId }) =>
    askWithFiles(
      env,
      'mutation ($input: UploadBookingFileInput!) { uploadBookingFile(input: $input) { files { label file { id name } } } }',
      {
        variables: { input: { questionId, ...input, file: null } },
        files: { 'variables.input.file': { name: 'violon.txt', type: 'text/plain', bytes: Buffer.from(bytes) } },
      },
    );
  expect((await send('1', { code, token: 'x'.repeat(43) })).code).toBe('BOOKING_NOT_FOUND');
  expect((await send('1', { code, token, questionId: bookingId })).code).toBe('INPUT_INVALID');
  const first = await send('un');
  const again = await send('un');
  expect(again.errors).toEqual([]);
  expect(again.data).toEqual(first.data);
  for (const bytes of ['deux', 'trois']) expect((await send(bytes)).code).toBeUndefined();
  expect((await send('quatre')).code).toBe('QUOTA_EXCEEDED');
  const rows = await env.db.selectFrom('booking_file').select('file_id').where('booking_id', '=', bookingId).execute();
  expect(rows).toHaveLength(3);
  expect(await approve()).toMatchObject({ status: 'CONFIRMED' });
  // A deposit is not asked for, and no hold renewed, before what was asked for has come.
  const unpaid = await askFor(paid.offeringId, '14:00');
  expect(unpaid.payment).toBeNull();
  const resume = () =>
    run<{ payment: unknown; booking: object }>(
      `mutation ($input: ResumeBookingPaymentInput!) { resumeBookingPayment(input: $input) { payment { paymentId } booking { ${awaited} } } }`,
      { input: { code: unpaid.code, token: unpaid.token } },
    );
  expect((await resume()).code).toBe('ANSWER_REQUIRED');
  expect((await send('un', { code: unpaid.code, token: unpaid.token, questionId: paid.questionId })).errors).toEqual(
    [],
  );
  expect((await resume()).value).toMatchObject({ payment: expect.anything(), booking: { awaitedFiles: [] } });
  const fileId = rows[0]?.file_id ?? '';
  const may = (actor: Actor | undefined) =>
    mayReadBookingFile({ db: env.db, now: clock.now(), actor: actor ?? nobody }, fileId);
  expect([await may(artisan), await may(stranger), await may(nobody)]).toEqual([true, false, false]);
  expect(await isBookingFileHeld({ db: env.db, now: clock.now(), actor: nobody }, fileId)).toBe(true);
  await env.run((tx: Parameters<typeof forgetBookings>[0]) => forgetBookings(tx, [bookingId]), null);
  const kept = await env.db.selectFrom('stored_file').select(['name', 'deleted_at']).where('id', '=', fileId).execute();
  expect(kept).toEqual([{ name: fileId, deleted_at: expect.anything() }]);
});
