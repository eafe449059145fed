import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deleteFile } from '../../src/services/files/index.ts';
import { codeOf } from '../services/orders/orders-fixture.ts';
import { openOrderWork, type OrderWork } from '../support/order-work.ts';

/** Two deliveries and a request for changes. */
let work: OrderWork;
beforeAll(async () => {
  work = await openOrderWork();
});
afterAll(() => work.close());

test('Claire asks for changes to the first delivery and accepts the second; both stay', async () => {
  const { env, people, does, refused, sees, runJobs, text } = work;
  const { claire, louise, admin, stranger } = people;
  const { orderId } = await work.placePaid();
  await does(admin, 'assignProofreader', { orderId, proofreaderId: louise.id });
  await does(louise, 'startOrder', { orderId });
  await does(louise, 'updateOrderProgress', { orderId, percent: 60 });
  expect((await sees(claire, orderId)).progressPercent).toBe(60);
  expect(await refused(louise, 'deliverOrder', { orderId })).toBe('CORRECTED_FILE_REQUIRED');
  await does(louise, 'uploadCorrectedFile', { orderId, file: text('roman-corrigé.txt') });
  await does(louise, 'uploadCorrectedFile', { orderId, file: text('remarques.txt') });
  const first = await does(louise, 'deliverOrder', { orderId, note: 'J’ai hésité sur le chapitre 3.' });
  expect(first).toMatchObject({ status: 'COMPLETED', progressPercent: 100 });
  expect(first.deliveries).toMatchObject([
    { number: 1, status: 'DELIVERED', note: 'J’ai hésité sur le chapitre 3.', files: [{}, { name: 'remarques.txt' }] },
  ]);
  await runJobs();

  const { availableActions, deliveries } = await sees(claire, orderId);
  expect(availableActions).toEqual(['ACCEPT_DELIVERY', 'REQUEST_CHANGES']);
  const deliveryId = deliveries[0]?.id;
  const { files } = await does(claire, 'uploadReference', { orderId, file: text('chapitre-3.txt') });
  const reference = files.find(({ name }) => name === 'chapitre-3.txt')?.id;
  const wish = { deliveryId, text: 'Gardez le passé simple au chapitre 3.', fileIds: [reference] };
  expect(await refused(stranger, 'requestChanges', wish)).toBe('NOT_FOUND');
  expect(await refused(louise, 'requestChanges', wish)).toBe('FORBIDDEN');
  expect(await refused(claire, 'requestChanges', { ...wish, text: ' \n ' })).toBe('INPUT_INVALID');
  expect(await refused(claire, 'requestChanges', { ...wish, fileIds: [files[0]?.id] })).toBe('INPUT_INVALID');
  const asked = await does(claire, 'requestChanges', wish);
  expect(asked).toMatchObject({ status: 'IN_PROGRESS', revisionsLeft: 1 });
  expect(asked.deliveries).toMatchObject([
    { status: 'CHANGES_REQUESTED', changes: wish.text, changesFiles: [{ name: 'chapitre-3.txt' }] },
  ]);
  await runJobs();
  expect(await work.mailData(louise, 'delivery-changes-requested')).toMatchObject({
    customerName: 'Claire Dumas',
    number: 1,
    changes: wish.text,
  });

  // What was delivered does not count again, and nobody takes it back.
  expect(await refused(louise, 'deliverOrder', { orderId })).toBe('CORRECTED_FILE_REQUIRED');
  const old = asked.deliveries[0]?.files[0]?.id ?? '';
  expect(await codeOf(deleteFile(env.contextFor(louise.actor), { fileId: old }))).toBe('ACTION_NOT_ALLOWED');
  await does(louise, 'uploadCorrectedFile', { orderId, file: text('roman-corrigé-2.txt') });
  await does(louise, 'deliverOrder', { orderId });
  await runJobs();
  expect((await work.mailsTo(claire)).filter((template) => template === 'corrected-file-ready')).toHaveLength(2);

  const second = (await sees(claire, orderId)).deliveries[1];
  expect(await refused(claire, 'acceptDelivery', { deliveryId, rating: 5 })).toBe('ACTION_NOT_ALLOWED');
  expect(await refused(claire, 'acceptDelivery', { deliveryId: second?.id, rating: 6 })).toBe('INPUT_INVALID');
  const done = await does(claire, 'acceptDelivery', { deliveryId: second?.id, rating: 5, comment: 'Très soigné.' });
  expect(done).toMatchObject({ status: 'COMPLETED', availableActions: [] });
  expect(done.deliveries.map(({ status, files: kept }) => [status, kept.map(({ name }) => name)])).toEqual([
    ['CHANGES_REQUESTED', ['roman-corrigé.txt', 'remarques.txt']],
    ['ACCEPTED', ['roman-corrigé-2.txt']],
  ]);
  await runJobs();
  expect(await work.mailData(louise, 'delivery-accepted')).toMatchObject({ rating: 5, comment: 'Très soigné.' });
  const link = await env.ask(
    claire.actor,
    'mutation($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }',
    { input: { fileId: old } },
  );
  expect(link.codes).toEqual([]);
});
