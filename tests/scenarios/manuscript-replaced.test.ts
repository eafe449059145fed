import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openOrderWork, type OrderWork } from '../support/order-work.ts';
import { order, orderFile } from '../services/orders/orders-fixture.ts';

/** Another text than the one that was sent. */
let work: OrderWork;
beforeAll(async () => {
  work = await openOrderWork();
});
afterAll(() => work.close());

interface Seen {
  readonly status: string;
  readonly verifiedPages: number | null;
  readonly total: { readonly amount: number };
  readonly files: { readonly id: string; readonly name: string }[];
}
const fields = '{ id status verifiedPages total { amount } files { id name } }';

const keys = (fileId: string) =>
  work.env.db.selectFrom('data_key').select('id').where('file_id', '=', fileId).execute();

test('the manuscript is replaced: the one before is destroyed, and the pages that were counted in it count no more', async () => {
  const { env, people, does, refused, text } = work;
  const { claire, admin, stranger } = people;
  const { id: orderId } = await order(env, {
    ...{ customer: claire, unit: 'PAGE', declaredPages: 100, totalCents: 20_000 },
  });
  const sent = await does<Seen>(claire, 'uploadManuscript', { orderId, file: text('premier jet.txt') }, fields);
  const [first] = sent.files;
  const fileId = first?.id ?? '';
  await does(claire, 'submitOrderForReview', { orderId });
  await does(admin, 'verifyPages', { orderId, pages: 120 });

  const file = text('second jet.txt');
  expect(await refused(stranger, 'replaceManuscript', { orderId, fileId, file })).toBe('NOT_FOUND');
  const replaced = await does<Seen>(claire, 'replaceManuscript', { orderId, fileId, file }, fields);
  expect(replaced).toMatchObject({ status: 'AWAITING_REVIEW', verifiedPages: null, total: { amount: 20_000 } });
  expect(replaced.files.map(({ name }) => name)).toEqual(['second jet.txt']);
  expect(await keys(fileId)).toEqual([]);
  // The price of the text that is gone cannot be accepted any more; that of the new one is.
  expect(await refused(claire, 'acceptMeasuredPages', { orderId, pages: 120 })).toBe('ACTION_NOT_ALLOWED');
  await does(admin, 'verifyPages', { orderId, pages: 90 });
  const verified = await env.ask(claire.actor, `{ order(id: "${orderId}") ${fields} }`);
  expect(verified.data['order']).toMatchObject({ status: 'PENDING', verifiedPages: 90, total: { amount: 18_000 } });

  // Agreed already, and replaced once more: somebody counts again before it is paid.
  const again = await does<Seen>(
    claire,
    'replaceManuscript',
    { orderId, fileId: replaced.files[0]?.id, file: text('troisième jet.txt') },
    fields,
  );
  expect(again).toMatchObject({ status: 'AWAITING_REVIEW', verifiedPages: null });
  await work.runJobs();
  expect(await work.mailsTo(claire)).toContain('order-under-review');
  expect(await work.timeline(orderId)).toEqual(
    expect.arrayContaining(['FILE_ADDED', 'PAGES_VERIFIED', 'FILE_REPLACED', 'SUBMITTED_FOR_REVIEW']),
  );
});

test('a paid one until the work begins; what is no manuscript of the order, or is kept for a court, is not replaced', async () => {
  const { env, people, does, refused, text } = work;
  const { claire, louise, admin } = people;
  const { orderId } = await work.placePaid();
  const file = text('définitif.txt');
  const { id: fileId } = await orderFile(env, { id: orderId }, { role: 'MANUSCRIPT' });
  const { id: reference } = await orderFile(env, { id: orderId }, { role: 'REFERENCE' });
  const other = await orderFile(env, await order(env, { customer: claire }), { role: 'MANUSCRIPT' });
  for (const wrong of [reference, other.id, orderId, 'x'])
    expect(await refused(claire, 'replaceManuscript', { orderId, fileId: wrong, file })).toBe('NOT_FOUND');
  expect(await refused(louise, 'replaceManuscript', { orderId, fileId, file })).toBe('FORBIDDEN');
  const hold = { targetType: 'FILE', targetId: fileId, reason: 'Un tribunal le demande.' };
  const prudent = { ...admin, actor: { ...admin.actor, provenAt: work.clock.now() } };
  await does(prudent, 'placeLegalHold', hold, '{ id }');
  expect(await refused(claire, 'replaceManuscript', { orderId, fileId, file })).toBe('LEGAL_HOLD');
  const { id: free } = await orderFile(env, { id: orderId }, { role: 'MANUSCRIPT' });
  await does(admin, 'assignProofreader', { orderId, proofreaderId: louise.id });
  await does(louise, 'startOrder', { orderId });
  expect(await refused(claire, 'replaceManuscript', { orderId, fileId: free, file })).toBe('ACTION_NOT_ALLOWED');
});

test('an order has twenty manuscripts at most', async () => {
  const { env, people, refused, text } = work;
  const { id: orderId } = await order(env, { customer: people.claire });
  for (let i = 0; i < 20; i++) await orderFile(env, { id: orderId }, { role: 'MANUSCRIPT' });
  expect(await refused(people.claire, 'uploadManuscript', { orderId, file: text('un de trop.txt') })).toBe(
    'QUOTA_EXCEEDED',
  );
});
