/** Quotes and the calendar: a clock that is not believed, three years, and the last local day. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { refuseQuote, sendQuote } from '../../../../src/services/billing/index.ts';
import { expireQuotes } from '../../../../src/services/billing/quotes/expire-quotes.ts';
import { quoteRetention } from '../../../../src/services/billing/quotes/retention.ts';
import { warnEndingQuotes } from '../../../../src/services/billing/quotes/warn-ending-quotes.ts';
import { DAY } from '../../../support/clock.ts';
import { retain } from '../../../support/retention.ts';
import { openQuotes, type QuotesFixture } from './quotes-fixture.ts';

let quotes: QuotesFixture;
beforeAll(async () => {
  quotes = await openQuotes();
});
afterAll(() => quotes.close());

const acceptanceOf = (quoteId: string) =>
  quotes.env.db.selectFrom('quote_acceptance').select('id').where('quote_id', '=', quoteId).execute();

const expiredAbout = async (id: string): Promise<unknown[]> =>
  (
    await quotes.env.db.selectFrom('outbox_event').select('payload').where('name', '=', 'quote.expired').execute()
  ).filter(({ payload }) => JSON.stringify(payload).includes(id));

test('while the clock is not believed nothing is sent, and nothing accepted that would be invoiced', async () => {
  const quote = await quotes.sent({ onAcceptance: 'PAY_ALL' });
  const draft = await quotes.write({ validUntil: '2999-12-31' });
  const { id: open } = await quotes.sent({ validUntil: '2999-12-31', onAcceptance: 'PAY_ALL' });
  quotes.clock.advance(40 * DAY);
  const refusal = { code: 'CLOCK_IMPLAUSIBLE' };
  await expect(
    sendQuote(quotes.env.contextFor(quotes.admin), { quoteId: draft.id, version: draft.version }),
  ).rejects.toMatchObject(refusal);
  await expect(quotes.accept({ id: open, revision: 1 })).rejects.toMatchObject(refusal);
  expect(await quotes.row(open)).toMatchObject({ status: 'SENT', invoice_id: null });
  expect(await acceptanceOf(open)).toEqual([]);
  expect(await quotes.row(draft.id)).toMatchObject({ status: 'DRAFT', number: null });
  quotes.clock.advance(-40 * DAY);
  expect(await quotes.accept(quote)).toMatchObject({ status: 'ACCEPTED' });
});

test('quotes that nobody accepted go after three years with their files; an accepted one stays', async () => {
  const [refused, accepted] = [await quotes.sent(), await quotes.sent()];
  await refuseQuote(quotes.env.contextFor(quotes.buyer.actor), { quoteId: refused.id, revision: 1 });
  await quotes.accept(accepted);
  const { pdf_id: pdf } = await quotes.row(refused.id);
  const left = async () =>
    (await quotes.env.db.selectFrom('quote').select('id').where('id', 'in', [refused.id, accepted.id]).execute())
      .length;
  quotes.clock.advance(1_095 * DAY);
  await retain(quotes.env.contextFor(), quoteRetention);
  expect(await left()).toBe(2);
  quotes.clock.advance(2 * DAY);
  await retain(quotes.env.contextFor(), quoteRetention);
  expect(await left()).toBe(1);
  expect(
    await quotes.env.db.selectFrom('quote_line').select('id').where('quote_id', '=', refused.id).execute(),
  ).toEqual([]);
  const file = await quotes.env.db
    .selectFrom('stored_file')
    .select('deleted_at')
    .where('id', '=', String(pdf))
    .executeTakeFirst();
  expect(file?.deleted_at ?? null).not.toBeNull();
  quotes.clock.advance(-1_097 * DAY);
});

test('the buyer is warned three days before, once; after its last local day a quote can no longer be accepted', async () => {
  const quote = await quotes.sent({ validUntil: quotes.content().validUntil });
  const until = new Date(`${quote.validUntil}T12:00:00Z`).getTime();
  quotes.clock.set(new Date(until - 3 * DAY));
  for (let i = 0; i < 2; i += 1) await warnEndingQuotes(quotes.env.contextFor(), {});
  await quotes.env.app.worker.runDue();
  const warnings = (await quotes.mails()).filter(({ subject }) => subject.includes(`${quote.number} expire`));
  expect(warnings).toHaveLength(1);
  // 23:30 in Paris, and half an hour later.
  const midnight = new Date(`${quote.validUntil}T22:30:00Z`).getTime();
  quotes.clock.set(new Date(midnight + DAY / 2));
  await expect(quotes.accept(quote)).rejects.toMatchObject({ code: 'QUOTE_EXPIRED' });
  for (let i = 0; i < 2; i += 1) await expireQuotes(quotes.env.contextFor(), {});
  expect(await quotes.row(quote.id)).toMatchObject({ status: 'EXPIRED' });
  expect(await expiredAbout(quote.id)).toHaveLength(1);
  await expect(quotes.accept(quote)).rejects.toMatchObject({ code: 'QUOTE_EXPIRED' });
});

test('without published terms a quote is not sent, and the refusal says what is missing', async () => {
  const { db } = quotes.env;
  const pages = () =>
    db.selectFrom('page').select(['id', 'live_version_id', 'status']).where('slug', '=', 'cgv').execute();
  const before = await pages();
  await db.updateTable('page').set({ status: 'DRAFT', live_version_id: null }).where('slug', '=', 'cgv').execute();
  const draft = await quotes.write({ validUntil: '2999-12-31' });
  const sending = sendQuote(quotes.env.contextFor(quotes.admin), { quoteId: draft.id, version: draft.version });
  await expect(sending).rejects.toMatchObject({ code: 'TERMS_NOT_PUBLISHED' });
  expect(await quotes.row(draft.id)).toMatchObject({ status: 'DRAFT', number: null });
  for (const { id, live_version_id, status } of before)
    await db.updateTable('page').set({ live_version_id, status }).where('id', '=', id).execute();
});
