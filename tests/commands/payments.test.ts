// @lane sqlite: the commands only print what the operations answer, which both databases prove.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { paymentCommands } from '../../src/commands/payments.ts';
import { WebhookEvent } from '../../src/entities/billing/webhook-event.entity.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { newId } from '../../src/services/kernel/ids.ts';
import { openCounting, type Counting } from '../support/money.ts';
import { system } from '../../src/services/access/actor.ts';

let books: Counting;
let printed: string[];
beforeEach(async () => {
  books = await openCounting();
  printed = [];
});
afterEach(() => books.close());

const run = (name: 'payments:reconcile' | 'webhooks:replay', ...args: string[]): Promise<number> => {
  const command = paymentCommands({
    print: (text) => void printed.push(text),
    within: (_config, work) => work(books.app),
    contextFor: (app) => app.contextFor({ actor: system, requestId: `test-${newId()}` }),
  })[name];
  return command?.run(books.config, args) ?? Promise.reject(new Error(name));
};

test('payments:reconcile mends what an event did not say, and exits by what is left', async () => {
  const [page = ''] = await books.openPages(1);
  await books.checkout.pay(page);
  expect(await run('payments:reconcile', '--days', '31')).toBe(2);
  expect(await run('payments:reconcile')).toBe(0);
  expect(printed.join('\n')).toContain(`PAYMENT STATE SANDBOX ${page}: here PENDING, there PAID (mended)`);
  printed = [];
  expect(await run('payments:reconcile', '--days', '1')).toBe(0);
  expect(printed).toEqual([expect.stringContaining(', 0 differences, 0 of them mended.')]);
});

test('webhooks:replay has an exit code for each end', async () => {
  const db = books.app.contextFor({ actor: system, requestId: 'test' }).db;
  const [page = ''] = await books.openPages(1);
  expect(await run('webhooks:replay', 'evt_none')).toBe(1);
  await books.app.contextFor({ actor: system, requestId: 'test' }).run(async ({ em, now }: Tx<'em' | 'now'>) => {
    for (const [id, subject] of [
      ['evt_waits', { kind: 'SESSION', sessionId: page, evidence: 'PAID' }],
      ['evt_other', { kind: 'IGNORED' }],
    ] as const)
      em.create(WebhookEvent, { id, provider: 'SANDBOX', type: 'test', occurredAt: now, payload: { ...subject } });
  }, {});
  expect(await run('webhooks:replay', 'evt_waits')).toBe(4);
  expect(await run('webhooks:replay', 'SANDBOX:evt_other')).toBe(3);
  await books.checkout.pay(page);
  expect(await run('webhooks:replay', 'SANDBOX:evt_waits')).toBe(0);
  expect(await run('webhooks:replay', 'evt_waits')).toBe(3);
  expect(await db.selectFrom('payment').select('status').execute()).toEqual([{ status: 'PAID' }]);
});
