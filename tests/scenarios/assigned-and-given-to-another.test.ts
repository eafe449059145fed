import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDownload } from '../../src/services/files/index.ts';
import { orderUpdated } from '../../src/services/orders/index.ts';
import { codeOf } from '../services/orders/orders-fixture.ts';
import { openOrderWork, type OrderWork } from '../support/order-work.ts';

/** Assigned, declined, given to another: the story of an order that three people look after. */
let work: OrderWork;
beforeAll(async () => {
  work = await openOrderWork();
});
afterAll(() => work.close());

interface Load {
  readonly proofreader: { readonly id: string };
  readonly holdsDueAt: boolean | null;
  readonly openOrders: number;
  readonly openPages: number;
  readonly nextFreeDay: string | null;
}

test('an order is assigned, declined, given to another, and taken from her again', async () => {
  const { env, clock, people, does, refused, sees, runJobs, mailsTo, text } = work;
  const { claire, louise, ines, admin } = people;
  const { orderId } = await work.placePaid();
  await does(claire, 'uploadManuscript', { orderId, file: text('roman.txt') });
  const dueAt = new Date(clock.now().getTime() + 4 * 86_400_000);
  await env.db
    .updateTable('customer_order')
    .set({ verified_pages: 60, due_at: dueAt })
    .where('id', '=', orderId)
    .execute();

  // Louise is away until the end of the month; Inès can do thirty pages a day.
  await does(
    louise,
    'updateMyProofreaderProfile',
    { languages: ['français'], absences: [{ fromOn: '2026-11-20', untilOn: '2026-11-30' }] },
    '{ capacityPagesPerDay absences { fromOn untilOn } }',
  );
  await does(ines, 'updateMyProofreaderProfile', { capacityPagesPerDay: 30, genres: ['roman'] }, '{ genres }');
  const list =
    'query($id: ID!) { proofreaders(orderId: $id) { proofreader { id } holdsDueAt openOrders openPages nextFreeDay } }';
  const loads = (await env.ask(admin.actor, list, { id: orderId })).data['proofreaders'] as Load[];
  expect(loads).toMatchObject([
    { proofreader: { id: ines.id }, holdsDueAt: true, openPages: 0, nextFreeDay: '2026-11-20' },
    { proofreader: { id: louise.id }, holdsDueAt: false, nextFreeDay: '2026-12-01' },
  ]);

  // The admin gives it to Louise all the same: that is allowed, and said.
  const assigned = await does<{ proofreaderLoad: Load }>(
    admin,
    'assignProofreader',
    { orderId, proofreaderId: louise.id },
    '{ proofreaderLoad { holdsDueAt openOrders } }',
  );
  expect(assigned.proofreaderLoad).toEqual({ holdsDueAt: false, openOrders: 0 });
  await runJobs();
  expect(await refused(louise, 'declineAssignment', { orderId, reason: ' ' })).toBe('INPUT_INVALID');
  await does(louise, 'declineAssignment', { orderId, reason: 'Je suis absente jusqu’à la fin du mois.' }, '');
  await runJobs();
  expect(await refused(louise, 'startOrder', { orderId })).toBe('NOT_FOUND');
  expect(await mailsTo(admin)).toContain('order-declined');
  expect(await work.mailData(admin, 'order-declined')).toMatchObject({
    proofreaderName: 'Louise Bernard',
    reason: 'Je suis absente jusqu’à la fin du mois.',
  });
  expect(await sees(admin, orderId)).toMatchObject({ status: 'PAID', proofreader: null });

  // Inès gets it, looks at it live, asks for the manuscript, and loses it the moment the admin changes their mind.
  await does(admin, 'assignProofreader', { orderId, proofreaderId: ines.id });
  await runJobs();
  const [manuscript] = (await sees(ines, orderId)).files;
  const { requestDownload } = (
    await env.ask(ines.actor, 'mutation($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }', {
      input: { fileId: manuscript?.id },
    })
  ).data as { requestDownload: { url: string } };
  const grant = new URL(requestDownload.url).searchParams.get('grant') ?? '';
  const download = () => openDownload(env.contextFor(), { fileId: manuscript?.id ?? '', grant });
  expect((await download()).name).toBe('roman.txt');
  const stream = (await env.subscribe(
    ines.actor,
    'subscription($id: ID!) { orderUpdated(orderId: $id) { order { id } } }',
    { id: orderId },
  )) as unknown as { entitled: (...args: unknown[]) => Promise<ReadonlySet<string>>; topic: unknown };
  expect(stream.topic).toEqual(orderUpdated);
  const stillHears = () =>
    stream.entitled({ seq: 1, payload: { orderId } }, [ines.actor, claire.actor], env.contextOf(admin.actor));
  expect(await stillHears()).toEqual(new Set([ines.id, claire.id]));

  await does(admin, 'unassignProofreader', { orderId });
  expect(await stillHears()).toEqual(new Set([claire.id]));
  expect(await codeOf(download())).toBe('NOT_FOUND');
  expect(await refused(ines, 'uploadCorrectedFile', { orderId, file: text('non.txt') })).toBe('NOT_FOUND');
  await runJobs();

  // In the end it is hers after all, and whoever wants to suspend her sees what she has first.
  await does(admin, 'assignProofreader', { orderId, proofreaderId: ines.id });
  await runJobs();
  const ask = 'query($id: ID!) { user(id: $id) { assignedOrders { id status } } }';
  expect((await env.ask(admin.actor, ask, { id: ines.id })).data).toEqual({
    user: { assignedOrders: [{ id: orderId, status: 'PAID' }] },
  });
  expect((await env.ask(ines.actor, '{ me { assignedOrders { id } } }')).data).toEqual({ me: { assignedOrders: [] } });
  await does(ines, 'startOrder', { orderId });
  await runJobs();
  expect(await mailsTo(claire)).toContain('order-started');
  expect(await refused(ines, 'declineAssignment', { orderId, reason: 'Trop tard.' })).toBe('ACTION_NOT_ALLOWED');
  expect(await refused(admin, 'unassignProofreader', { orderId })).toBe('ACTION_NOT_ALLOWED');
  expect((await work.timeline(orderId)).filter((kind) => /ASSIGN|DECLINE|START/.test(kind))).toEqual([
    'ASSIGNED',
    'DECLINED',
    'ASSIGNED',
    'UNASSIGNED',
    'ASSIGNED',
    'STARTED',
  ]);
});
