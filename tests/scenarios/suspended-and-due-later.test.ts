import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instantAt } from '../../src/services/kernel/business-time.ts';
import { instantFrom } from '../../src/services/platform/orm/values.ts';
import { DAY } from '../support/clock.ts';
import { openOrderWork, type OrderWork } from '../support/order-work.ts';

/** Suspended, and the due date moves: by an admin, and by a bank. */
let work: OrderWork;
beforeAll(async () => {
  work = await openOrderWork();
});
afterAll(() => work.close());

test('the time that the work stands still is added to the due date, whoever stopped it', async () => {
  const { env, clock, people, does, refused, sees, runJobs } = work;
  const { claire, louise, admin } = people;
  const { orderId, sessionId } = await work.placePaid();
  await does(admin, 'assignProofreader', { orderId, proofreaderId: louise.id });
  await does(louise, 'startOrder', { orderId });
  const evening = (day: string) => instantAt(day, '18:00', env.config.TIME_ZONE);
  // A Monday.
  const due = evening('2026-11-30');
  await env.db.updateTable('customer_order').set({ due_at: due }).where('id', '=', orderId).execute();
  const times = async () => {
    const row = await env.db
      .selectFrom('customer_order')
      .select(['due_at', 'paused_ms', 'suspended_at'])
      .where('id', '=', orderId)
      .executeTakeFirstOrThrow();
    return {
      due: instantFrom(row.due_at),
      paused: Number(row.paused_ms) / DAY,
      isSuspended: row.suspended_at !== null,
    };
  };

  await does(admin, 'suspendOrder', { orderId, reason: 'Nous attendons la seconde partie.' });
  await runJobs();
  expect(await sees(claire, orderId)).toMatchObject({
    status: 'SUSPENDED',
    suspendedReason: 'Nous attendons la seconde partie.',
  });
  for (const who of [claire, louise])
    expect(await work.mailData(who, 'order-suspended')).toMatchObject({ reason: 'Nous attendons la seconde partie.' });
  clock.advance(3 * DAY);
  await does(admin, 'resumeOrder', { orderId });
  await runJobs();
  expect(await times()).toEqual({ due: evening('2026-12-03'), paused: 3, isSuspended: false });
  expect(await work.mailsTo(louise)).toContain('order-resumed');

  // Her bank claims the money back: nothing can be decided until the bank has.
  await work.atProvider((page) => page.dispute(sessionId));
  await runJobs();
  expect(await sees(claire, orderId)).toMatchObject({ status: 'SUSPENDED', suspendedReason: null });
  expect(await work.mailData(louise, 'order-suspended')).toMatchObject({ isDisputed: true });
  expect(await refused(admin, 'resumeOrder', { orderId })).toBe('PAYMENT_DISPUTED');
  expect(await refused(admin, 'cancelOrder', { orderId, reason: 'FRAUD' })).toBe('PAYMENT_DISPUTED');
  clock.advance(2 * DAY);
  await work.atProvider((page) => page.closeDispute(sessionId, 'WON'));
  await runJobs();
  expect((await sees(claire, orderId)).status).toBe('IN_PROGRESS');
  // Two days after Thursday is no working day.
  expect(await times()).toEqual({ due: evening('2026-12-07'), paused: 5, isSuspended: false });

  // An order that the team stopped does not go on because a bank decided something, and one that was lost is over.
  await does(admin, 'suspendOrder', { orderId });
  await work.atProvider((page) => page.dispute(sessionId));
  await work.atProvider((page) => page.closeDispute(sessionId, 'WON'));
  await runJobs();
  expect((await sees(claire, orderId)).status).toBe('SUSPENDED');
  await work.atProvider((page) => page.dispute(sessionId));
  await work.atProvider((page) => page.closeDispute(sessionId, 'LOST'));
  await runJobs();
  expect(await sees(claire, orderId)).toMatchObject({ status: 'CANCELLED', cancellationReason: 'DISPUTE_LOST' });
  expect(await refused(louise, 'uploadCorrectedFile', { orderId, file: work.text('trop-tard.txt') })).toBe(
    'ACTION_NOT_ALLOWED',
  );
});
