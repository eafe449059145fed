import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { Order } from '../../../src/entities/orders/order.entity.ts';
import type { OrderStatus } from '../../../src/entities/orders/order.entity.ts';
import { findUser, listUsers } from '../../../src/services/identity/index.ts';
import { deleteUser, previewUserDeletion } from '../../../src/services/privacy/index.ts';
import type { ErasureLine } from '../../../src/services/platform/personal-data.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { personalColumns } from '../../../src/entities/tables.ts';
import { notify } from '../../../src/services/notifications/index.ts';
import { HOUR } from '../../support/clock.ts';
import { canary, plant } from './canaries.ts';
import { tablesHolding } from './tables.ts';
import { person } from '../../support/make/actor.ts';
import { openPeopleEnvironment, type PeopleEnvironment } from '../identity/people-environment.ts';
import { refusal, makeAccount, signIn } from '../identity/people.ts';
import { makeConversation } from '../../support/make/conversation.ts';
import { makeMessage } from '../../support/make/message.ts';
import { makeOrder } from '../../support/make/order.ts';
import { makeStoredFile } from '../../support/make/stored-file.ts';

let env: PeopleEnvironment;
let boss: string;
beforeAll(async () => {
  env = await openPeopleEnvironment();
  boss = await makeAccount(env, 'boss@example.org', 'ADMIN');
});
afterAll(() => env.close());
const admin = () => person('ADMIN', boss);

/** Somebody with a file, a message, a notification and a session. */
async function personWithRecords(email: string): Promise<string> {
  const id = await makeAccount(env, email);
  await signIn(env, email);
  await env.run(async (tx) => {
    const { em } = tx;
    const user = em.getReference(User, id);
    makeStoredFile(em, {
      owner: user,
    });
    const conversation = makeConversation(em, { participants: [user], lastMessageAt: tx.now });
    makeMessage(em, { conversation, sender: user });
    await notify(tx, { userId: id, title: 'Un mot', message: 'Bonjour', dedupeKey: `test:${id}` });
  }, undefined as never);
  return id;
}
const order = (customer: string, status: OrderStatus) =>
  env.run(
    async ({ em }) =>
      makeOrder(em, {
        customer: em.getReference(User, customer),
        title: 'Roman',
        status,
      }).id,
    undefined as never,
  );

const row = (id: string) => env.db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst();
const left = async (id: string) => ({
  messages: (await env.db.selectFrom('message').select('id').where('sender_id', '=', id).execute()).length,
  notifications: (await env.db.selectFrom('notification').select('id').where('user_id', '=', id).execute()).length,
  mails: (await env.db.selectFrom('email_delivery').select('id').where('recipient_id', '=', id).execute()).length,
  sessions: (await env.db.selectFrom('session').select('id').where('user_id', '=', id).execute()).length,
  files: (
    await env.db
      .selectFrom('stored_file')
      .select('id')
      .where('owner_id', '=', id)
      .where('deleted_at', 'is', null)
      .execute()
  ).length,
});
const nothing = { messages: 0, notifications: 0, mails: 0, sessions: 0, files: 0 };

const preview = (userId: string) => env.perform(previewUserDeletion, { userId }, admin());
const remove = (userId: string) => env.perform(deleteUser, { userId, reason: 'MISUSE' }, admin());
const fates = (lines: readonly ErasureLine[]) =>
  Object.fromEntries(lines.map(({ record, count, fate }) => [record, `${count} ${fate}`]));
const everything = async () =>
  JSON.stringify(
    await Promise.all(
      Object.keys(personalColumns)
        .filter((table) => table !== 'audit_entry')
        .map((table) =>
          env.db
            .selectFrom(table as 'user')
            .selectAll()
            .execute(),
        ),
    ),
  );

test('nothing must stay: the preview touches nothing, the deletion does what it said and leaves nothing', async () => {
  const id = await personWithRecords('partante@example.org');
  const before = await everything();
  const { lines, obstacles } = await preview(id);
  expect(await everything()).toBe(before);
  expect(obstacles).toEqual([]);
  expect(fates(lines)).toMatchObject({
    FILES: '1 DESTROYED',
    MESSAGES: '1 DESTROYED',
    NOTIFICATIONS: '1 DESTROYED',
    SESSIONS: '1 DESTROYED',
    CONSENTS: '2 DESTROYED',
    ACCOUNT: '1 DESTROYED',
  });
  const receipt = await remove(id);
  expect(receipt.lines).toEqual(lines);
  expect(receipt).toMatchObject({ decidedBy: 'ADMIN', reason: 'MISUSE' });
  expect(await row(id)).toBeUndefined();
  expect(await left(id)).toEqual(nothing);
  expect(await env.mailsTo('partante@example.org')).toEqual(['erasure-receipt']);
  expect(await env.auditLog()).toContainEqual(
    expect.objectContaining({
      action: 'USER_DELETED',
      severity: 'HIGH',
      target_id: id,
      payload: { receiptId: receipt.id, decidedBy: 'ADMIN', reason: 'MISUSE' },
    }),
  );
  expect(
    await env.db
      .selectFrom('erasure_receipt')
      .select(['user_id', 'decided_by', 'reason'])
      .where('id', '=', receipt.id)
      .execute(),
  ).toEqual([{ user_id: id, decided_by: 'ADMIN', reason: 'MISUSE' }]);
  expect(await refusal(remove(id))).toEqual({ code: 'NOT_FOUND' });
  await env.app.worker.runDue();
  const mail = (await env.app.services.mailbox?.list())?.find(({ text }) => text.includes(receipt.id));
  expect(mail?.to.email).toBe('partante@example.org');
  expect(mail?.text).toContain('les conditions d’utilisation n’ont pas été respectées');
});

test('orders stay: the account names nobody, and its consents are kept as proof', async () => {
  const id = await personWithRecords('ancienne@example.org');
  await order(id, 'COMPLETED');
  const { lines } = await preview(id);
  expect(fates(lines)).toMatchObject({ ORDERS: '1 PSEUDONYMISED', CONSENTS: '2 KEPT', ACCOUNT: '1 PSEUDONYMISED' });
  expect((await remove(id)).lines).toEqual(lines);
  const erased = await row(id);
  expect(erased).toMatchObject({ status: 'ERASED', email: `${id}@erased.invalid`, phone: null, address: null });
  expect(JSON.stringify(erased)).not.toMatch(/Camille|Morel|ancienne/);
  expect(await left(id)).toEqual(nothing);
  expect(await env.db.selectFrom('consent_record').select('id').where('user_id', '=', id).execute()).toHaveLength(2);
  expect(await refusal(signIn(env, 'ancienne@example.org'))).toEqual({ code: 'CREDENTIALS_INVALID' });
  expect(await findUser(env.contextOf(admin()).read, id)).toMatchObject({ status: 'ERASED' });
  expect(await refusal(preview(id))).toEqual({ code: 'NOT_FOUND' });
  expect((await listUsers(env.contextOf(admin()).read, { first: 10, filter: { search: 'ancienne' } })).nodes).toEqual(
    [],
  );
});

test('a proofreader’s work stays with the customers, so that their account stays as a pseudonym', async () => {
  const [customerId, id] = [
    await makeAccount(env, 'cliente@example.org'),
    await makeAccount(env, 'correctrice@example.org', 'PROOFREADER'),
  ];
  const orderId = await order(customerId, 'COMPLETED');
  await env.run(
    async ({ em }) => void (await em.nativeUpdate(Order, { id: orderId }, { proofreader: id as never })),
    undefined as never,
  );
  const { lines } = await preview(id);
  expect(fates(lines)).toMatchObject({ ORDERS: '1 PSEUDONYMISED', ACCOUNT: '1 PSEUDONYMISED' });
  expect((await remove(id)).lines).toEqual(lines);
  expect(
    await env.db.selectFrom('customer_order').select(['title', 'proofreader_id']).where('id', '=', orderId).execute(),
  ).toEqual([{ title: 'Roman', proofreader_id: id }]);
});

test('work under way keeps the account, whoever asks, and says so before', async () => {
  const id = await makeAccount(env, 'attend@example.org');
  const orderId = await order(id, 'PAID');
  const { obstacles } = await preview(id);
  expect(obstacles).toEqual([
    { code: 'ORDER_UNFINISHED', ids: [orderId], toDo: expect.stringMatching(/^Une commande payée/) as unknown },
  ]);
  const failure = await remove(id).then(
    () => undefined,
    (error: unknown) => error as { code: string; details: unknown },
  );
  expect(failure).toMatchObject({ code: 'ERASURE_BLOCKED', details: { obstacles } });
  expect(await row(id)).toMatchObject({ status: 'ACTIVE', email: 'attend@example.org' });
});

test('what was planted everywhere about a person is nowhere once an admin has erased them, and the preview said it all', async () => {
  const email = `${canary}-deleted@example.org`;
  const userId = await makeAccount(env, email);
  await plant(env.app.orm.em.fork() as EntityManager, { userId, adminId: boss });
  const { lines } = await preview(userId);
  expect((await remove(userId)).lines).toEqual(lines);
  await env.app.worker.runDue();
  env.clock.advance(HOUR);
  await env.app.worker.runDue();
  expect(await tablesHolding(env.db, canary)).toEqual([]);
  expect(env.logs.text()).not.toContain(canary);
});
