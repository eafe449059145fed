/** Invoices of everybody by filters, what happened to one, and what a customer owes in the order in which it came about. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anonymous } from '../../../src/services/access/actor.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { examineClock } from '../../../src/services/billing/index.ts';
import { markOverdue } from '../../../src/services/billing/tasks/mark-overdue.ts';
import { DAY } from '../../support/clock.ts';
import { person } from '../../services/orders/orders-fixture.ts';
import { openIssued, payTokens, type IssuedEnvironment } from './issued-invoices.ts';

let env: IssuedEnvironment;
beforeAll(async () => {
  env = await openIssued();
});
afterAll(() => env.close());

const stranger = anonymous({ locale: 'fr', address: '203.0.113.9', agent: null });
const list = `query($filter: InvoiceFilterInput, $after: Cursor, $first: Int, $orderBy: InvoiceSort! = ISSUED_AT_DESC) {
  invoices(filter: $filter, after: $after, first: $first, orderBy: $orderBy) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }`;
interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { id: string }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}
const idsBy = async (filter: object): Promise<string[]> =>
  (await env.asked<Page>(env.admin(), list, { filter })).nodes.map(({ id }) => id);
const mutate = (name: string, input: object) =>
  env.asked<{ id: string }>(
    env.admin(),
    `mutation($input: ${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { id } }`,
    { input },
  );
const later = async (): Promise<string> => {
  env.clock.advance(DAY);
  await env.run(examineClock, undefined);
  return env.clock.now().toISOString();
};

test('one invoice after another is found by each filter, and its history is one list', async () => {
  const other = await person(env);
  const first = await env.issue({ dueOn: '2026-11-22' });
  const second = await env.issue({ buyerId: other.id });
  const { number } = await env.db
    .selectFrom('invoice')
    .select('number')
    .where('id', '=', first)
    .executeTakeFirstOrThrow();
  await env.app.worker.runDue();
  await mutate('sendInvoice', { invoiceId: first });
  await env.app.worker.runDue();
  const [token = ''] = payTokens(await env.mailsTo(await env.customerEmail()));
  for (let times = 0; times < 2; times += 1)
    await env.asked(stranger, 'query($token: String!) { payInvoice(token: $token) { number } }', { token });
  const between = await later();
  await later();
  await later();
  await markOverdue(env.contextFor());
  const overdueAt = env.clock.now().toISOString();
  await later();
  await mutate('sendReminder', { invoiceId: first });
  await later();
  const payment = { method: 'TRANSFER', receivedOn: '2026-11-23', reference: 'VIR 1' };
  const paid = await mutate('recordOfflinePayment', {
    ...{ invoiceId: first, ...payment },
    amount: { amount: 5_000, currency: 'EUR' },
  });
  await later();
  const credit = { reason: 'GOODWILL', refund: false, amount: { amount: 2_000, currency: 'EUR' } };
  const note = await mutate('creditInvoice', { invoiceId: first, ...credit });

  expect(await idsBy({})).toEqual([note.id, second, first]);
  expect(await idsBy({ kind: 'CREDIT_NOTE' })).toEqual([note.id]);
  expect(await idsBy({ status: 'OVERDUE' })).toEqual([first]);
  expect(await idsBy({ personId: other.id })).toEqual([second]);
  expect(await idsBy({ to: between })).toEqual([second, first]);
  expect(await idsBy({ from: between })).toEqual([note.id]);
  expect(await idsBy({ numberPrefix: number.toLowerCase() })).toEqual([first]);
  expect(await idsBy({ numberPrefix: 'FACT-%' })).toEqual([]);
  expect(await idsBy({ isUnpaid: true })).toEqual([second, first]);
  expect(await idsBy({ isUnpaid: false })).toEqual([note.id]);
  expect([await idsBy({ overdueSince: between }), await idsBy({ overdueSince: overdueAt })]).toEqual([[], [first]]);

  const asked = 'query($id: ID!) { invoice(id: $id) { timeline { kind amount { amount } step sourceId } } }';
  const read = await env.asked<{ timeline: object[] }>(env.customer.actor, asked, { id: first });
  const nothing = { amount: null, step: null, sourceId: null };
  expect(read.timeline).toEqual([
    { kind: 'ISSUED', ...nothing },
    { kind: 'SENT', ...nothing },
    { kind: 'SENT', ...nothing },
    { kind: 'OPENED', ...nothing },
    { kind: 'REMINDED', ...nothing, step: 1 },
    { kind: 'PAID', amount: { amount: 5_000 }, step: null, sourceId: paid.id },
    { kind: 'CREDITED', amount: { amount: 2_000 }, step: null, sourceId: note.id },
  ]);
});

test('a statement runs from what was owed to what is owed, and its end is the sum of the balances', async () => {
  const document = `query($personId: ID!, $from: DateTime) { customerStatement(personId: $personId, from: $from) {
    opening { amount } entries { kind number amount { amount } balance { amount } } closing { amount } } }`;
  const of = (from?: string) =>
    env.asked<{ entries: { kind: string; amount: { amount: number }; balance: { amount: number } }[] }>(
      env.admin(),
      document,
      { personId: env.customer.id, from },
    );
  const whole = await of();
  expect(whole.entries.map(({ kind, amount, balance }) => [kind, amount.amount, balance.amount])).toEqual([
    ['INVOICE', 12_000, 12_000],
    ['PAYMENT', -5_000, 7_000],
    ['CREDIT_NOTE', -2_000, 5_000],
  ]);
  const owed = await env.db
    .selectFrom('invoice')
    .select(({ fn }) => fn.sum('balance_cents').as('sum'))
    .where('buyer_id', '=', env.customer.id)
    .executeTakeFirstOrThrow();
  expect(whole).toMatchObject({ opening: { amount: 0 }, closing: { amount: Number(owed.sum) } });
  const rest = await of('2026-11-26T00:00:00.000Z');
  expect(rest).toMatchObject({ opening: { amount: 7_000 }, closing: { amount: 5_000 } });
  expect(rest.entries).toHaveLength(1);
  const nobody = await env.ask(env.admin(), document, { personId: newId() });
  expect(nobody.codes).toEqual(['NOT_FOUND']);
  expect((await env.ask(env.customer.actor, document, { personId: env.customer.id })).codes).toEqual(['FORBIDDEN']);
});

test('pages follow one another in each order, and a customer has no such list', async () => {
  for (const orderBy of ['ISSUED_AT_DESC', 'ISSUED_AT_ASC', 'GROSS_DESC', 'GROSS_ASC']) {
    const seen: string[] = [];
    for (let after: string | null = null, isMore = true; isMore;) {
      const page: Page = await env.asked<Page>(env.admin(), list, { after, first: 2, orderBy });
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.endCursor;
      isMore = page.pageInfo.hasNextPage;
    }
    expect(new Set(seen).size).toBe(3);
  }
  expect((await env.ask(env.customer.actor, list)).codes).toEqual(['FORBIDDEN']);
});
