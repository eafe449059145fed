// @lane sqlite at first: the statements are those of the use cases, which run on both databases.
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anonymous } from '../../../src/services/access/actor.ts';
import { person } from '../../services/orders/orders-fixture.ts';
import { openQuotes, type QuotesFixture } from '../../services/billing/quotes/quotes-fixture.ts';
import { uploadOf } from '../../support/upload.ts';

let quotes: QuotesFixture;
beforeAll(async () => {
  quotes = await openQuotes();
});
afterAll(() => quotes.close());

const fields = `id version status number revision buyer { userId name email } net { amount } tax { amount } gross { amount }
  validUntil onAcceptance depositPercent deposit { amount } lines { description quantityThousandths unitPrice { amount } }
  terms { slug version title } withdrawalQuestion pdfFileId timesSent
  acceptance { name acceptedOn startBeforeWithdrawal auditSeq proofFileId } invoice { kind gross { amount } balance { amount } }`;
const create = `mutation($input: CreateQuoteInput!) { createQuote(input: $input) { ${fields} } }`;
const send = `mutation($input: SendQuoteInput!) { sendQuote(input: $input) { ${fields} } }`;
const record = `mutation($input: RecordOfflineAcceptanceInput!) { recordOfflineAcceptance(input: $input) { ${fields} } }`;
const accept = `mutation($input: AcceptQuoteInput!) { acceptQuote(input: $input) { ${fields} } }`;

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly acceptance: { readonly proofFileId: string | null } | null;
}

const ask = async <T>(document: string, variables: object, actor = quotes.admin): Promise<T> => {
  const answer = await quotes.env.ask(actor, document, variables as Record<string, unknown>);
  expect(answer.codes).toEqual([]);
  return Object.values(answer.data as object)[0] as T;
};
const codes = async (document: string, input: object, actor = quotes.admin) =>
  (await quotes.env.ask(actor, document, { input })).codes;
const content = (changes: object = {}) => ({ ...quotes.content(), ...changes });
async function sent(changes: object = {}): Promise<Shown> {
  const { id, version } = await ask<Shown>(create, { input: content(changes) });
  await ask(send, { input: { quoteId: id, version } });
  await quotes.env.app.worker.runDue();
  return ask(`query($id: ID!) { quote(id: $id) { ${fields} } }`, { id });
}

test('an admin writes and sends a quote; the buyer reads it with its terms, accepts it, and owes the deposit', async () => {
  const key = 'quote-of-today';
  const draft = await ask<Shown>(create, { input: content({ onAcceptance: 'DEPOSIT', depositPercent: 30, key }) });
  expect(draft).toMatchObject({
    ...{ status: 'DRAFT', number: null, terms: null, withdrawalQuestion: null, timesSent: 0 },
    ...{ gross: { amount: 14_400 }, deposit: { amount: 4_320 }, buyer: { userId: quotes.buyer.id } },
    lines: [{ quantityThousandths: 10_000, unitPrice: { amount: '10' } }, { unitPrice: { amount: '20' } }],
  });
  expect(await ask(create, { input: content({ onAcceptance: 'DEPOSIT', depositPercent: 30, key }) })).toMatchObject({
    id: draft.id,
  });
  const mine = `query { myQuotes { totalCount nodes { ${fields} } } }`;
  expect(await ask(mine, {}, quotes.buyer.actor)).toMatchObject({ totalCount: 0 });
  await ask(send, { input: { quoteId: draft.id, version: draft.version } });
  expect(await codes(send, { quoteId: draft.id, version: draft.version })).toEqual(['CONFLICT']);
  await quotes.env.app.worker.runDue();
  expect(await ask(mine, {}, quotes.buyer.actor)).toMatchObject({
    totalCount: 1,
    nodes: [
      {
        status: 'SENT',
        number: expect.stringMatching(/^DEVIS-/) as unknown,
        terms: { slug: 'cgv', version: 1, title: 'Conditions générales de vente' },
        withdrawalQuestion: expect.stringContaining('quatorze jours') as unknown,
      },
    ],
  });
  const input = {
    quoteId: draft.id,
    revision: 1,
    termsVersion: 1,
    name: 'Camille Lefèvre',
    startBeforeWithdrawal: false,
  };
  expect(await ask(accept, { input }, quotes.buyer.actor)).toMatchObject({
    status: 'ACCEPTED',
    acceptance: { startBeforeWithdrawal: false, auditSeq: expect.any(Number) as unknown, acceptedOn: null },
    invoice: { kind: 'DEPOSIT', gross: { amount: 4_320 }, balance: { amount: 4_320 } },
  });
  const listed =
    'query($filter: QuoteFilterInput, $search: String) { quotes(filter: $filter, search: $search) { nodes { id } } }';
  expect(await ask(listed, { filter: { status: 'ACCEPTED', personId: quotes.buyer.id }, search: 'devis' })).toEqual({
    nodes: [{ id: draft.id }],
  });
  expect(await ask(listed, { filter: { status: 'ACCEPTED', subjectType: 'ORDER' } })).toEqual({ nodes: [] });
});

test('staff records a signed paper once, and only staff reads it', async () => {
  const quote = await sent({ onAcceptance: 'PAY_ALL' });
  const paper = () =>
    uploadOf({
      filename: 'bon-pour-accord.pdf',
      mimetype: 'application/pdf',
      createReadStream: () => Readable.from([Buffer.from('%PDF-1.7\n')]),
    });
  const signed = (changes: object) => ({
    ...{ quoteId: quote.id, revision: 1, on: '2026-11-20', name: 'Camille Lefèvre', file: paper() },
    ...changes,
  });
  expect(await codes(record, signed({ on: '2026-11-21' }))).toEqual(['INPUT_INVALID']);
  expect(await codes(record, signed({ on: '2026-11-19' }))).toEqual(['INPUT_INVALID']);
  expect(await codes(record, signed({ revision: 2 }))).toEqual(['QUOTE_CHANGED']);
  const accepted = await ask<Shown>(record, { input: signed({}) });
  expect(accepted).toMatchObject({
    status: 'ACCEPTED',
    acceptance: { acceptedOn: '2026-11-20', startBeforeWithdrawal: null },
    invoice: { kind: 'INVOICE', gross: { amount: 14_400 } },
  });
  expect(await codes(record, signed({}))).toEqual(['ACTION_NOT_ALLOWED']);
  const download = 'mutation($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }';
  const input = { fileId: accepted.acceptance?.proofFileId };
  expect(await codes(download, input)).toEqual([]);
  expect(await codes(download, input, quotes.buyer.actor)).toEqual(['NOT_FOUND']);
});

test('the link of the mail opens, accepts and declines without an account', async () => {
  const ada = { name: 'Ada Byron', email: 'ada@example.org', locale: 'EN' };
  const visitor = anonymous({ locale: 'en', address: '198.51.100.9', agent: 'test' });
  const tokens: string[] = [];
  for (const _ of [1, 2]) {
    const { number } = await sent({ buyerId: null, person: ada });
    const mail = (await quotes.mails()).find(({ text }) => text.includes(number));
    tokens.push(mail?.links.flatMap((link) => new URL(link).searchParams.get('token') ?? [])[0] ?? '');
  }
  const [first, second] = tokens;
  const opened = `query($token: String!) { publicQuote(token: $token) { quote { ${fields} } download { url } } }`;
  expect(await ask(opened, { token: first }, visitor)).toMatchObject({
    quote: {
      buyer: { userId: null, name: 'Ada Byron' },
      withdrawalQuestion: expect.stringContaining('fourteen') as unknown,
    },
    download: { url: expect.any(String) as unknown },
  });
  const agree = 'mutation($input: AcceptPublicQuoteInput!) { acceptPublicQuote(input: $input) { quote { status } } }';
  const input = { token: first, revision: 1, termsVersion: 1, name: 'Ada Byron', startBeforeWithdrawal: true };
  expect(await ask(agree, { input }, visitor)).toEqual({ quote: { status: 'ACCEPTED' } });
  const decline = 'mutation($input: RefusePublicQuoteInput!) { refusePublicQuote(input: $input) { quote { status } } }';
  expect(await ask(decline, { input: { token: second, revision: 1 } }, visitor)).toEqual({
    quote: { status: 'REFUSED' },
  });
  expect(await codes(agree, { ...input, token: 'nothing' }, visitor)).toEqual(['TOKEN_INVALID']);
});

test('what cannot stand, and who may not, is refused', async () => {
  const line = quotes.content().lines[0];
  const wrong: [object, string][] = [
    [{ lines: [] }, 'INPUT_INVALID'],
    [{ lines: Array.from({ length: 201 }, () => line) }, 'INPUT_INVALID'],
    [{ lines: [{ ...line, quantityThousandths: 0 }] }, 'INPUT_INVALID'],
    [{ lines: [{ ...line, unitPrice: '1e3' }] }, 'INPUT_INVALID'],
    [{ lines: [{ ...line, description: 'a'.repeat(501) }] }, 'INPUT_INVALID'],
    [{ lines: [{ ...line, taxRate: 1_200 }] }, 'VAT_RATE_UNKNOWN'],
    [{ validUntil: '2026-11-19' }, 'INPUT_INVALID'],
    [{ onAcceptance: 'DEPOSIT', depositPercent: 101 }, 'INPUT_INVALID'],
    [{ buyerId: null, person: { name: '😀'.repeat(255), email: 'a@example.org' } }, 'INPUT_INVALID'],
  ];
  for (const [changes, code] of wrong)
    expect([changes, await codes(create, content(changes))]).toEqual([changes, [code]]);
  expect(await codes(create, content(), quotes.buyer.actor)).toEqual(['FORBIDDEN']);
  const auditor = await person(quotes.env, 'PROOFREADER');
  expect((await quotes.env.ask(auditor.actor, 'query { quotes { totalCount } }')).codes).toEqual(['FORBIDDEN']);
  const quote = await sent();
  const stranger = await person(quotes.env);
  const input = { quoteId: quote.id, revision: 1, termsVersion: 1, name: 'Somebody', startBeforeWithdrawal: true };
  expect(await codes(accept, input, stranger.actor)).toEqual(['NOT_FOUND']);
  const one = `query($id: ID!) { quote(id: $id) { id } }`;
  expect((await quotes.env.ask(stranger.actor, one, { id: quote.id })).codes).toEqual(['NOT_FOUND']);
});
