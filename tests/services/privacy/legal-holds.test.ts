import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataExport } from '../../../src/entities/privacy/data-export.entity.ts';
import { StoredFile } from '../../../src/entities/files/stored-file.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { ties } from '../../../src/entities/tables.ts';
import { purgeAudit, sealAuditSegment, makeCheckpoint } from '../../../src/services/audit/index.ts';
import { collectGarbageTask, deleteFile } from '../../../src/services/files/index.ts';
import { removeAvatar } from '../../../src/services/identity/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { HoldTarget } from '../../../src/services/kernel/legal-holds.ts';
import { cancelOrder } from '../../../src/services/orders/index.ts';
import { heldAmong } from '../../../src/services/platform/legal-holds.ts';
import type { TaskDefinition } from '../../../src/services/platform/task.ts';
import {
  deleteUser,
  eraseMyAccount,
  listLegalHolds,
  placeLegalHold,
  previewUserDeletion,
  releaseLegalHold,
} from '../../../src/services/privacy/index.ts';
import { expireDataExportsTask } from '../../../src/services/privacy/tasks/definitions.ts';
import { schedules } from '../../../src/modules.ts';
import { nobody, person } from '../../support/make/actor.ts';
import { DAY, HOUR } from '../../support/clock.ts';
import { retain } from '../../support/retention.ts';
import { goodPassword, openPeopleEnvironment, type PeopleEnvironment } from '../identity/people-environment.ts';
import { refusal, makeAccount } from '../identity/people.ts';
import { leaveEverything, type Left } from './held.ts';
import { upload } from './canaries.ts';
import { makeOrder } from '../../support/make/order.ts';

let env: PeopleEnvironment;
let boss: string;
let proofreader: string;
const day = new Date('2010-01-01T10:00:00Z');
beforeAll(async () => {
  env = await openPeopleEnvironment();
  boss = await makeAccount(env, 'boss@example.org', 'ADMIN');
  proofreader = await makeAccount(env, 'correctrice@example.org', 'PROOFREADER');
});
afterAll(() => env.close());

const admin = () => person('ADMIN', boss);
const secretReason = 'Plainte pour contrefaçon déposée par un tiers';
const hold = async (targetType: HoldTarget, targetId: string): Promise<string> =>
  (await env.run(placeLegalHold, { targetType, targetId, reason: secretReason }, admin())).id;
const release = (id: string) => env.run(releaseLegalHold, { id, reason: 'L’affaire est close' }, admin());
const somebody = async (): Promise<{ userId: string } & Left> => {
  const userId = await makeAccount(env, `${newId()}@example.org`);
  return { userId, ...(await leaveEverything(env, { userId, proofreaderId: proofreader, day })) };
};
const contextFor = (actor = admin()) => env.contextFor(actor);
const erase = (userId: string) =>
  env.perform(eraseMyAccount, { password: goodPassword, reason: 'OTHER' }, person('CUSTOMER', userId));
const keyOf = async (fileId: string) =>
  (
    await env.db
      .selectFrom('stored_file as f')
      .innerJoin('data_key as k', 'k.id', 'f.data_key_id')
      .select('k.id')
      .where('f.id', '=', fileId)
      .execute()
  ).length;
const doJob = async <P>(task: TaskDefinition<P>, payload: P): Promise<void> => {
  await env.run(async ({ enqueue }) => enqueue(task, payload), undefined);
  await env.app.worker.runDue();
};

test('an admin places and releases a hold, an auditor reads it, and the audit log records both', async () => {
  const { userId, orderId } = await somebody();
  const id = await hold('ORDER', orderId);
  const auditor = { ...person('CUSTOMER', newId()), sets: ['AUDITOR' as const] };
  const page = await listLegalHolds(env.contextOf(auditor).read, { first: 5, filter: { targetId: orderId } });
  expect(page.nodes).toMatchObject([
    {
      id,
      targetType: 'ORDER',
      targetId: orderId,
      personId: userId,
      reason: secretReason,
      placedById: boss,
      releasedAt: null,
    },
  ]);
  await expect(
    env.run(
      placeLegalHold,
      { targetType: 'ORDER', targetId: orderId, reason: secretReason },
      person('CUSTOMER', userId),
    ),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  for (const targetType of ['USER', 'ORDER', 'CONVERSATION', 'FILE', 'PAYMENT', 'INVOICE'] as const) {
    expect(
      await refusal(env.run(placeLegalHold, { targetType, targetId: newId(), reason: secretReason }, admin())),
    ).toEqual({ code: 'NOT_FOUND' });
  }
  expect(await release(id)).toMatchObject({ releasedById: boss, releaseReason: 'L’affaire est close' });
  expect(await refusal(release(id))).toEqual({ code: 'ACTION_NOT_ALLOWED' });
  expect(
    (
      await listLegalHolds(env.contextOf(admin()).read, {
        first: 5,
        filter: { isReleased: false, personId: userId },
      })
    ).nodes,
  ).toEqual([]);
  const actions = (await env.auditLog())
    .filter(({ target_id }) => target_id === id)
    .map(({ action, severity }) => [action, severity]);
  expect(actions).toEqual([
    ['LEGAL_HOLD_PLACED', 'HIGH'],
    ['LEGAL_HOLD_RELEASED', 'HIGH'],
  ]);
});

describe('what a hold on somebody wins over', () => {
  test('their own erasure and an admin’s: both say what is held, and not why; released, they go', async () => {
    const { userId } = await somebody();
    const id = await hold('USER', userId);
    for (const attempt of [() => erase(userId), () => env.perform(deleteUser, { userId, reason: 'UNUSED' }, admin())]) {
      const failure = await attempt().then(
        () => undefined,
        (error: unknown) => error as { code: string; details: { obstacles: unknown[] } },
      );
      expect(failure).toMatchObject({
        code: 'ERASURE_BLOCKED',
        details: { obstacles: [{ code: 'LEGAL_HOLD', ids: [userId] }] },
      });
      expect(JSON.stringify(failure?.details)).not.toContain(secretReason);
    }
    expect((await env.perform(previewUserDeletion, { userId }, admin())).obstacles.map(({ code }) => code)).toEqual([
      'LEGAL_HOLD',
    ]);
    await release(id);
    expect((await erase(userId)).lines.length).toBeGreaterThan(5);
    expect(
      await env.db.selectFrom('legal_hold').select(['reason', 'release_reason']).where('id', '=', id).execute(),
    ).toEqual([{ reason: '', release_reason: null }]);
  });

  test('the deletion of a file by its owner, also once its order is cancelled; a replaced picture', async () => {
    const userId = await makeAccount(env, `${newId()}@example.org`);
    const orderId = await env.run(
      async ({ em }) =>
        makeOrder(em, {
          customer: em.getReference(User, userId),
        }).id,
      undefined,
    );
    const actor = person('CUSTOMER', userId);
    const [fileId, picture] = [await upload(contextFor(actor), orderId), await upload(contextFor(actor), orderId)];
    await env.run(
      async ({ em }) => void (await em.nativeUpdate(User, { id: userId }, { avatarFileId: picture })),
      undefined,
    );
    const id = await hold('USER', userId);
    await cancelOrder(contextFor(actor), { orderId });
    await env.app.worker.runDue();
    expect(await refusal(deleteFile(contextFor(actor), { fileId }))).toEqual({ code: 'LEGAL_HOLD' });
    await env.run(removeAvatar, undefined, actor);
    expect([await keyOf(fileId), await keyOf(picture)]).toEqual([1, 1]);
    expect(await refusal(deleteFile(contextFor(person('CUSTOMER', newId())), { fileId }))).toEqual({
      code: 'NOT_FOUND',
    });
    await release(id);
    await deleteFile(contextFor(actor), { fileId });
    expect(await keyOf(fileId)).toBe(0);
  });

  test('the end of a copy of their data: nobody can fetch it, and its file waits for the release', async () => {
    const { userId, fileId } = await somebody();
    const copy = await env.run(
      async ({ em, now }) =>
        em.create(DataExport, {
          user: em.getReference(User, userId),
          format: 'JSON',
          status: 'READY',
          expiresAt: new Date(now.getTime() + HOUR),
          file: em.getReference(StoredFile, fileId),
        }).id,
      undefined,
    );
    const id = await hold('USER', userId);
    env.clock.advance(2 * HOUR);
    await doJob(expireDataExportsTask, {});
    const state = () =>
      env.db.selectFrom('data_export').select(['status', 'file_id']).where('id', '=', copy).executeTakeFirst();
    expect(await state()).toEqual({ status: 'EXPIRED', file_id: fileId });
    expect(await keyOf(fileId)).toBe(1);
    await release(id);
    await doJob(expireDataExportsTask, {});
    expect(await state()).toEqual({ status: 'EXPIRED', file_id: null });
    expect(await keyOf(fileId)).toBe(0);
  });

  test('the purge of a segment of the audit log that mentions them', async () => {
    const userId = await makeAccount(env, `${newId()}@example.org`);
    await makeCheckpoint(contextFor(nobody));
    env.clock.advance(DAY);
    const segment = await sealAuditSegment(contextFor(), { before: env.clock.now() });
    env.clock.advance(400 * DAY);
    const id = await hold('USER', userId);
    expect(await refusal(purgeAudit(contextFor(), { segmentId: segment.id }))).toEqual({ code: 'LEGAL_HOLD' });
    await retain(
      contextFor(nobody),
      env.app.services.retention.filter(({ name }) => name === 'JOURNAL'),
    );
    expect(await env.db.selectFrom('audit_entry').select('seq').where('target_id', '=', userId).execute()).not.toEqual(
      [],
    );
    await release(id);
    await retain(
      contextFor(nobody),
      env.app.services.retention.filter(({ name }) => name === 'JOURNAL'),
    );
    expect(
      await env.db
        .selectFrom('audit_entry')
        .select('seq')
        .where('target_id', '=', userId)
        .where('seq', '<=', segment.lastSeq)
        .execute(),
    ).toEqual([]);
    expect(await refusal(purgeAudit(contextFor(), { segmentId: segment.id }))).toEqual({
      code: 'ACTION_NOT_ALLOWED',
    });
  });

  test('everything that the registries know: each class of retention, each schedule, each erasure, twenty years on', async () => {
    const { userId, fileId, attachmentId } = await somebody();
    await env.app.worker.runDue();
    const email = (await env.db.selectFrom('user').select('email').where('id', '=', userId).executeTakeFirstOrThrow())
      .email;
    const subject = { userId, email, role: 'CUSTOMER', locale: 'fr' } as const;
    const everything = async () =>
      Object.fromEntries(
        (await Promise.all(env.app.services.personalData.map(({ collect }) => collect(env.db, subject))))
          .flat()
          .filter(({ table }) => ties[table].length > 0 || table === 'user')
          .map(({ table, rows }) => [table, rows]),
      );
    const id = await hold('USER', userId);
    const before = await everything();
    expect(Object.keys(before).length).toBeGreaterThan(12);
    env.clock.advance(20 * 365 * DAY);
    for (const { task, payload } of schedules) await doJob(task, payload);
    await retain(contextFor(nobody));
    await doJob(collectGarbageTask, {});
    await refusal(erase(userId));
    await refusal(env.perform(deleteUser, { userId, reason: 'OTHER' }, admin()));
    const after = await everything();
    // What they did while it was in force is new; nothing that was there is other than it was.
    for (const [table, rows] of Object.entries(before))
      for (const row of rows) expect(after[table]).toContainEqual(row);
    for (const file of [fileId, attachmentId]) expect(await keyOf(file)).toBe(1);
    await release(id);
    await retain(
      contextFor(nobody),
      env.app.services.retention.filter(({ name }) => name !== 'JOURNAL'),
    );
    expect([await keyOf(fileId), await keyOf(attachmentId)]).toEqual([0, 0]);
    expect((await everything())['notification']).toEqual([]);
  });
});

test('a hold on one thing reaches its parts and nothing else', async () => {
  const [one, other] = [await somebody(), await somebody()];
  const id = await hold('ORDER', one.orderId);
  const held = async ({ fileId, attachmentId, conversationId, invoiceId, userId }: { userId: string } & Left) => ({
    files: (await heldAmong(env.db, 'stored_file', [fileId, attachmentId])).length,
    conversation: (await heldAmong(env.db, 'conversation', [conversationId])).length,
    invoice: (await heldAmong(env.db, 'invoice', [invoiceId])).length,
    user: (await heldAmong(env.db, 'user', [userId])).length,
  });
  expect(await held(one)).toEqual({ files: 2, conversation: 1, invoice: 1, user: 0 });
  expect(await held(other)).toEqual({ files: 0, conversation: 0, invoice: 0, user: 0 });
  await expect(erase(one.userId)).rejects.toMatchObject({
    code: 'ERASURE_BLOCKED',
    details: { obstacles: [{ code: 'LEGAL_HOLD', ids: [one.orderId] }] },
  });
  // Whoever worked on it is named by it: their erasure waits too.
  expect((await env.perform(previewUserDeletion, { userId: proofreader }, admin())).obstacles).toMatchObject([
    { code: 'LEGAL_HOLD', ids: [one.orderId] },
  ]);
  await release(id);
  const file = await hold('FILE', other.fileId);
  expect(await held(other)).toEqual({ files: 1, conversation: 0, invoice: 0, user: 0 });
  await release(file);
});
