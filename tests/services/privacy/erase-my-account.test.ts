import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OrderFile } from '../../../src/entities/orders/order-file.entity.ts';
import { DataKey } from '../../../src/entities/vault/data-key.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { modules } from '../../../src/modules.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { membersOf } from '../../../src/services/platform/module.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { wrongWords } from '../../../src/services/platform/searched-rows.ts';
import { eraseMyAccount } from '../../../src/services/privacy/index.ts';
import { HOUR } from '../../support/clock.ts';
import { goodPassword, openPeopleEnvironment, type PeopleEnvironment } from '../identity/people-environment.ts';
import { refusal, makeAccount, signIn } from '../identity/people.ts';
import { attach, canary, customer, keptCanary, plant, upload } from './canaries.ts';
import { engine } from '../../support/database.ts';
import { columnsWithout, tablesHolding } from './tables.ts';
import { makePayment } from '../../support/make/payment.ts';
import { makeOrder } from '../../support/make/order.ts';
import { makeStoredFile } from '../../support/make/stored-file.ts';

let env: PeopleEnvironment;
beforeAll(async () => {
  env = await openPeopleEnvironment();
});
afterAll(() => env.close());

const manager = (): EntityManager => env.app.orm.em.fork() as EntityManager;
const erase = (userId: string, password = goodPassword) =>
  env.perform(eraseMyAccount, { password, reason: 'PRIVACY' }, customer(userId));

/** Everything under a directory but what stands for the world outside: the mail provider's box and the payment provider's memory. */
function filesHolding(directory: string, word: string): string[] {
  return readdirSync(directory)
    .filter((name) => !['mailbox', 'payment-sandbox'].includes(name))
    .flatMap((name) => {
      const path = join(directory, name);
      if (statSync(path).isDirectory()) return filesHolding(path, word);
      return readFileSync(path).includes(word) ? [path] : [];
    });
}

/** Personal columns that cannot hold a word: hashes, ids of the provider, digits of a card, what the audit log writes itself, and versions. */
const unplantable = [
  'audit_entry.actor_id',
  'audit_entry.address',
  'audit_entry.agent',
  'billing_profile.country',
  'billing_profile.siren',
  'consent_record.is_granted',
  'consent_record.policy_version',
  'consent_record.purpose',
  'consent_record.source',
  'delivery.rating',
  'dispute.provider_dispute_id',
  'payment.phone_last4',
  'payment.provider_payment_id',
  'payment.provider_session_id',
  'payment.provider_subscription_id',
  'payment_method.exp_month',
  'payment_method.exp_year',
  'payment_method.last4',
  'payment_method.provider_method_id',
  'proofreader_absence.from_on',
  'proofreader_absence.until_on',
  'proofreader_profile.capacity_pages_per_day',
  'refund.provider_refund_id',
  'sms_delivery.number_end',
  'stored_file.sha256',
  'user.password_hash',
];

test('what was planted everywhere about a person is found nowhere once they are erased, accounts excepted', async () => {
  const email = `${canary}-account@example.org`;
  const userId = await makeAccount(env, email);
  const adminId = await makeAccount(env, `${newId()}@example.org`, 'ADMIN');
  const { orderId } = await plant(manager(), { userId, adminId });
  const fileId = await upload(env.contextFor(customer(userId)), orderId);
  await attach(manager(), { messageOf: userId, fileId });
  const { refreshToken } = await signIn(env, email);
  expect(refreshToken).not.toBe('');
  expect(await columnsWithout(env.db, { word: canary, keptWord: keptCanary })).toEqual(unplantable);
  expect(filesHolding(env.database.directory, canary).length > 0).toBe(engine === 'sqlite');
  expect(await tablesHolding(env.db, canary)).toEqual(
    [
      'address_proof',
      'artisan',
      'billing_profile',
      'booking',
      'booking_history',
      'busy_block',
      'cabinet_member',
      'calendar_connection',
      'connected_calendar',
      'review',
      'upload_segment',
      'upload_session',
      'closure',
      'conversation',
      'conversation_participant',
      'consent_record',
      'customer_order',
      'data_export',
      'delivery',
      'email_delivery',
      'email_event',
      'email_suppression',
      'form_block',
      'guest_order',
      'held_message',
      'identity',
      'invoice_draft',
      'invoice_draft_line',
      'job',
      'legal_hold',
      'message',
      'message_revision',
      'notification',
      'oauth_flow',
      'one_time_token',
      'order_extension',
      'order_note',
      'outbox_event',
      'passkey',
      'payment',
      'payment_customer',
      'payment_method',
      'pending_registration',
      'privacy_request',
      'proofreader_profile',
      'session',
      'stored_file',
      'ticket',
      'ticket_tag',
      'trusted_device',
      'two_factor',
      'user',
      'visitor',
    ].sort(),
  );

  expect(await refusal(erase(userId, 'Mauvais-Mot-7'))).toEqual({ code: 'PASSWORD_INCORRECT' });
  const receipt = await erase(userId);
  expect(receipt.lines).toEqual(
    expect.arrayContaining([
      { record: 'FILES', fate: 'DESTROYED', count: 1, ground: null, keptUntil: null },
      { record: 'MESSAGES', fate: 'DESTROYED', count: 1, ground: null, keptUntil: null },
      { record: 'INVOICES', fate: 'KEPT', count: 1, ground: 'ACCOUNTING_LAW', keptUntil: '2036-11-01T10:00:00.000Z' },
      { record: 'PAYMENTS', fate: 'KEPT', count: 2, ground: 'ACCOUNTING_LAW', keptUntil: '2036-11-01T10:00:00.000Z' },
      { record: 'QUOTES', fate: 'KEPT', count: 1, ground: 'ACCOUNTING_LAW', keptUntil: '2036-11-01T10:00:00.000Z' },
      { record: 'QUOTES', fate: 'DESTROYED', count: 1, ground: null, keptUntil: null },
      { record: 'PAYMENT_METHODS', fate: 'DESTROYED', count: 1, ground: null, keptUntil: null },
      { record: 'BILLING_PROFILES', fate: 'DESTROYED', count: 1, ground: null, keptUntil: null },
      { record: 'ACCOUNT', fate: 'PSEUDONYMISED', count: 1, ground: null, keptUntil: null },
    ]),
  );
  // The last mail still has to leave: its row holds the address until then.
  expect(await tablesHolding(env.db, canary)).toEqual(['email_delivery']);
  await env.app.worker.runDue();
  env.clock.advance(HOUR);
  await env.app.worker.runDue();

  expect(await tablesHolding(env.db, canary)).toEqual([]);
  expect(filesHolding(env.database.directory, canary)).toEqual([]);
  expect(env.logs.text()).not.toContain(canary);
  expect(await tablesHolding(env.db, keptCanary)).toEqual([
    'invoice',
    'invoice_line',
    'payment',
    'payment_reversal',
    'quote',
    'quote_acceptance',
    'quote_line',
    'refund',
  ]);
  const key = await env.db.selectFrom('data_key').select('id').where('file_id', '=', fileId).execute();
  expect(key).toEqual([]);
  const mails = await env.app.services.mailbox?.list();
  expect(mails?.find(({ text }) => text.includes(receipt.id))?.to.email).toBe(email);
  expect(await refusal(signIn(env, email))).toEqual({ code: 'CREDENTIALS_INVALID' });
  expect(await refusal(signIn(env, `${userId}@erased.invalid`, { password: '!' }))).toEqual({
    code: 'CREDENTIALS_INVALID',
  });
  expect(await makeAccount(env, email)).not.toBe(userId);
  expect(await env.db.selectFrom('message').select('content').where('sender_id', '=', adminId).execute()).toEqual([
    { content: 'Les mots de quelqu’un d’autre' },
  ]);
  // What is left is searched by the words that are left.
  for (const searched of membersOf(modules, 'searched').flat())
    expect(await Array.fromAsync(wrongWords(env.db, searched))).toEqual([]);
  expect((await env.auditLog()).filter(({ action }) => action === 'ACCOUNT_ERASED')).toMatchObject([
    { severity: 'HIGH', target_id: userId, payload: { receiptId: receipt.id } },
  ]);
});

test('paid and unfinished work, open payments and owed refunds block an erasure, each with what to do', async () => {
  const userId = await makeAccount(env, `${newId()}@example.org`);
  const em = manager();
  const customerOf = em.getReference(User, userId);
  const order = makeOrder(em, {
    customer: customerOf,
    status: 'PAID',
  });
  const payment = { payer: customerOf, subjectId: order.id };
  const open = makePayment(em, { ...payment, expiresAt: new Date(env.clock.now().getTime() + HOUR) });
  const owed = makePayment(em, {
    ...payment,
    status: 'PAID',
    paidAt: env.clock.now(),
    refundDueReason: 'ALREADY_PAID',
  });
  await em.flush();
  const failure = await erase(userId).then(
    () => undefined,
    (error: unknown) =>
      error as { code: string; details: { obstacles: { code: string; ids: string[]; toDo: string }[] } },
  );
  expect(failure?.code).toBe('ERASURE_BLOCKED');
  expect(failure?.details.obstacles.map(({ code, ids }) => [code, ids])).toEqual([
    ['ORDER_UNFINISHED', [order.id]],
    ['PAYMENT_OPEN', [open.id]],
    ['REFUND_DUE', [owed.id]],
  ]);
  expect(failure?.details.obstacles.every(({ toDo }) => toDo.length > 20)).toBe(true);
  expect(await env.db.selectFrom('user').select('status').where('id', '=', userId).execute()).toEqual([
    { status: 'ACTIVE' },
  ]);
});

test('what a proofreader delivered stays with the customer, and goes with them', async () => {
  const [customerId, proofreaderId] = [
    await makeAccount(env, `${newId()}@example.org`),
    await makeAccount(env, `${newId()}@example.org`, 'PROOFREADER'),
  ];
  const em = manager();
  const [owner, corrector] = [em.getReference(User, customerId), em.getReference(User, proofreaderId)];
  const order = makeOrder(em, {
    customer: owner,
    proofreader: corrector,
    title: 'Roman',
    status: 'COMPLETED',
  });
  const [versionId, keyId] = [newId(), newId()];
  const file = makeStoredFile(em, {
    owner: corrector,
    name: 'corrigé.txt',
    mimeType: 'text/plain',
    sizeBytes: 1,
    sha256: '3'.repeat(64),
    ciphertextSha256: '4'.repeat(64),
    versionId,
    dataKeyId: keyId,
  });
  em.create(DataKey, { id: keyId, fileId: file.id, versionId, kekId: newId(), wrapped: Buffer.alloc(97) });
  em.create(OrderFile, { order, file, role: 'CORRECTED' });
  await em.flush();
  const keys = () => env.db.selectFrom('data_key').select('id').where('id', '=', keyId).execute();
  await env.perform(
    eraseMyAccount,
    { password: goodPassword, reason: 'OTHER' },
    { ...customer(proofreaderId), role: 'PROOFREADER' },
  );
  expect(await keys()).toHaveLength(1);
  expect(await env.db.selectFrom('customer_order').select('title').where('id', '=', order.id).execute()).toEqual([
    { title: 'Roman' },
  ]);
  await erase(customerId);
  expect(await keys()).toEqual([]);
});

test('an order that nobody paid is cancelled with its account; the last admin stays', async () => {
  const userId = await makeAccount(env, `${newId()}@example.org`);
  const em = manager();
  const order = makeOrder(em, {
    customer: em.getReference(User, userId),
  });
  await em.flush();
  await erase(userId);
  expect(
    await env.db.selectFrom('customer_order').select(['status', 'title']).where('id', '=', order.id).execute(),
  ).toEqual([{ status: 'CANCELLED', title: '' }]);
  await manager().nativeUpdate(User, { role: 'ADMIN' }, { status: 'SUSPENDED' });
  const last = await makeAccount(env, `${newId()}@example.org`, 'ADMIN');
  expect(
    await refusal(
      env.perform(eraseMyAccount, { password: goodPassword, reason: 'OTHER' }, { ...customer(last), role: 'ADMIN' }),
    ),
  ).toEqual({ code: 'ERASURE_BLOCKED' });
});
