import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Artisan } from '../../../src/entities/scheduling/artisan.entity.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { codeOf as code, faultsOf as faults, mutateAs, type Fields } from '../../support/mutate.ts';
import { makeActor, nobody } from '../../support/make/actor.ts';
import { makePerson } from '../../support/make/person.ts';
import { makeArtisan, makeBooking, makeOffering } from '../../support/make/scheduling.ts';
let env: AppEnvironment;
let admin: Actor;
let louise: Actor;
let antoine: Actor;
let customer: Actor;
/** Antoine's, made in the first test. */
let artisanId = '';
/** Of somebody else. */
let strangerId = '';
let strangeOffering = '';

beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock: testClock('2026-11-20T09:00:00Z') });
  [admin, louise, antoine, customer] = await env.run(async ({ em }) => {
    const stranger = makeArtisan(em, { slug: 'inconnue', displayName: 'Inès Morel', status: 'DRAFT' });
    strangerId = stranger.id;
    strangeOffering = makeOffering(em, stranger).id;
    const roles = ['ADMIN', 'PROOFREADER', 'ARTISAN', 'CUSTOMER'] as const;
    return roles.map((role) => makeActor(makePerson(em, { role }).id, { role })) as [Actor, Actor, Actor, Actor];
  }, undefined);
});
afterAll(() => env.close());

const mutate = (actor: Actor, name: string, input: Fields, answer: string) =>
  mutateAs(env, actor, { name, input, answer });
const newArtisan = { slug: 'antoine-petit', displayName: 'Antoine Petit', email: 'antoine@example.org' };
const artisanOf = (fields: Fields) => mutate(admin, 'createArtisan', { ...newArtisan, ...fields }, 'id status phone');

describe('an artisan', () => {
  test('is made by an admin for whoever may have an agenda, once, and is hidden until published', async () => {
    expect(await artisanOf({ userId: customer.userId })).toMatchObject({ done: undefined });
    expect(faults(await artisanOf({ userId: customer.userId }))).toEqual(['input.userId isPractitioner']);
    const made = await artisanOf({ userId: antoine.userId, phone: '06 12.34.56 78' });
    expect(made.done).toMatchObject({ status: 'DRAFT', phone: '+33612345678' });
    artisanId = String(made.done?.['id']);
    expect(faults(await artisanOf({ userId: antoine.userId, slug: 'autre' }))).toEqual(['input.userId isUnique']);
    expect(faults(await artisanOf({ userId: louise.userId }))).toEqual(['input.slug isUnique']);
    expect(code(await mutate(antoine, 'createArtisan', { ...newArtisan, userId: louise.userId }, 'id'))).toBe(
      'FORBIDDEN',
    );
    expect(code(await env.ask(nobody, '{ artisan(slug: "antoine-petit") { id } }'))).toBe('NOT_FOUND');
    expect((await env.ask(antoine, '{ artisan(slug: "antoine-petit") { status } }')).data).toEqual({
      artisan: { status: 'DRAFT' },
    });
  });

  test.each([
    [{ timeZone: 'Europe/Atlantis' }, 'input.timeZone timeZone'],
    [{ timeZone: '+02:00' }, 'input.timeZone timeZone'],
    [{ country: 'ZZ' }, 'input.country country'],
    [{ phone: '0692123456' }, 'input.phone phoneNumber'],
    [{ slug: 'Antoine' }, 'input.slug matches'],
    [{ slug: 'inconnue' }, 'input.slug isUnique'],
    [{ displayName: 'A' }, 'input.displayName isLength'],
    [{ displayName: 'Antoine\u202ePetit' }, 'input.displayName matches'],
    [{ quietFromMinute: 1_441 }, 'input.quietFromMinute max'],
  ])('%j is refused on its field', async (change, fault) => {
    expect(faults(await mutate(antoine, 'updateArtisan', { id: artisanId, ...change }, 'movedRules'))).toEqual([fault]);
  });

  test('reads a phone number by its country, also a new one', async () => {
    const change = { id: artisanId, country: 'RE', phone: '0692 12 34 56' };
    expect((await mutate(antoine, 'updateArtisan', change, 'artisan { phone }')).done).toEqual({
      artisan: { phone: '+262692123456' },
    });
    await mutate(antoine, 'updateArtisan', { id: artisanId, country: 'FR', phone: null }, 'movedRules');
  });

  test('publishes themself, is paused by an admin, and another’s agenda does not exist', async () => {
    const publish = (actor: Actor) =>
      mutate(actor, 'updateArtisan', { id: artisanId, isPublished: true }, 'artisan { status }');
    expect(code(await publish(louise))).toBe('NOT_FOUND');
    const hide = await mutate(antoine, 'updateArtisan', { id: artisanId, isPublished: false }, 'movedRules');
    expect(code(hide)).toBe(undefined);
    expect((await publish(antoine)).done).toEqual({ artisan: { status: 'PUBLISHED' } });
    expect(code(await mutate(antoine, 'pauseArtisan', { id: artisanId }, 'id'))).toBe('FORBIDDEN');
    expect((await mutate(admin, 'pauseArtisan', { id: artisanId }, 'status')).done).toEqual({ status: 'PAUSED' });
    expect(code(await mutate(admin, 'pauseArtisan', { id: artisanId }, 'status'))).toBe('ACTION_NOT_ALLOWED');
    expect(code(await env.ask(nobody, '{ artisan(slug: "antoine-petit") { id } }'))).toBe('NOT_FOUND');
    await publish(admin);
    const listed = '{ artisans { totalCount nodes { slug } } }';
    expect((await env.ask(nobody, listed)).data).toEqual({
      artisans: { totalCount: 1, nodes: [{ slug: 'antoine-petit' }] },
    });
    expect((await env.ask(admin, listed)).data).toMatchObject({ artisans: { totalCount: 2 } });
    expect((await env.ask(nobody, '{ artisans(search: "ines") { nodes { slug } } }')).data).toEqual({
      artisans: { nodes: [] },
    });
  });

  test('myArtisan is the caller’s own; admins ask for anybody', async () => {
    const mine = 'query ($id: ID) { myArtisan(artisanId: $id) { slug email } }';
    expect((await env.ask(antoine, mine)).data).toEqual({
      myArtisan: { slug: 'antoine-petit', email: 'antoine@example.org' },
    });
    expect(code(await env.ask(louise, mine))).toBe('NOT_FOUND');
    expect(code(await env.ask(antoine, mine, { id: strangerId }))).toBe('NOT_FOUND');
    expect((await env.ask(admin, mine, { id: strangerId })).data).toMatchObject({ myArtisan: { slug: 'inconnue' } });
    expect(code(await env.ask(customer, mine))).toBe('FORBIDDEN');
  });
});

const offer = (fields: Fields, answer = 'id', actor = antoine) =>
  mutate(
    actor,
    'createOffering',
    { artisanIds: [artisanId], name: 'Réglage', durationMinutes: 60, priceCents: 6_000, ...fields },
    answer,
  );

describe('an offering', () => {
  test('stands with what is usual, its deposit half up to the cent, its tiers in order', async () => {
    const usual = await offer(
      {},
      'slotStepMinutes noticeMinutes horizonDays horizonWorkingDays deposit { amount } cancellationTiers { hoursBefore refundPercent } artisanIds position status',
    );
    expect(usual.done).toEqual({
      ...{ slotStepMinutes: 30, noticeMinutes: 120, horizonDays: 60, horizonWorkingDays: null },
      ...{ deposit: { amount: 0 }, artisanIds: [artisanId], position: 0, status: 'ACTIVE' },
      cancellationTiers: [
        { hoursBefore: 48, refundPercent: 100 },
        { hoursBefore: 24, refundPercent: 50 },
      ],
    });
    const cancellationTiers = [
      { hoursBefore: 12, refundPercent: 10 },
      { hoursBefore: 72, refundPercent: 90 },
    ];
    const rounded = await offer(
      { name: 'Visite', priceCents: 3_333, depositPercent: 33.35, horizonWorkingDays: 7, cancellationTiers },
      'deposit { amount } depositPercent horizonDays horizonWorkingDays cancellationTiers { hoursBefore } position',
    );
    expect(rounded.done).toEqual({
      ...{ deposit: { amount: 1_112 }, depositPercent: 33.35, horizonDays: null, horizonWorkingDays: 7, position: 1 },
      cancellationTiers: [{ hoursBefore: 72 }, { hoursBefore: 12 }],
    });
  });

  test.each<[Fields, string, string[]]>([
    [{ durationMinutes: 7 }, 'INPUT_INVALID', ['input.durationMinutes multipleOf']],
    [{ durationMinutes: 750 }, 'INPUT_INVALID', ['input.durationMinutes max']],
    [{ slotStepMinutes: 7 }, 'INPUT_INVALID', ['input.slotStepMinutes multipleOf']],
    [{ bufferBeforeMinutes: 245 }, 'INPUT_INVALID', ['input.bufferBeforeMinutes max']],
    [{ capacity: 0 }, 'INPUT_INVALID', ['input.capacity min']],
    [{ horizonDays: 366 }, 'INPUT_INVALID', ['input.horizonDays max']],
    [{ horizonDays: 5, horizonWorkingDays: 5 }, 'INPUT_INVALID', ['input.horizonDays oneHorizon']],
    [{ name: 'R' }, 'INPUT_INVALID', ['input.name isLength']],
    [{ depositPercent: 33.333 }, 'INPUT_INVALID', ['input.depositPercent isNumber']],
    [{ priceCents: 98, depositPercent: 50 }, 'DEPOSIT_TOO_SMALL', ['input.depositPercent deposit']],
    [
      { questions: Array(11).fill({ kind: 'TEXT', label: 'Pourquoi ?' }) },
      'INPUT_INVALID',
      ['input.questions arrayMaxSize'],
    ],
    [
      { questions: [{ kind: 'CHOICE', label: 'Lequel ?', choices: ['Un'] }] },
      'INPUT_INVALID',
      ['input.questions.0.choices arrayMinSize'],
    ],
    [
      { questions: [{ kind: 'TEXT', label: 'Lequel ?', choices: ['Un', 'Deux'] }] },
      'INPUT_INVALID',
      ['input.questions.0.choices ofChoice'],
    ],
    [
      { cancellationTiers: [24, 24].map((hoursBefore) => ({ hoursBefore, refundPercent: 50 })) },
      'INPUT_INVALID',
      ['input.cancellationTiers.1.hoursBefore isUnique'],
    ],
    [{ reminders: [{ daysBefore: 1 }] }, 'INPUT_INVALID', ['input.reminders.0 oneForm']],
  ])('%j is %s', async (fields, refusal, paths) => {
    const refused = await offer(fields);
    expect([code(refused), faults(refused)]).toEqual([refusal, paths]);
  });

  test.each([100, 0])('with half of %i cents as its deposit stands', async (priceCents) => {
    const { done } = await offer({ priceCents, depositPercent: 50 }, 'deposit { amount }');
    expect(done).toEqual({ deposit: { amount: priceCents / 2 } });
  });

  test('changes by its artisan alone; questions that stay the same keep their ids', async () => {
    const [why, when] = [
      { kind: 'TEXT', label: 'Pourquoi ?' },
      { kind: 'CHOICE', label: 'Quand ?', choices: ['Tôt', 'Tard'] },
    ];
    const made = (await offer({ questions: [why, when] }, 'id questions { id }')).done as {
      id: string;
      questions: { id: string }[];
    };
    const change = (actor: Actor, changes: Fields) =>
      mutate(actor, 'updateOffering', { id: made.id, ...changes }, 'description horizonDays questions { id label }');
    expect(code(await change(louise, { name: 'Volée' }))).toBe('NOT_FOUND');
    const changed = await change(antoine, { questions: [when], description: 'Une heure', horizonWorkingDays: 5 });
    expect(changed.done).toEqual({
      ...{ description: 'Une heure', horizonDays: null },
      questions: [{ id: made.questions[1]?.id, label: 'Quand ?' }],
    });
    expect((await change(antoine, { description: null, name: null })).done).toMatchObject({ description: null });
    expect(faults(await change(antoine, { durationMinutes: 45 }))).toEqual(['input.durationMinutes multipleOf']);
  });

  test('is offered while it is active and somebody published gives it; the link of one online stays hidden', async () => {
    const { done } = await offer({ name: 'À distance', locationKind: 'ONLINE', place: 'https://visio.example.org/a' });
    const id = String(done?.['id']);
    const public_ = () =>
      env.ask(nobody, 'query ($id: ID!) { offering(id: $id) { publicPlace artisans { slug } } }', { id });
    expect((await public_()).data).toEqual({ offering: { publicPlace: null, artisans: [{ slug: 'antoine-petit' }] } });
    expect((await mutate(antoine, 'archiveOffering', { id }, 'status place')).done).toEqual({
      status: 'ARCHIVED',
      place: 'https://visio.example.org/a',
    });
    expect(code(await public_())).toBe('NOT_FOUND');
    expect(code(await mutate(antoine, 'archiveOffering', { id }, 'id'))).toBe('ACTION_NOT_ALLOWED');
    expect((await mutate(antoine, 'restoreOffering', { id }, 'status')).done).toEqual({ status: 'ACTIVE' });
    expect(code(await env.ask(nobody, `{ offering(id: "${strangeOffering}") { id } }`))).toBe('NOT_FOUND');
    const listed = await env.ask(
      nobody,
      `{ offerings(artisanId: "${artisanId}", search: "distance") { nodes { id } } }`,
    );
    expect(listed.data).toEqual({ offerings: { nodes: [{ id }] } });
    expect((await env.ask(nobody, `{ offerings(artisanId: "${strangerId}") { nodes { id } } }`)).data).toEqual({
      offerings: { nodes: [] },
    });
  });

  test('an artisan adds and takes away nobody but themself; an admin anybody', async () => {
    const offeringId = String((await offer({ name: 'À deux' })).done?.['id']);
    const assign = (actor: Actor, artisanIds: string[]) =>
      mutate(actor, 'assignArtisans', { offeringId, artisanIds }, 'artisanIds');
    expect(code(await assign(antoine, [artisanId, strangerId]))).toBe('NOT_FOUND');
    expect((await assign(admin, [artisanId, strangerId])).done).toEqual({ artisanIds: [artisanId, strangerId].sort() });
    expect(code(await assign(antoine, [artisanId]))).toBe('NOT_FOUND');
    expect((await assign(admin, [strangerId])).done).toEqual({ artisanIds: [strangerId] });
    expect(code(await assign(antoine, [artisanId, strangerId]))).toBe('NOT_FOUND');
    expect(code(await offer({ artisanIds: [strangerId] }))).toBe('NOT_FOUND');
  });
});

const window = (startMinute: number, endMinute: number, fields: Fields = {}) => ({
  weekday: 'TUESDAY',
  ...{ startMinute, endMinute },
  ...fields,
});
const affected = 'affectedCount affectedBookings { code offeringName }';

describe('the opening', () => {
  let booked = '';
  const rules = (list: object[], name = 'setOpeningHours', actor = antoine) =>
    mutate(actor, name, { artisanId, rules: list }, affected);

  test.each<[Fields, string]>([
    [window(600, 600), 'input.rules.0.endMinute afterStart'],
    [window(600, 540), 'input.rules.0.endMinute afterStart'],
    [window(541, 600), 'input.rules.0.startMinute multipleOf'],
    [window(540, 1_445), 'input.rules.0.endMinute max'],
    [window(540, 600, { everyWeeks: 2 }), 'input.rules.0.anchorOn required'],
    [window(540, 600, { everyWeeks: 3 }), 'input.rules.0.everyWeeks isIn'],
    [window(540, 600, { validFrom: '2027-02-01', validTo: '2027-01-01' }), 'input.rules.0.validTo afterStart'],
  ])('%j is refused', async (rule, fault) => {
    expect(faults(await rules([rule]))).toEqual([fault]);
    expect(faults(await rules([rule], 'setBreaks'))).toEqual([fault]);
  });

  test('is of the artisan’s own offerings, and at most a hundred rules', async () => {
    expect(faults(await rules([window(540, 600, { offeringId: strangeOffering })]))).toEqual([
      'input.rules.0.offeringId isOwn',
    ]);
    expect(faults(await rules(Array(101).fill(window(540, 600))))).toEqual(['input.rules arrayMaxSize']);
    expect(code(await rules([], 'setOpeningHours', louise))).toBe('NOT_FOUND');
  });

  test('answers the bookings to come that do not lie in it, and cancels none', async () => {
    booked = await env.run(async ({ em }) => {
      const artisan = await em.findOneOrFail(Artisan, { id: artisanId });
      const offering = makeOffering(em, artisan);
      // Tuesdays in January, at ten, eleven and, last year, ten in Paris.
      const at = (startsAt: string, facts = {}) =>
        makeBooking(em, { artisan, offering }, { startsAt: new Date(startsAt), ...facts });
      at('2027-01-12T10:00:00Z');
      at('2026-01-13T09:00:00Z');
      at('2027-01-19T09:00:00Z', { status: 'CANCELLED' });
      return at('2027-01-12T09:00:00Z').publicCode;
    }, undefined);
    expect((await rules([window(540, 720)])).done).toEqual({ affectedCount: 0, affectedBookings: [] });
    const cut = (await rules([window(540, 625)], 'setBreaks')).done;
    expect(cut).toEqual({ affectedCount: 1, affectedBookings: [{ code: booked, offeringName: 'Réglage du piano' }] });
    expect((await rules([], 'setBreaks')).done).toMatchObject({ affectedCount: 0 });
    expect((await rules([window(540, 660)])).done).toMatchObject({ affectedCount: 1 });
    expect((await rules([])).done).toMatchObject({ affectedCount: 2 });
    await rules([window(540, 720)]);
  });

  test('of one date is replaced, and comes back', async () => {
    const date = { artisanId, localDate: '2027-01-12' };
    const set = (windows: object[]) => mutate(antoine, 'setOpeningException', { ...date, windows }, affected);
    expect(faults(await set([{ startMinute: 600, endMinute: 540 }]))).toEqual(['input.windows.0.endMinute afterStart']);
    expect((await set([])).done).toMatchObject({ affectedCount: 2 });
    expect((await set([{ startMinute: 600, endMinute: 660 }])).done).toMatchObject({ affectedCount: 1 });
    expect((await mutate(antoine, 'removeOpeningException', date, affected)).done).toMatchObject({ affectedCount: 0 });
    expect(code(await mutate(antoine, 'removeOpeningException', date, affected))).toBe('NOT_FOUND');
  });

  test.each<[Fields, string]>([
    [{}, 'input.fromOn datesOrInstants'],
    [{ fromOn: '2027-01-12' }, 'input.untilOn required'],
    [{ fromOn: '2027-01-12', untilOn: '2027-01-11' }, 'input.untilOn afterStart'],
    [{ fromOn: '2027-01-12', untilOn: '2027-01-12', fromAt: '2027-01-12T09:00:00Z' }, 'input.fromOn datesOrInstants'],
    [{ fromAt: '2027-01-12T09:00:00Z', untilAt: '2027-01-12T09:00:00Z' }, 'input.untilAt afterStart'],
    [{ fromAt: '2027-01-12T09:00:00Z', untilAt: '2027-01-13T09:00:00Z', isYearly: true }, 'input.isYearly ofDates'],
  ])('a closure %j is refused', async (fields, fault) => {
    expect(faults(await mutate(antoine, 'createClosure', { artisanId, ...fields }, affected))).toEqual([fault]);
  });

  test('is closed for a time, once for each key, and opened again by its artisan', async () => {
    const input = {
      artisanId,
      fromOn: '2027-01-12',
      untilOn: '2027-01-14',
      reason: 'Salon',
      key: 'closure-of-january',
    };
    const answer = `${affected} closure { id fromOn untilOn reason isYearly }`;
    const made = (await mutate(antoine, 'createClosure', input, answer)).done;
    expect(made).toMatchObject({
      affectedCount: 2,
      closure: { fromOn: '2027-01-12', untilOn: '2027-01-14', reason: 'Salon', isYearly: false },
    });
    expect((await mutate(antoine, 'createClosure', input, answer)).done).toEqual(made);
    const { id } = made?.['closure'] as { id: string };
    expect(code(await mutate(louise, 'deleteClosure', { id }, affected))).toBe('NOT_FOUND');
    expect((await mutate(antoine, 'deleteClosure', { id }, affected)).done).toMatchObject({ affectedCount: 0 });
    expect(code(await mutate(antoine, 'deleteClosure', { id }, affected))).toBe('NOT_FOUND');
  });

  test('has the holidays of a region, or none', async () => {
    const set = (region: string | null) =>
      mutate(antoine, 'setHolidays', { artisanId, region }, 'artisan { holidayRegion } affectedCount');
    expect((await set('ALSACE_MOSELLE')).done).toMatchObject({ artisan: { holidayRegion: 'ALSACE_MOSELLE' } });
    expect((await set(null)).done).toMatchObject({ artisan: { holidayRegion: null } });
    expect((await set('METROPOLE')).done).toMatchObject({ artisan: { holidayRegion: 'METROPOLE' } });
  });

  test('means other instants in another time zone: they are counted, and no booking moves', async () => {
    await rules([window(540, 720), window(540, 720, { validTo: '2026-01-01' })]);
    await mutate(antoine, 'createClosure', { artisanId, fromOn: '2026-12-24', untilOn: '2026-12-26' }, affected);
    const zone = async (timeZone: string) =>
      (await mutate(antoine, 'updateArtisan', { id: artisanId, timeZone }, 'movedRules')).done?.['movedRules'];
    const at = async () =>
      (
        await env.db
          .selectFrom('booking')
          .select('starts_at')
          .where('public_code', '=', booked)
          .executeTakeFirstOrThrow()
      ).starts_at;
    const before = await at();
    expect(await zone('Europe/Brussels')).toBe(0);
    expect(await zone('Europe/Lisbon')).toBe(2);
    expect(await at()).toEqual(before);
    expect(await zone('Europe/Paris')).toBe(2);
  });

  test('is what the artisan reads of it', async () => {
    const { data } = await env.ask(
      antoine,
      '{ myArtisan { openingHours { weekday startMinute endMinute } breaks { id } openingExceptions { localDate } closures { fromOn } offerings { name } } }',
    );
    expect(data).toMatchObject({
      myArtisan: {
        openingHours: [
          { weekday: 'TUESDAY', startMinute: 540, endMinute: 720 },
          { weekday: 'TUESDAY', startMinute: 540, endMinute: 720 },
        ],
        ...{ breaks: [], openingExceptions: [], closures: [{ fromOn: '2026-12-24' }] },
      },
    });
  });
});

test('every change is in the audit log with its fields, never with its texts', async () => {
  const entries = await env.db
    .selectFrom('audit_entry')
    .select(['action', 'payload'])
    .where('action', 'in', ['ARTISAN_CHANGED', 'OFFERING_CHANGED'])
    .execute();
  const payloads = JSON.stringify(entries);
  for (const kind of ['CREATED', 'UPDATED', 'ASSIGNED', 'OPENING_HOURS', 'BREAKS', 'EXCEPTION', 'CLOSURE', 'HOLIDAYS'])
    expect(payloads).toContain(kind);
  expect(payloads).not.toContain('Salon');
  expect(payloads).not.toContain('Antoine');
});
