import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StoredFile } from '../../../../src/entities/files/stored-file.entity.ts';
import { User } from '../../../../src/entities/identity/user.entity.ts';
import { Conversation, ConversationParticipant } from '../../../../src/entities/messaging/conversation.entity.ts';
import { Message } from '../../../../src/entities/messaging/message.entity.ts';
import { Order } from '../../../../src/entities/orders/order.entity.ts';
import type { OrderStatus } from '../../../../src/entities/orders/order.entity.ts';
import { deleteUser, findUser, listUsers, previewUserDeletion } from '../../../../src/services/identity/index.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { notify } from '../../../../src/services/notifications/index.ts';
import { person } from '../../../support/actors.ts';
import { contextOf, openHouse, type House } from '../house.ts';
import { refusal, settle, signIn } from '../people.ts';

let house: House;
let boss: string;
beforeAll(async () => {
  house = await openHouse();
  boss = await settle(house, 'boss@example.org', 'ADMIN');
});
afterAll(() => house.close());
const admin = () => person('ADMIN', boss);

/** Somebody with a file, a message, a notification and a session. */
async function settled(email: string): Promise<string> {
  const id = await settle(house, email);
  await signIn(house, email);
  await house.run(async (scope) => {
    const { em } = scope;
    const user = em.getReference(User, id);
    em.create(StoredFile, { owner: user, kind: 'DOCUMENT', name: 'brouillon.txt', mimeType: 'text/plain', sizeBytes: 3, sha256: 'a', ciphertextSha256: 'b', versionId: newId(), dataKeyId: newId() });
    const conversation = em.create(Conversation, { subject: 'Roman', contextType: 'ORDER', contextId: newId(), lastMessageAt: scope.now });
    em.create(ConversationParticipant, { conversation, user });
    em.create(Message, { conversation, sender: user, content: 'Bonjour' });
    await notify(scope, { userId: id, title: 'Un mot', message: 'Bonjour', dedupeKey: `test:${id}` });
  }, undefined as never);
  return id;
}
const order = (customer: string, status: OrderStatus) => house.run(async ({ em }) => em.create(Order, {
  customer: em.getReference(User, customer), title: 'Roman', status, priceItemId: newId(), service: 'Correction', unit: 'PACK', totalCents: 100,
}).id, undefined as never);

const row = (id: string) => house.db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst();
const left = async (id: string) => ({
  messages: (await house.db.selectFrom('message').select('id').where('sender_id', '=', id).execute()).length,
  notifications: (await house.db.selectFrom('notification').select('id').where('user_id', '=', id).execute()).length,
  mails: (await house.db.selectFrom('email_delivery').select('id').where('recipient_id', '=', id).execute()).length,
  sessions: (await house.db.selectFrom('session').select('id').where('user_id', '=', id).execute()).length,
  files: (await house.db.selectFrom('stored_file').select('id').where('owner_id', '=', id).where('deleted_at', 'is', null).execute()).length,
});
const nothing = { messages: 0, notifications: 0, mails: 0, sessions: 0, files: 0 };

test('nothing must stay: the preview touches nothing, the deletion leaves nothing', async () => {
  const id = await settled('partante@example.org');
  const preview = await house.perform(previewUserDeletion, { userId: id }, admin());
  expect(preview).toMatchObject({ outcome: 'DELETED', openWork: 0 });
  expect(Object.fromEntries(preview.parts.map(({ record, count, fate }) => [record, `${count} ${fate}`]))).toEqual({
    SESSIONS: '1 DELETED', CONSENTS: '2 DELETED', FILES: '1 DELETED', NOTIFICATIONS: '1 DELETED', MAILS: '2 DELETED', MESSAGES: '1 DELETED',
  });
  expect(await row(id)).toMatchObject({ status: 'ACTIVE' });
  expect(await house.perform(deleteUser, { userId: id }, admin())).toMatchObject({ outcome: 'DELETED' });
  expect(await row(id)).toBeUndefined();
  expect(await left(id)).toEqual(nothing);
  expect(await house.mailsTo('partante@example.org')).toEqual(['account-deleted']);
  expect(await house.journal()).toContainEqual(expect.objectContaining({ action: 'USER_DELETED', severity: 'HIGH', target_id: id }));
  expect(await refusal(house.perform(deleteUser, { userId: id }, admin()))).toEqual({ code: 'NOT_FOUND' });
});

test('orders stay: the account names nobody, and its consents are kept as proof', async () => {
  const id = await settled('ancienne@example.org');
  await order(id, 'COMPLETED');
  const before = await house.perform(previewUserDeletion, { userId: id }, admin());
  expect(before.parts).toEqual(expect.arrayContaining([{ record: 'ORDERS', count: 1, fate: 'PSEUDONYMISED', underWay: 0 }, expect.objectContaining({ record: 'CONSENTS', fate: 'KEPT' })]));
  expect(await house.perform(deleteUser, { userId: id }, admin())).toMatchObject({ outcome: 'PSEUDONYMISED' });
  const erased = await row(id);
  expect(erased).toMatchObject({ status: 'ERASED', email: `${id}@erased.invalid`, phone: null, address: null });
  expect(JSON.stringify(erased)).not.toMatch(/Camille|Morel|ancienne/);
  expect(await left(id)).toEqual(nothing);
  expect(await house.db.selectFrom('consent_record').select('id').where('user_id', '=', id).execute()).toHaveLength(2);
  expect(await refusal(signIn(house, 'ancienne@example.org'))).toEqual({ code: 'CREDENTIALS_INVALID' });
  expect(await findUser(contextOf(house.app, admin()).read, id)).toMatchObject({ status: 'ERASED' });
  expect(await refusal(house.perform(previewUserDeletion, { userId: id }, admin()))).toEqual({ code: 'NOT_FOUND' });
  expect((await listUsers(contextOf(house.app, admin()).read, { first: 10, filter: { search: 'ancienne' } })).nodes).toEqual([]);
});

test('work under way keeps the account', async () => {
  const id = await settle(house, 'attend@example.org');
  await order(id, 'PAID');
  expect(await house.perform(previewUserDeletion, { userId: id }, admin())).toMatchObject({ openWork: 1 });
  expect(await refusal(house.perform(deleteUser, { userId: id }, admin()))).toEqual({ code: 'ACTION_NOT_ALLOWED' });
  expect(await row(id)).toMatchObject({ status: 'ACTIVE', email: 'attend@example.org' });
});
