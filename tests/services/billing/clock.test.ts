import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { confirmClock, examineClock } from '../../../src/services/billing/index.ts';
import { creditLaterTask, issueLaterTask } from '../../../src/services/billing/tasks/issue-later.task.ts';
import { creditLaterNow, issueLaterNow } from '../../../src/services/billing/tasks/issue-later.ts';
import { raiseMark } from '../../../src/services/billing/invoice-marks.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { DAY, HOUR, MINUTE } from '../../support/clock.ts';
import { createBillingWorld, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
let customerId: string;
beforeEach(async () => {
  world = await createBillingWorld();
  customerId = await world.addCustomer();
});
afterEach(() => world.close());

/** An order that is paid, as the provider reports; answers its id. */
async function pay(): Promise<string> {
  const orderId = await world.addOrder(customerId);
  const { sessionId } = await world.open(customerId, orderId);
  await world.processEvent(await world.payments.simulator.pay(sessionId));
  return orderId;
}
const numbers = async () => (await world.invoices()).map(({ number }) => number);
const examine = () => world.run(examineClock, undefined);
const confirm = (last?: string) => world.run(confirmClock, { last });
const actions = () => world.auditLog.map(({ action }) => action).filter((action) => action.startsWith('CLOCK'));

/** What the worker does with the invoices that wait. */
async function runWaiting(): Promise<string[]> {
  const jobs = await world.db
    .selectFrom('job')
    .select('payload')
    .where('kind', '=', issueLaterTask.kind)
    .orderBy('id')
    .execute();
  const ends: string[] = [];
  for (const { payload } of jobs) {
    ends.push(
      await issueLaterNow(world.contextFor(), issueLaterTask.payload.parse(jsonFrom(payload))).then(
        () => 'issued',
        (error: Error) => error.message,
      ),
    );
  }
  return ends;
}

test('one invoice issued under a clock 400 days ahead spoils the series of the next ones', async () => {
  await pay();
  world.clock.advance(400 * DAY);
  const orderId = await pay();
  // The payment counts, its invoice waits, and the admins are notified, once.
  expect([await world.orderStatus(orderId), await numbers(), await runWaiting()]).toEqual([
    'PAID',
    ['FACT-2026-000001'],
    ['CLOCK_IMPLAUSIBLE'],
  ]);
  await pay();
  expect(actions()).toEqual(['CLOCK_IMPLAUSIBLE']);
  // The clock is set right: it is believed again by itself.
  world.clock.advance(-400 * DAY + HOUR);
  expect(await runWaiting()).toEqual(['issued', 'issued']);
  await pay();
  expect(await numbers()).toEqual(['FACT-2026-000001', 'FACT-2026-000002', 'FACT-2026-000003', 'FACT-2026-000004']);
  expect(actions()).toEqual(['CLOCK_IMPLAUSIBLE', 'CLOCK_BELIEVED']);
  expect(await runWaiting()).toEqual(['issued', 'issued']);
  expect(await numbers()).toHaveLength(4);
});

test('a series that a wrong clock spoilt before anybody looked goes on after its last true number', async () => {
  await pay();
  world.clock.advance(400 * DAY);
  await confirm();
  await pay();
  expect(await numbers()).toEqual(['FACT-2026-000001', 'FACT-2027-000001']);
  world.clock.advance(-400 * DAY);
  expect(await examine()).toMatchObject({ kind: 'BEFORE_LAST_INVOICE' });
  await pay();
  expect(await numbers()).toHaveLength(2);
  expect(await confirm('FACT-2026-000041')).toMatchObject({ setAside: ['FACT-2027'], waiting: 1 });
  expect(await runWaiting()).toEqual(['issued']);
  expect((await numbers()).sort()).toEqual(['FACT-2026-000001', 'FACT-2026-000042', 'FACT-2027-000001']);
  // Its year comes: no number of it is given twice.
  for (let month = 0; month < 3; month += 1) {
    world.clock.advance(30 * DAY);
    expect(await examine()).toBeNull();
  }
  await pay();
  expect((await numbers()).sort().at(-1)).toBe('FACT-2027-000002');
});

test('numbers that were given, or shown, are not given again, whatever is named', async () => {
  for (let i = 0; i < 3; i += 1) await pay();
  await raiseMark(world.config, 'FACT-2026', 7);
  await expect(confirm('FACT-2026-000006')).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED', details: { last: 7 } });
  for (const wrong of ['FACT-2027-000001', 'FACT-2026-1', 'X', "FACT-2026-000001'"])
    await expect(confirm(wrong)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  await confirm('FACT-2026-000007');
  await pay();
  expect((await numbers()).at(-1)).toBe('FACT-2026-000008');
});

test('a clock that stands more than a minute before the last invoice issues none', async () => {
  await pay();
  world.clock.advance(-MINUTE);
  await pay();
  expect(await numbers()).toHaveLength(2);
  world.clock.advance(-2 * MINUTE);
  await pay();
  expect([await numbers(), actions()]).toEqual([['FACT-2026-000001', 'FACT-2026-000002'], ['CLOCK_IMPLAUSIBLE']]);
  await confirm();
  expect([await runWaiting(), await numbers()]).toEqual([
    ['issued'],
    ['FACT-2026-000001', 'FACT-2026-000002', 'FACT-2026-000003'],
  ]);
});

test('a machine that slept for thirty days goes on; one that stood still for forty is confirmed', async () => {
  await pay();
  world.clock.advance(30 * DAY);
  expect(await examine()).toBeNull();
  world.clock.advance(40 * DAY);
  expect(await examine()).toMatchObject({ kind: 'JUMPED' });
  await pay();
  expect(await numbers()).toHaveLength(1);
  expect(await confirm()).toMatchObject({ setAside: [], waiting: 1 });
  expect([await runWaiting(), await examine()]).toEqual([['issued'], null]);
  expect(await numbers()).toEqual(['FACT-2026-000001', 'FACT-2027-000001']);
});

test('two payments at once under a doubtful clock notify the admins once, and lose nothing', async () => {
  await pay();
  world.clock.advance(400 * DAY);
  const events = [];
  for (let i = 0; i < 6; i += 1)
    events.push(
      await world.payments.simulator.pay((await world.open(customerId, await world.addOrder(customerId))).sessionId),
    );
  await Promise.all(events.map((event) => world.processEvent(event)));
  expect(actions()).toEqual(['CLOCK_IMPLAUSIBLE']);
  await confirm();
  const ended = await Promise.all([runWaiting(), runWaiting()]);
  expect(ended.flat().every((end) => end === 'issued' || end === 'CONFLICT')).toBe(true);
  await runWaiting();
  expect((await numbers()).sort()).toEqual([
    'FACT-2026-000001',
    ...Array.from({ length: 6 }, (_, i) => `FACT-2027-00000${i + 1}`),
  ]);
});

test('a refund under an implausible clock is made, and its credit note waits; one of an invoice that waits follows it', async () => {
  const opened = async () => {
    const { sessionId, paymentId } = await world.open(customerId, await world.addOrder(customerId));
    await world.processEvent(await world.payments.simulator.pay(sessionId));
    return { sessionId, paymentId };
  };
  const before = await opened();
  world.clock.advance(400 * DAY);
  const during = await opened();
  for (const { sessionId } of [before, during])
    await world.processEvent(await world.payments.simulator.refund(sessionId, 1_000));
  expect(await world.payment(before.paymentId)).toMatchObject({ status: 'PARTIALLY_REFUNDED' });
  expect(await world.payment(during.paymentId)).toMatchObject({ status: 'PARTIALLY_REFUNDED' });
  expect(await numbers()).toEqual(['FACT-2026-000001']);
  const later = () => creditLaterNow(world.contextFor(), { paymentId: before.paymentId });
  await expect(later()).rejects.toThrow('CLOCK_IMPLAUSIBLE');
  const jobs = await world.db.selectFrom('job').select('payload').where('kind', '=', creditLaterTask.kind).execute();
  expect(jobs.map(({ payload }) => jsonFrom(payload))).toEqual([{ paymentId: before.paymentId }]);
  expect(await confirm()).toMatchObject({ waiting: 2 });
  await later();
  await later();
  expect(await runWaiting()).toEqual(['issued']);
  expect(await numbers()).toEqual(['AVOIR-2027-000001', 'AVOIR-2027-000002', 'FACT-2026-000001', 'FACT-2027-000001']);
});
