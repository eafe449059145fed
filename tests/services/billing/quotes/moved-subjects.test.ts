/** The module that owns the subject of a quote moves it with the quote, whatever its type. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { acceptQuote, createQuote, refuseQuote, sendQuote } from '../../../../src/services/billing/index.ts';
import type { Billables, QuoteStep } from '../../../../src/services/billing/index.ts';
import type { Actor } from '../../../../src/services/access/actor.ts';
import { DomainError } from '../../../../src/services/kernel/errors.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { codeOf } from '../../orders/orders-fixture.ts';
import { openQuotes, type QuotesFixture } from './quotes-fixture.ts';

let quotes: QuotesFixture;
const steps: QuoteStep[] = [];
let refused: QuoteStep['verb'] | null = null;
beforeAll(async () => {
  quotes = await openQuotes();
});
afterAll(() => quotes.close());
beforeEach(() => {
  steps.length = 0;
  refused = null;
});

/** Another kind of thing that is quoted for: what is not used of its rules is not there. */
const billables = (): Billables => ({
  ...quotes.env.contextFor().billables,
  PLAN_PERIOD: {
    ownerOf: () => Promise.resolve(quotes.buyer.id),
    describe: () => Promise.reject(new Error('not paid here')),
    confirmPayment: () => Promise.reject(new Error('not paid here')),
    moveByQuote: async ({ em }, step) => {
      // Within the transaction of billing: on another connection it would wait for that one.
      await em.execute('select 1');
      if (step.verb === refused) throw new DomainError('ACTION_NOT_ALLOWED', { action: step.verb });
      steps.push(step);
    },
  },
});
const as = (actor: Actor) => ({ ...quotes.env.contextFor(actor), billables: billables() });

async function sent(subjectId: string) {
  const ctx = as(quotes.admin);
  const { id, version } = await createQuote(ctx, quotes.content({ subject: { type: 'PLAN_PERIOD', id: subjectId } }));
  const quote = await sendQuote(ctx, { quoteId: id, version });
  await quotes.env.app.worker.runDue();
  return quote;
}
const answer = { termsVersion: 1, name: 'Hélène Noël', startBeforeWithdrawal: false };

test('it hears of the sending, with what is offered, and of the answer', async () => {
  const subjectId = newId();
  const { id: quoteId } = await sent(subjectId);
  const step = { quoteId, subjectId, buyerId: quotes.buyer.id, total: { amount: 14_400, currency: 'EUR' } };
  expect(steps).toEqual([{ ...step, verb: 'send' }]);
  await acceptQuote(as(quotes.buyer.actor), { quoteId, revision: 1, ...answer });
  expect(steps.at(-1)).toEqual({ ...step, verb: 'accept', startBeforeWithdrawal: false });
});

test('what it refuses does not happen to the quote either', async () => {
  const { id: quoteId } = await sent(newId());
  refused = 'accept';
  const accept = () => acceptQuote(as(quotes.buyer.actor), { quoteId, revision: 1, ...answer });
  expect(await codeOf(accept())).toBe('ACTION_NOT_ALLOWED');
  expect(await quotes.row(quoteId)).toMatchObject({ status: 'SENT' });
  refused = 'refuse';
  expect(await codeOf(refuseQuote(as(quotes.buyer.actor), { quoteId, revision: 1 }))).toBe('ACTION_NOT_ALLOWED');
  refused = null;
  await accept();
  expect(await quotes.row(quoteId)).toMatchObject({ status: 'ACCEPTED' });
});

test('a quote for nothing, or for something that quotes do not move, goes its way', async () => {
  const quote = await quotes.sent();
  await quotes.accept(quote);
  expect(await quotes.row(quote.id)).toMatchObject({ status: 'ACCEPTED' });
  expect(steps).toEqual([]);
});
