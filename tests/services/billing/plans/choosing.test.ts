import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  actionsOfPlan,
  billingPersonalData,
  dueOf,
  electronicSalesInUnion,
  entitlementOf,
  grantPlan,
  revivePlan,
  setPlanPrice,
  updateBillingProfile,
} from '../../../../src/services/billing/index.ts';
import { thresholds } from '../../../../src/services/insights/index.ts';
import { seedLimits } from '../../../../src/services/insights/thresholds/seed-limits.ts';
import { watchThresholds } from '../../../../src/services/insights/thresholds/watch-thresholds.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import type { PlanFeature } from '../../../../src/services/kernel/plans.ts';
import { makeActor } from '../../../support/make/actor.ts';
import { DAY, HOUR } from '../../../support/clock.ts';
import { createPlansWorld, type PlansWorld, type Subscriber } from './plans-world.ts';

const gibibyte = 2 ** 30;
let world: PlansWorld;
let one: Subscriber;
// A clock that goes back is not believed: each test has its own.
beforeEach(async () => {
  world = await createPlansWorld();
  one = await world.subscriber();
});
afterEach(() => world.close());

const has = (feature: PlanFeature, isWriting = true) =>
  entitlementOf(world.db, { personId: one.id, feature, isWriting });
const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });
const admin = () => makeActor(newId(), { role: 'ADMIN' });

test('plans of persons elsewhere in the Union are summed without VAT, and their limit alerts once', async () => {
  const living = async (country: string, currency: 'EUR' | 'XOF' = 'EUR'): Promise<Subscriber> => {
    const person = await world.subscriber();
    const address = { addressLines: ['1, Marktplatz'], postcode: '10115', city: 'Berlin', country };
    await world.run(updateBillingProfile, { personId: person.id, kind: 'PERSON', ...address });
    await person.choose('PRO', { currency });
    await person.pay();
    return person;
  };
  for (const country of ['FR', 'CH', 'BJ']) await living(country);
  const german = await living('DE');
  await living('GR', 'XOF');
  await german.change('BUSINESS');
  await german.pay();
  const documents = await world.db
    .selectFrom('invoice')
    .select(['kind', 'net_cents'])
    .where('buyer_id', '=', german.id)
    .execute();
  const ofGerman = documents.reduce(
    (sum, { kind, net_cents: net }) => sum + (kind === 'CREDIT_NOTE' ? -1 : 1) * Number(net),
    0,
  );
  const year = { from: new Date('2026-01-01T00:00:00+01:00'), to: new Date('2027-01-01T00:00:00+01:00') };
  // 12,500 F with VAT are 10,417 F without, 15.88 €.
  const sum = { amount: ofGerman + 1_588, currency: 'EUR' };
  expect(documents.map(({ kind }) => kind).toSorted()).toEqual(['CREDIT_NOTE', 'INVOICE', 'INVOICE']);
  expect(await electronicSalesInUnion(world.db, year)).toEqual(sum);
  expect(await electronicSalesInUnion(world.db, { ...year, to: year.from })).toMatchObject({ amount: 0 });

  await seedLimits(world.contextFor());
  await seedLimits(world.contextFor());
  const ctx = { ...world.contextFor(admin()) };
  await watchThresholds(ctx);
  expect(await thresholds(ctx)).toMatchObject([{ revenue: sum, limit: { amount: 1_000_000 }, alarms: [] }]);
  await world.db.updateTable('threshold_limit').set({ amount_cents: sum.amount }).execute();
  await watchThresholds(ctx);
  await watchThresholds(ctx);
  expect(await thresholds(ctx)).toMatchObject([
    { share: 1, alarms: [{ percent: 80 }, { percent: 90 }, { percent: 100 }] },
  ]);
  expect(await world.db.selectFrom('threshold_alarm').select('percent').execute()).toHaveLength(3);
});

describe('a plan that has ended', () => {
  /** Money that comes after the end of a plan that was never paid; answers the payment. */
  async function payLate(): Promise<string> {
    await one.choose('PRO');
    world.clock.advance(22 * HOUR);
    const { sessionId, paymentId } = await one.page();
    world.clock.advance(HOUR);
    await world.renew();
    await world.paySession(sessionId);
    return paymentId;
  }
  const revive = (paymentId: string, key?: string) => world.run(revivePlan, { paymentId, key }, admin());

  test('is revived by an admin for money that came late: a whole period from today, invoiced, and no refund is due', async () => {
    const paymentId = await payLate();
    expect(await one.state()).toBe('-');
    const by = admin();
    const again = { paymentId, key: 'revived-once' };
    const first = await world.run(revivePlan, again, by);
    expect((await world.run(revivePlan, again, by)).id).toBe(first.id);
    expect(await one.plan()).toMatchObject({ status: 'ACTIVE', startedOn: '2026-11-21', paidUntil: '2026-12-21' });
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID', refund_due_reason: null });
    expect(await one.documents()).toMatchObject([{ kind: 'INVOICE', gross: 1_900, paid: [1_900] }]);
    expect(await has('SMS')).toBe(100);
    await refused(revive(paymentId), 'ACTION_NOT_ALLOWED');
    // It goes on as any other.
    world.clock.advance(31 * DAY);
    await world.renew();
    expect(await one.state()).toBe('PRO PAST_DUE');
  });

  test('is not revived beside another one, nor for money that pays something; it can be chosen anew', async () => {
    const paymentId = await payLate();
    await one.choose('BUSINESS');
    await refused(revive(paymentId), 'PLAN_ALREADY_CHOSEN');
    const other = await one.pay();
    expect(await one.state()).toBe('BUSINESS ACTIVE');
    await refused(revive(other), 'ACTION_NOT_ALLOWED');
    await refused(revive(newId()), 'NOT_FOUND');
    expect(await world.payment(paymentId)).toMatchObject({ refund_due_reason: 'NOT_PAYABLE' });
  });
});

test('a subscriber sees what they can do with their plan, nobody else can do anything', async () => {
  const actions = async (actor = one.actor) => {
    const plan = await one.plan();
    return plan === null ? null : actionsOfPlan(actor, plan, dueOf((await one.periods()).toReversed()));
  };
  await one.choose('PRO');
  expect(await actions()).toEqual(['PAY', 'CANCEL']);
  await one.pay();
  expect(await actions()).toEqual(['CHANGE', 'CANCEL']);
  expect(await actions(admin())).toEqual([]);
  await one.change('BUSINESS');
  expect(await actions()).toEqual(['PAY', 'CHANGE', 'CANCEL']);
  await one.cancel();
  expect(await actions()).toEqual(['RESUME']);
});

describe('choosing a plan', () => {
  test('of nothing: it is in force at once, without a payment or an invoice', async () => {
    await one.choose('STARTER');
    expect(await one.state()).toBe('STARTER ACTIVE');
    expect(await one.periods()).toEqual([]);
    expect(await one.documents()).toEqual([]);
    await refused(one.page(), 'NOT_FOUND');
  });

  test('that costs something: its rights begin with the payment, and the period is invoiced', async () => {
    await one.choose('PRO');
    expect(await one.state()).toBe('PRO INCOMPLETE');
    expect(await has('SMS')).toBe(0);
    await one.pay();
    expect(await one.state()).toBe('PRO ACTIVE');
    expect(await has('SMS')).toBe(100);
    expect(await one.plan()).toMatchObject({ startedOn: '2026-11-20', paidUntil: '2026-12-20' });
    expect(await one.documents()).toMatchObject([{ kind: 'INVOICE', gross: 1_900, paid: [1_900] }]);
  });

  test('is refused to somebody who has one, and the choice can be made again while nothing is paid', async () => {
    await one.choose('PRO');
    const first = await one.page();
    await one.choose('BUSINESS', { interval: 'YEAR', currency: 'XOF' });
    expect(await one.state()).toBe('BUSINESS INCOMPLETE');
    await world.paySession(first.sessionId);
    expect(await one.state()).toBe('BUSINESS INCOMPLETE');
    expect(await world.payment(first.paymentId)).toMatchObject({ status: 'PAID', refund_due_reason: 'NOT_PAYABLE' });
    await one.pay();
    await refused(one.choose('PRO'), 'PLAN_ALREADY_CHOSEN');
    expect(await one.plan()).toMatchObject({ paidUntil: '2027-11-20' });
    expect(await one.documents()).toMatchObject([{ gross: 320_000 }]);
  });

  test('twenty times at once: one subscription', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => one.choose(i % 2 === 0 ? 'STARTER' : 'PRO')),
    );
    expect(answers.some(({ status }) => status === 'fulfilled')).toBe(true);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'PLAN_ALREADY_CHOSEN' });
    const live = await world.db
      .selectFrom('plan_subscription')
      .select('id')
      .where('person_id', '=', one.id)
      .where('live_for', 'is not', null)
      .execute();
    expect(live).toHaveLength(1);
  });

  test('not paid within 23 hours: it ends, and what comes later is due for a refund', async () => {
    await one.choose('PRO');
    world.clock.advance(22 * HOUR);
    const { sessionId, paymentId } = await one.page();
    await world.renew();
    expect(await one.state()).toBe('PRO INCOMPLETE');
    world.clock.advance(HOUR);
    await world.renew();
    expect(await one.state()).toBe('-');
    await world.paySession(sessionId);
    expect(await one.state()).toBe('-');
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID', refund_due_reason: 'NOT_PAYABLE' });
    expect(await one.documents()).toEqual([]);
  });

  test('of an unknown name is refused by its field', async () => {
    await expect(one.choose('GOLD')).rejects.toMatchObject({ details: { fields: [{ path: 'input.plan' }] } });
  });
});

describe('what a plan contains', () => {
  test('without a plan it is what everybody has; space of two families adds up', async () => {
    expect(await has('STORAGE')).toBe(5 * gibibyte);
    expect(await has('CALENDARS')).toBe(1);
    await world.run(grantPlan, { personId: one.id, plan: 'ARCHIVE_M', until: '2026-12-01' }, admin());
    expect(await has('STORAGE')).toBe(105 * gibibyte);
    expect(await has('MEMBERS')).toBe(10);
    await one.choose('BUSINESS');
    await one.pay();
    expect(await has('STORAGE')).toBe(200 * gibibyte);
    expect(await has('CALENDARS')).toBeNull();
  });
});

describe('an erasure', () => {
  test('ends the plan, in silence; money that comes later is due for a refund', async () => {
    await one.choose('PRO');
    const { sessionId, paymentId } = await one.page();
    const subject = { userId: one.id, role: 'CUSTOMER', email: '', locale: 'fr', fileIds: [], traces: [] } as const;
    const lines = await world.run(billingPersonalData.erase as never, subject as never);
    expect(lines).toContainEqual(
      expect.objectContaining({ record: 'PLAN_SUBSCRIPTIONS', fate: 'PSEUDONYMISED', count: 1 }),
    );
    expect(await one.state()).toBe('-');
    await world.paySession(sessionId);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID', refund_due_reason: 'NOT_PAYABLE' });
    const tables = (await billingPersonalData.collect(world.db, subject)).map(({ table, rows }) => [
      table,
      rows.length,
    ]);
    expect(tables).toContainEqual(['plan_subscription', 1]);
  });
});

describe('a granted plan', () => {
  test('is free of charge and ends on its day; one who pays is not granted another', async () => {
    await one.choose('STARTER');
    await world.run(grantPlan, { personId: one.id, plan: 'PRO', until: '2026-11-25' }, admin());
    expect(await one.state()).toBe('PRO ACTIVE');
    expect(await has('SMS')).toBe(100);
    world.clock.set('2026-11-24T22:59:00.000Z');
    await world.renew();
    expect(await one.state()).toBe('PRO ACTIVE');
    world.clock.set('2026-11-24T23:01:00.000Z');
    await world.renew();
    expect(await one.state()).toBe('-');
    await one.choose('PRO');
    await one.pay();
    const granting = world.run(grantPlan, { personId: one.id, plan: 'BUSINESS', until: '2027-01-01' }, admin());
    await refused(granting, 'PLAN_ALREADY_CHOSEN');
    const past = world.run(grantPlan, { personId: one.id, plan: 'PRO', until: '2026-11-25' }, admin());
    await refused(past, 'INPUT_INVALID');
  });

  test('gives way to one that is paid', async () => {
    await world.run(grantPlan, { personId: one.id, plan: 'PRO', until: '2026-12-25' }, admin());
    await one.change('PRO', { currency: 'XOF' });
    expect(await one.plan()).toMatchObject({ isGranted: true });
    await one.pay();
    expect(await one.plan()).toMatchObject({ isGranted: false, paidUntil: '2026-12-20' });
    expect(await one.documents()).toMatchObject([{ gross: 12_500 }]);
  });
});

describe('a new price', () => {
  const setPrice = (validFrom: string, amount = 2_500) =>
    world.run(
      setPlanPrice,
      { plan: 'PRO', interval: 'MONTH', amount: { amount, currency: 'EUR' }, validFrom },
      admin(),
    );

  test('counts for periods that begin on its day or later, and is set 30 days before', async () => {
    await refused(setPrice('2026-12-19'), 'INPUT_INVALID');
    await refused(setPrice('2027-12-19', 49), 'INPUT_INVALID');
    await one.choose('PRO');
    await one.pay();
    await setPrice('2026-12-21');
    await refused(setPrice('2026-12-21'), 'CONFLICT');
    world.clock.advance(25 * DAY);
    await world.renew();
    expect(await one.periods()).toMatchObject([{}, { startsOn: '2026-12-20', amount: { amount: 1_900 } }]);
    await one.pay();
    world.clock.advance(31 * DAY);
    await world.renew();
    expect((await one.periods()).at(-1)).toMatchObject({ startsOn: '2027-01-20', amount: { amount: 2_500 } });
  });
});
