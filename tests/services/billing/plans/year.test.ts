// @lane sqlite: a year by a clock; plans.test.ts has its statements on both
/** A year of one subscription by a clock: begun on 31 January, paid late once, changed once, and at last not paid any more. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { entitlementOf, examineClock } from '../../../../src/services/billing/index.ts';
import { planTasks } from '../../../../src/services/billing/plans/tasks/index.ts';
import { daysBetween } from '../../../../src/services/kernel/plan-calendar.ts';
import { localDateOf } from '../../../../src/services/kernel/format.ts';
import { HOUR, testClock } from '../../../support/clock.ts';
import { createPlansWorld, type PlansWorld, type Subscriber } from './plans-world.ts';

let world: PlansWorld;
let one: Subscriber;
beforeAll(async () => {
  world = await createPlansWorld({ clock: testClock('2027-01-31T09:00:00.000Z'), tasks: planTasks });
  one = await world.subscriber();
});
afterAll(() => world.close());

const today = (): string => localDateOf(world.clock.now(), world.config.TIME_ZONE);
const mails = async (): Promise<string[]> =>
  (await world.db.selectFrom('email_delivery').select('template').orderBy('id').execute()).map(
    ({ template }) => template,
  );
const mayWriteSms = async (isWriting: boolean): Promise<boolean> =>
  (await entitlementOf(world.db, { personId: one.id, feature: 'SMS', isWriting })) !== 0;

/** Half a day at a time, as the hourly schedule does; `daily` may pay or change something. */
async function liveUntil(end: string, daily: (day: string) => Promise<unknown> = async () => undefined): Promise<void> {
  while (today() < end) {
    world.clock.advance(12 * HOUR);
    // The server looks at its clock, so that it is believed.
    await world.run(examineClock, undefined as never);
    await world.renew();
    await world.renew();
    await world.worker.runDue();
    await daily(today());
  }
}
const dueSince = async (): Promise<string | undefined> =>
  (await one.periods()).find(({ status }) => status === 'DUE')?.startsOn;
/** Pays what is due three days before it begins. */
const payEarly = async (day: string): Promise<void> => {
  const startsOn = await dueSince();
  if (startsOn !== undefined && daysBetween(day, startsOn) <= 3) await one.pay();
};

test('a year: every day is paid once, every payment is invoiced, and nobody loses a right before the 14th day', async () => {
  await one.choose('PRO');
  await one.pay();
  await world.worker.runDue();
  expect(await mails()).toEqual(['plan-begun']);

  await liveUntil('2027-05-20', payEarly);
  // The change to summer time, a short February and the months of 30 days have moved nothing.
  expect((await one.periods()).map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
    ['2027-01-31', '2027-02-28'],
    ['2027-02-28', '2027-03-31'],
    ['2027-03-31', '2027-04-30'],
    ['2027-04-30', '2027-05-31'],
  ]);
  const before = (await mails()).length;

  await liveUntil('2027-06-13');
  expect(await one.state()).toBe('PRO PAST_DUE');
  expect(await mayWriteSms(true)).toBe(true);
  await liveUntil('2027-06-14');
  expect(await one.state()).toBe('PRO SUSPENDED');
  expect(await mayWriteSms(true)).toBe(false);
  expect(await mayWriteSms(false)).toBe(true);
  // Days -7, -3, -1 and 0; then 1, 3 and 7; then the suspension. Each once, though the schedule ran twice every half day.
  expect((await mails()).slice(before)).toEqual([
    ...Array.from({ length: 4 }, () => 'plan-renewal'),
    ...Array.from({ length: 3 }, () => 'plan-payment-failed'),
    'plan-suspended',
  ]);
  await one.pay();
  expect(await one.state()).toBe('PRO ACTIVE');

  await liveUntil('2027-09-15', payEarly);
  await one.change('BUSINESS');
  await one.pay();
  expect(await one.state()).toBe('BUSINESS ACTIVE');
  await liveUntil('2027-12-01', payEarly);

  await liveUntil('2028-02-13');
  expect(await one.state()).toBe('BUSINESS SUSPENDED');
  world.clock.advance(12 * HOUR);
  const late = await one.page();
  await liveUntil('2028-02-14');
  expect(await one.state()).toBe('-');
  expect((await mails()).at(-1)).toBe('plan-ended');
  await world.paySession(late.sessionId);
  expect(await one.state()).toBe('-');
  expect(await world.payment(late.paymentId)).toMatchObject({ status: 'PAID', refund_due_reason: 'NOT_PAYABLE' });

  const periods = (await one.periods()).filter(({ status }) => status === 'PAID' || status === 'REPLACED');
  for (const [i, { startsOn }] of periods.entries()) {
    const previous = periods[i - 1];
    if (previous !== undefined) expect(startsOn).toBe(previous.status === 'PAID' ? previous.endsOn : '2027-09-15');
  }
  const documents = await one.documents();
  const sum = (kind: string): number =>
    documents.filter((each) => each.kind === kind).reduce((total, { gross }) => total + gross, 0);
  const paid = periods.reduce((total, { toPay }) => total + toPay.amount, 0);
  expect(sum('INVOICE') - sum('CREDIT_NOTE')).toBe(paid);
  expect(documents.filter(({ kind }) => kind === 'CREDIT_NOTE')).toHaveLength(1);
});
