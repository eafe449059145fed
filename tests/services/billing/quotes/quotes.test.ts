/** A quote from its first line to what follows from its acceptance. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import {
  acceptPublicQuote,
  publicQuote,
  refusePublicQuote,
  refuseQuote,
  reviseQuote,
  sendQuote,
  updateQuote,
} from '../../../../src/services/billing/index.ts';
import { anonymous } from '../../../../src/services/access/actor.ts';
import { openStored } from '../../../../src/services/files/index.ts';
import type { QuoteContent } from '../../../../src/services/billing/quotes/quote-content.ts';
import { order, person } from '../../orders/orders-fixture.ts';
import { isInstalled, textOf } from '../pdf-tools.ts';
import { changeTerms, openQuotes, type QuotesFixture } from './quotes-fixture.ts';

let quotes: QuotesFixture;
beforeAll(async () => {
  quotes = await openQuotes();
});
afterAll(() => quotes.close());

const asAdmin = () => quotes.env.contextFor(quotes.admin);
const acceptanceOf = (quoteId: string) =>
  quotes.env.db.selectFrom('quote_acceptance').selectAll().where('quote_id', '=', quoteId).execute();
const eventsAbout = async (id: string): Promise<string[]> =>
  (await quotes.env.db.selectFrom('outbox_event').select(['name', 'payload']).orderBy('id').execute())
    .filter(({ payload }) => JSON.stringify(payload).includes(id))
    .map(({ name }) => name);

describe('a quote that is sent', () => {
  test('has a number without a gap, sealed bytes with their hash, the terms of the day, and is mailed with its PDF', async () => {
    const first = await quotes.sent();
    const second = await quotes.sent();
    const numberOf = ({ number }: { number: string | null }): number => Number(number?.slice(-6));
    expect(first.number).toMatch(/^DEVIS-\d{4}-\d{6}$/);
    expect(numberOf(second)).toBe(numberOf(first) + 1);
    const row = await quotes.row(first.id);
    expect(row).toMatchObject({ status: 'SENT', revision: 1, net_cents: expect.anything() as unknown });
    expect([Number(row['net_cents']), Number(row['tax_cents']), Number(row['gross_cents'])]).toEqual([
      12_000, 2_400, 14_400,
    ]);
    const file = await openStored(quotes.env.contextFor(), String(row['pdf_id']));
    const pdf = await buffer((await file?.open()) as AsyncIterable<Uint8Array>);
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(row['pdf_sha256']);
    // What is agreed to is all in one file: the terms of sale too.
    if (isInstalled('pdftotext')) {
      expect(textOf(pdf)).toMatch(/Conditions générales de vente, version 1/);
      expect(textOf(pdf)).toContain('Droit de rétractation');
    }
    expect(file?.name).toBe(`${first.number}.pdf`);
    const [mail] = (await quotes.mails()).filter(({ subject }) => subject.includes(String(first.number)));
    expect(mail).toMatchObject({ files: [`${first.number}.pdf`] });
    expect(mail?.links.join()).toContain(`/devis/${first.id}`);
  });

  test('says for ever what it said: the database refuses a change, and so does updateQuote', async () => {
    const { id, version } = await quotes.sent();
    const { version: now } = await quotes.row(id);
    await expect(
      updateQuote(asAdmin(), { ...quotes.content(), quoteId: id, version: Number(now) }),
    ).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
    await expect(updateQuote(asAdmin(), { ...quotes.content(), quoteId: id, version })).rejects.toMatchObject({
      code: expect.stringMatching(/CONFLICT|ACTION_NOT_ALLOWED/) as unknown,
    });
    const write = (sql: string) => quotes.env.app.orm.em.fork().getConnection('write').execute(sql, [id]);
    for (const change of ['gross_cents = 1', "valid_until = '2099-01-01'", "document = '{}'", "pdf_sha256 = 'x'"])
      await expect(write(`update quote set ${change} where id = ?`)).rejects.toThrow('immutable');
    await expect(write('update quote_line set position = 9 where quote_id = ?')).rejects.toThrow('immutable');
  });

  test('is mailed again when it is sent again, with the same bytes', async () => {
    const sent = await quotes.sent();
    const before = await quotes.row(sent.id);
    await sendQuote(asAdmin(), { quoteId: sent.id, version: Number(before['version']) });
    await quotes.env.app.worker.runDue();
    expect(await quotes.row(sent.id)).toMatchObject({ times_sent: 2, pdf_sha256: before['pdf_sha256'] });
    const mails = (await quotes.mails()).filter(({ subject }) => subject.includes(String(sent.number)));
    expect(mails).toHaveLength(2);
  });
});

test('twenty sent at once have twenty numbers without a gap, and one record of the terms', async () => {
  const before = await quotes.sent();
  const drafts = await Promise.all(Array.from({ length: 20 }, () => quotes.write()));
  const sent = await Promise.all(drafts.map(({ id, version }) => sendQuote(asAdmin(), { quoteId: id, version })));
  const numbers = sent.map(({ number }) => Number(number?.slice(-6))).sort((a, b) => a - b);
  const first = Number(before.number?.slice(-6)) + 1;
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => first + i));
  expect(await quotes.env.db.selectFrom('terms_version').select('page_version').execute()).toHaveLength(1);
  await quotes.env.app.worker.runDue();
});

describe('an acceptance', () => {
  test('is proven by what was seen, from where and when; twenty at once are one, and make one deposit invoice', async () => {
    const quote = await quotes.sent({ onAcceptance: 'DEPOSIT', depositPercent: 30 });
    const before = (await quotes.invoices()).length;
    const answers = await Promise.all(Array.from({ length: 20 }, () => quotes.accept(quote)));
    expect(new Set(answers.map(({ invoiceId }) => invoiceId)).size).toBe(1);
    const [acceptance, ...more] = await acceptanceOf(quote.id);
    expect(more).toEqual([]);
    const row = await quotes.row(quote.id);
    expect(acceptance).toMatchObject({
      ...{ name: 'Hélène Noël', revision: 1, pdf_sha256: row['pdf_sha256'], terms_version: 1, accepted_on: null },
      address: null,
      withdrawal_wording: expect.stringContaining('rétractation') as unknown,
    });
    expect(Boolean(acceptance?.start_before_withdrawal)).toBe(true);
    const entry = await quotes.env.db
      .selectFrom('audit_entry')
      .select(['action', 'target_id'])
      .where('seq', '=', Number(acceptance?.audit_seq))
      .executeTakeFirstOrThrow();
    expect(entry).toEqual({ action: 'QUOTE_ACCEPTED', target_id: quote.id });
    const issued = (await quotes.invoices()).slice(before);
    expect(issued).toMatchObject([{ kind: 'DEPOSIT', gross: 4_320, id: row['invoice_id'] }]);
    expect(await eventsAbout(quote.id)).toEqual(['quote.sent', 'quote.accepted']);
    await quotes.env.app.worker.runDue();
    const receipts = (await quotes.mails()).filter(({ text }) => text.includes(String(row['pdf_sha256'])));
    expect(receipts).toMatchObject([{ files: [`${quote.number}.pdf`] }]);
    expect(receipts[0]?.text).toContain('oui');
    const write = (sql: string) => quotes.env.app.orm.em.fork().getConnection('write').execute(sql, [quote.id]);
    await expect(write("update quote_acceptance set name = 'x' where quote_id = ?")).rejects.toThrow('immutable');
    await expect(write('update quote_acceptance set audit_seq = 1 where quote_id = ?')).rejects.toThrow('immutable');
    await expect(write('delete from quote_acceptance where quote_id = ?')).rejects.toThrow('kept');
  });

  test('of the whole issues its invoice, to be paid; later issues nothing', async () => {
    const whole = await quotes.sent({ onAcceptance: 'PAY_ALL', discount: { basisPoints: 1_000 } });
    const { invoiceId } = await quotes.accept(whole);
    expect((await quotes.invoices()).find(({ id }) => id === invoiceId)).toMatchObject({
      kind: 'INVOICE',
      gross: 12_960,
    });
    const later = await quotes.sent();
    expect(await quotes.accept(later)).toMatchObject({ status: 'ACCEPTED', invoiceId: null });
    expect(await quotes.accept(later, { name: 'Somebody Else' })).toMatchObject({ status: 'ACCEPTED' });
    expect(await acceptanceOf(later.id)).toMatchObject([{ name: 'Hélène Noël' }]);
  });

  test('of a deposit over two rates invoices exactly what the quote said', async () => {
    const [one, two] = quotes.content().lines;
    const mixed = [
      { ...one, unitPrice: '3.33', taxRate: 550 },
      { ...two, unitPrice: '17.77' },
    ] as QuoteContent['lines'];
    const quote = await quotes.sent({ lines: mixed, prices: 'GROSS', onAcceptance: 'DEPOSIT', depositPercent: 33 });
    const { invoiceId } = await quotes.accept(quote);
    // 33 % of 33.30 and 17.77 is 16.8531.
    expect((await quotes.invoices()).find(({ id }) => id === invoiceId)).toMatchObject({
      kind: 'DEPOSIT',
      gross: 1_685,
    });
  });

  test('of a quote for an order issues the invoice of the order, and no other quote can', async () => {
    const { id } = await order(quotes.env, { customer: quotes.buyer });
    const subject = { type: 'ORDER' as const, id };
    const [first, second] = [
      await quotes.sent({ subject, onAcceptance: 'PAY_ALL' }),
      await quotes.sent({ subject, onAcceptance: 'PAY_ALL' }),
    ];
    await expect(quotes.accept(first)).rejects.toMatchObject({ code: 'QUOTE_CHANGED' });
    const { invoiceId } = await quotes.accept(second);
    const invoices = () => quotes.env.db.selectFrom('invoice').select('id').where('subject_id', '=', id).execute();
    expect(await invoices()).toEqual([{ id: invoiceId }]);
    await expect(quotes.sent({ subject, onAcceptance: 'PAY_ALL' })).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
    expect(await invoices()).toHaveLength(1);
  });

  test('wants the revision that was shown, its terms read, and the answer about the start of the work', async () => {
    const quote = await quotes.sent();
    await expect(quotes.accept({ ...quote, revision: 2 })).rejects.toMatchObject({ code: 'QUOTE_CHANGED' });
    await expect(quotes.accept(quote, { termsVersion: 7 })).rejects.toMatchObject({
      code: 'TERMS_NOT_READ',
      details: { termsVersion: 1 },
    });
    await expect(quotes.accept(quote, { startBeforeWithdrawal: null })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      details: { fields: [{ path: 'input.startBeforeWithdrawal', rules: ['required'] }] },
    });
    expect(await acceptanceOf(quote.id)).toEqual([]);
    // The terms of the day of sending stay those of the quote.
    await quotes.env.run(changeTerms, undefined);
    expect(await quotes.accept(quote)).toMatchObject({ status: 'ACCEPTED' });
    const next = await quotes.sent();
    await expect(quotes.accept(next)).rejects.toMatchObject({ details: { termsVersion: 2 } });
    expect(await quotes.accept(next, { termsVersion: 2 })).toMatchObject({ status: 'ACCEPTED' });
  });

  test('is nobody else’s: another’s quote and a draft do not exist', async () => {
    const quote = await quotes.sent();
    const stranger = await person(quotes.env);
    const refusal = { code: 'NOT_FOUND' };
    const asked = { quoteId: quote.id, revision: 1 };
    await expect(refuseQuote(quotes.env.contextFor(stranger.actor), asked)).rejects.toMatchObject(refusal);
    const { id, revision } = await quotes.write();
    await expect(quotes.accept({ id, revision })).rejects.toMatchObject(refusal);
    expect(await refuseQuote(quotes.env.contextFor(quotes.buyer.actor), asked)).toMatchObject({ status: 'REFUSED' });
    await expect(quotes.accept(quote, { termsVersion: 2 })).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
  });
});

describe('a revision', () => {
  test('takes the place of the quote at once, under its number', async () => {
    const quote = await quotes.sent();
    const { version } = await quotes.row(quote.id);
    const next = await reviseQuote(asAdmin(), { ...quotes.content(), quoteId: quote.id, version: Number(version) });
    expect(next).toMatchObject({ status: 'DRAFT', number: quote.number, revision: 2, replacesId: quote.id });
    await expect(quotes.accept(quote, { termsVersion: 2 })).rejects.toMatchObject({ code: 'QUOTE_CHANGED' });
    await sendQuote(asAdmin(), { quoteId: next.id, version: next.version });
    await quotes.env.app.worker.runDue();
    expect(await quotes.accept(next, { termsVersion: 2 })).toMatchObject({ status: 'ACCEPTED', number: quote.number });
    const { version: last } = await quotes.row(next.id);
    await expect(
      reviseQuote(asAdmin(), { ...quotes.content(), quoteId: next.id, version: Number(last) }),
    ).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
  });
});

describe('without an account', () => {
  const visitor = () =>
    quotes.env.contextFor(anonymous({ locale: 'en', address: '203.0.113.7', agent: 'Mozilla/5.0 (X11) Firefox/140' }));
  const ada = { name: 'Ada Byron', email: 'Ada@example.org', locale: 'en' as const };
  const tokenIn = (links: readonly string[]): string =>
    links.flatMap((link) => new URL(link).searchParams.get('token') ?? [])[0] ?? '';

  test('the mailed link shows the quote and accepts it; its invoice is theirs', async () => {
    const quote = await quotes.sent({ person: ada, onAcceptance: 'PAY_ALL' });
    const [mail] = (await quotes.mails()).filter(({ text }) => text.includes(String(quote.number)));
    const token = tokenIn(mail?.links ?? []);
    const shown = await publicQuote(visitor(), { token });
    expect(shown).toMatchObject({
      quote: { id: quote.id, buyer: { userId: null, name: 'Ada Byron', email: 'ada@example.org' } },
      download: { url: expect.stringContaining('grant=') as unknown },
    });
    const said = { token, revision: 1, termsVersion: 2, name: 'Ada Byron', startBeforeWithdrawal: false };
    const { quote: accepted } = await acceptPublicQuote(visitor(), said);
    expect(accepted).toMatchObject({ status: 'ACCEPTED', invoiceId: expect.any(String) as unknown });
    expect(await acceptPublicQuote(visitor(), said)).toMatchObject({ quote: { status: 'ACCEPTED' } });
    expect(await acceptanceOf(quote.id)).toMatchObject([
      { address: '203.0.113.0/24', agent: 'Mozilla/5.0 (X11) Firefox/140' },
    ]);
    expect((await quotes.invoices()).find(({ id }) => id === accepted.invoiceId)).toMatchObject({ buyer_id: null });
    await expect(refusePublicQuote(visitor(), { token, revision: 1 })).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
    await quotes.env.app.worker.runDue();
    const receipt = (await quotes.mails()).find(({ subject }) =>
      subject.includes(`accepted the quote ${quote.number}`),
    );
    expect(receipt).toMatchObject({ to: expect.stringContaining('ada@example.org') as unknown });
    expect(tokenIn(receipt?.links ?? [])).not.toBe(token);
  });

  test('whatever opens nothing is TOKEN_INVALID, and an address has twenty tries', async () => {
    await expect(publicQuote(visitor(), { token: 'nothing' })).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    const said = { token: 'nothing', revision: 1, termsVersion: 1, name: 'x', startBeforeWithdrawal: true };
    const refused: string[] = [];
    for (let i = 0; i < 20; i += 1)
      await acceptPublicQuote(visitor(), said).catch((error: { code: string }) => refused.push(error.code));
    expect(new Set(refused)).toEqual(new Set(['TOKEN_INVALID', 'RATE_LIMITED']));
  });
});

test('what cannot stand is refused by its field, with nothing written', async () => {
  const count = async () => (await quotes.env.db.selectFrom('quote').select('id').execute()).length;
  const before = await count();
  const wrong: [Parameters<QuotesFixture['write']>[0], string, string][] = [
    [{ validUntil: '2020-01-01' }, 'input.validUntil', 'notBeforeToday'],
    [{ onAcceptance: 'DEPOSIT' }, 'input.depositPercent', 'required'],
    [{ depositPercent: 20 }, 'input.depositPercent', 'onlyForDeposits'],
    [
      {
        ...{ onAcceptance: 'DEPOSIT', depositPercent: 1 },
        lines: [{ description: 'Un signe', quantityThousandths: 1_000, unitPrice: '0.3' }],
      },
      'input.depositPercent',
      'depositOfNothing',
    ],
    [
      { person: { name: 'Ada', email: 'a@example.org', locale: 'en' }, buyerId: quotes.buyer.id },
      'input.buyerId',
      'oneOfTwo',
    ],
    [{ buyerId: null }, 'input.buyerId', 'oneOfTwo'],
    [{ subject: { type: 'ORDER', id: quotes.buyer.id } }, 'input.subject', 'unknown'],
  ];
  for (const [changes, path, rule] of wrong)
    await expect(quotes.write(changes)).rejects.toMatchObject({ details: { fields: [{ path, rules: [rule] }] } });
  expect(await count()).toBe(before);
});
