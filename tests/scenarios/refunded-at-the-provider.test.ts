// @lane sqlite at first: the statements are those of the use cases, which run on both databases.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openOrderWork, type OrderWork } from '../support/order-work.ts';

/** Refunded at the provider: somebody gave the money back on the pages of the payment provider, and the orders follow. */
let work: OrderWork;
beforeAll(async () => {
  work = await openOrderWork();
});
afterAll(() => work.close());

test('work whose money went back is over, a part of the money changes nothing, and what is delivered stays', async () => {
  const { people, does, sees, runJobs, text } = work;
  const { claire, louise, admin } = people;
  const started = async () => {
    const placed = await work.placePaid();
    await does(admin, 'assignProofreader', { orderId: placed.orderId, proofreaderId: louise.id });
    await does(louise, 'startOrder', { orderId: placed.orderId });
    return placed;
  };
  const orders = {
    PAID: await work.placePaid(),
    IN_PROGRESS: await started(),
    SUSPENDED: await started(),
    COMPLETED: await started(),
  };
  await does(admin, 'suspendOrder', { orderId: orders.SUSPENDED.orderId });
  await does(louise, 'uploadCorrectedFile', { orderId: orders.COMPLETED.orderId, file: text('corrigé.txt') });
  await does(louise, 'deliverOrder', { orderId: orders.COMPLETED.orderId });
  const after = {} as Record<string, string>;
  for (const [status, { orderId, sessionId }] of Object.entries(orders)) {
    // A part of the money changes nothing; then the rest goes back too.
    if (status === 'IN_PROGRESS') {
      await work.atProvider((page) => page.refund(sessionId, 5_000));
      expect((await sees(claire, orderId)).status).toBe(status);
    }
    await work.atProvider((page) => page.refund(sessionId, status === 'IN_PROGRESS' ? 30_000 : 35_000));
    await runJobs();
    after[status] = (await sees(claire, orderId)).status;
  }
  expect(after).toEqual({
    PAID: 'CANCELLED',
    IN_PROGRESS: 'CANCELLED',
    SUSPENDED: 'CANCELLED',
    COMPLETED: 'COMPLETED',
  });
  const { cancellationReason, availableActions } = await sees(admin, orders.IN_PROGRESS.orderId);
  expect([cancellationReason, availableActions]).toEqual(['REFUNDED', []]);
  expect((await work.mailsTo(claire)).filter((template) => template === 'order-cancelled')).toHaveLength(3);
});
