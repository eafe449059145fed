import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createScheduler } from '../../src/services/platform/schedules.ts';
import { schedules } from '../../src/modules.ts';
import { DAY, HOUR } from '../support/clock.ts';
import { openOrderWork, type OrderWork } from '../support/order-work.ts';

/** Silence accepts: nobody answers a delivery. */
let work: OrderWork;
beforeAll(async () => {
  work = await openOrderWork();
});
afterAll(() => work.close());

test('Claire says nothing: she is reminded once, and after fourteen days her silence is a yes', async () => {
  const { env, clock, people, does, refused, sees, runJobs, text } = work;
  const { claire, louise, admin } = people;
  const scheduler = createScheduler({
    schedules: schedules.filter(({ name }) => name === 'orders.answer-deliveries'),
    contextFor: (origin) => env.app.contextFor(origin),
    log: env.app.log,
  });
  await scheduler.look();
  const { orderId } = await work.placePaid();
  await does(admin, 'assignProofreader', { orderId, proofreaderId: louise.id });
  await does(louise, 'startOrder', { orderId });
  await does(louise, 'uploadCorrectedFile', { orderId, file: text('corrigé.txt') });
  await does(louise, 'deliverOrder', { orderId });
  const morning = async (): Promise<void> => {
    await scheduler.look();
    await runJobs();
  };
  const deliveryId = (await sees(claire, orderId)).deliveries[0]?.id ?? '';

  clock.advance(10 * DAY);
  await morning();
  expect(await work.mailsTo(claire)).not.toContain('delivery-expiring');
  for (let day = 0; day < 3; day++) {
    clock.advance(DAY);
    await morning();
  }
  expect((await work.mailsTo(claire)).filter((template) => template === 'delivery-expiring')).toHaveLength(1);
  expect((await sees(claire, orderId)).deliveries[0]?.status).toBe('DELIVERED');

  // The fourteenth day is the last: a moment later changes are refused, and the next morning it is accepted.
  clock.advance(DAY + HOUR);
  expect((await sees(claire, orderId)).availableActions).toEqual(['ACCEPT_DELIVERY']);
  expect(await refused(claire, 'requestChanges', { deliveryId, text: 'Encore une chose.' })).toBe('REVISION_TOO_LATE');
  clock.advance(DAY);
  await morning();
  const { status, availableActions, deliveries } = await sees(claire, orderId);
  expect([status, availableActions, deliveries.map((one) => one.status)]).toEqual([
    'COMPLETED',
    [],
    ['ACCEPTED_BY_TIME'],
  ]);
  expect(await work.mailData(louise, 'delivery-accepted')).toMatchObject({ isByTime: true, rating: 0 });
  expect(await refused(claire, 'requestChanges', { deliveryId, text: 'Encore une chose.' })).toBe('REVISION_TOO_LATE');
  await morning();
  expect((await work.timeline(orderId)).filter((kind) => kind === 'DELIVERY_ACCEPTED')).toHaveLength(1);
});
