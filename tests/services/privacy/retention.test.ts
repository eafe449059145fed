import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { AuditExport } from '../../../src/entities/audit/audit-export.entity.ts';
import { personalColumns } from '../../../src/entities/tables.ts';
import { Job } from '../../../src/entities/platform/job.entity.ts';
import { OutboxEvent } from '../../../src/entities/platform/outbox-event.entity.ts';
import { createUser, register } from '../../../src/services/identity/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import {
  listRetentionPolicies,
  listRetentionRuns,
  placeLegalHold,
  previewRetention,
  runRetention,
  updateRetentionPolicy,
} from '../../../src/services/privacy/index.ts';
import { applyRetention } from '../../../src/services/privacy/apply-retention.ts';
import { person } from '../../support/make/actor.ts';
import { DAY } from '../../support/clock.ts';
import { engine } from '../../support/database.ts';
import { retain } from '../../support/retention.ts';
import {
  openPeopleEnvironment,
  registration,
  stranger,
  type PeopleEnvironment,
} from '../identity/people-environment.ts';
import { refusal, makeAccount, signIn } from '../identity/people.ts';
import { leaveEverything } from './held.ts';
import { makeLoginThrottle } from '../../support/make/login-throttle.ts';

let env: PeopleEnvironment;
let boss: string;
let proofreader: string;
beforeAll(async () => {
  env = await openPeopleEnvironment();
  boss = await makeAccount(env, 'boss@example.org', 'ADMIN');
  proofreader = await makeAccount(env, 'correctrice@example.org', 'PROOFREADER');
});
afterAll(() => env.close());

const admin = () => person('ADMIN', boss);
const contextFor = () => env.contextFor(stranger());
const old = new Date('2010-01-01T10:00:00Z');
const customer = async (day = env.clock.now()) => {
  const userId = await makeAccount(env, `${newId()}@example.org`);
  return { userId, ...(await leaveEverything(env, { userId, proofreaderId: proofreader, day })) };
};

type Row = Readonly<Record<string, unknown>>;
const moving = ['audit_head'];
const everything = async (): Promise<Record<string, Row[]>> =>
  Object.fromEntries(
    await Promise.all(
      Object.keys(personalColumns)
        .filter((table) => !moving.includes(table))
        .map(
          async (table) => [table, (await sql<Row>`select * from ${sql.table(table)}`.execute(env.db)).rows] as const,
        ),
    ),
  );
const textOf = (row: Row): string =>
  JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

/** Rows that were there before and are not, or not the same, now. */
const lostRows = (before: Record<string, Row[]>, after: Record<string, Row[]>): { table: string; row: Row }[] =>
  Object.entries(before).flatMap(([table, rows]) => {
    const now = new Set(after[table]?.map(textOf));
    return rows.filter((row) => !now.has(textOf(row))).map((row) => ({ table, row }));
  });

/** Does a lost row belong to what was foretold: named by it, or naming it, at most through a message? */
function belongs(row: Row, foretold: ReadonlySet<string>, lost: readonly { table: string; row: Row }[]): boolean {
  const parts = lost.filter(
    ({ table, row: part }) => table === 'message' && foretold.has(String(part['conversation_id'])),
  );
  const near = new Set([...foretold, ...parts.map(({ row: part }) => String(part['id']))]);
  const pointers = lost.flatMap(({ row: one }) =>
    near.has(String(one['id'])) || near.has(String(one['message_id']))
      ? [one['file_id'], one['pdf_id'], one['data_key_id'], one['id']]
      : [],
  );
  const values = Object.values(row).map(String);
  return (
    values.some((value) => near.has(value)) ||
    values.some((value) => pointers.includes(value)) ||
    lost.some(
      ({ table, row: file }) =>
        table === 'stored_file' && pointers.includes(file['id']) && file['data_key_id'] === row['id'],
    )
  );
}

async function populate(): Promise<{ userId: string; heldId: string }> {
  const [{ userId }, { userId: heldId }] = [await customer(), await customer()];
  await customer(old);
  await env.perform(register, registration(`${newId()}@example.org`));
  await env.perform(
    createUser,
    { email: `${newId()}@example.org`, firstName: 'Louise', lastName: 'Bernard', role: 'PROOFREADER', locale: 'fr' },
    admin(),
  );
  await signIn(
    env,
    (await env.db.selectFrom('user').select('email').where('id', '=', userId).executeTakeFirstOrThrow()).email,
  );
  await env.app.worker.runDue();
  const em = env.app.orm.em.fork() as EntityManager;
  makeLoginThrottle(em, env.clock.now());
  em.create(OutboxEvent, {
    id: newId(),
    name: 'order.delivered',
    requestId: 'r',
    payload: {},
    createdAt: env.clock.now(),
  });
  em.create(Job, {
    id: newId(),
    kind: 'orders.notify',
    state: 'COMPLETED',
    payload: {},
    priority: 100,
    runAt: env.clock.now(),
    maxAttempts: 8,
    createdAt: env.clock.now(),
    finishedAt: env.clock.now(),
  });
  const orphan = await env.db
    .selectFrom('message_attachment')
    .select('file_id')
    .innerJoin('message as m', 'm.id', 'message_attachment.message_id')
    .where('m.sender_id', '=', userId)
    .executeTakeFirstOrThrow();
  await env.db.deleteFrom('message_attachment').where('file_id', '=', orphan.file_id).execute();
  em.create(AuditExport, {
    requestedById: boss,
    format: 'CSV',
    filter: {},
    untilSeq: 1,
    totalEntries: 1,
    fileId: orphan.file_id,
    finishedAt: env.clock.now(),
  });
  await em.flush();
  await env.run(placeLegalHold, { targetType: 'USER', targetId: heldId, reason: 'Une affaire en cours' }, admin());
  return { userId, heldId };
}

/** A running process says every few seconds that it lives; counts and indexes follow the rows that they are of. */
const derived = new Set(['running_process', 'user_count', 'user_suffix', 'notification_count']);

// Less than ten years in all: the triggers of the invoices go by the real clock.
test(`at any instant a run takes what its preview said, and touches nothing else; what is held stays (${engine})`, async () => {
  const { heldId } = await populate();
  const taken = new Set<string>();
  for (const days of [0, 1, 3, 35, 100, 380, 800, 1_900]) {
    env.clock.advance(days * DAY);
    const foretold = await env.perform(previewRetention, { samples: 100_000 }, admin());
    const before = await everything();
    const runId = await retain(contextFor());
    const after = await everything();
    const lost = lostRows(before, after).filter(({ table }) => !derived.has(table));
    for (const { recordClass, count, sampleIds, oldest } of foretold) {
      expect({ recordClass, count }).toEqual({ recordClass, count: sampleIds.length });
      expect(oldest === null).toBe(count === 0);
      if (count > 0) taken.add(recordClass);
    }
    const ids = new Set(foretold.flatMap(({ sampleIds }) => sampleIds));
    const names = lost.map(({ row }) => String(row['id'] ?? row['key']));
    expect(
      foretold
        .map(({ recordClass, sampleIds }) => [recordClass, sampleIds.filter((id) => !names.includes(id)).length])
        .filter(([, missed]) => missed !== 0),
    ).toEqual([]);
    expect(
      lost.filter(({ row }) => !belongs(row, ids, lost)).map(({ table, row }) => `${table} ${textOf(row)}`),
    ).toEqual([]);
    expect(
      lost
        .filter(({ table, row }) => !['job', 'outbox_event'].includes(table) && textOf(row).includes(heldId))
        .map(({ table }) => table),
    ).toEqual([]);
    const counts = foretold.filter(({ count }) => count > 0).map(({ recordClass, count }) => ({ recordClass, count }));
    expect((await listRetentionRuns(env.contextOf(admin()).read, { first: 1 })).nodes).toMatchObject([
      { id: runId, counts },
    ]);
    const entries = (await env.auditLog())
      .filter(({ action, payload }) => action === 'RETENTION_APPLIED' && (payload as { runId: string }).runId === runId)
      .map(({ payload }) => payload as { recordClass: string; count: number });
    expect(entries.map(({ recordClass, count }) => ({ recordClass, count }))).toEqual(counts);
    // A second passage finds nothing.
    expect(
      (await env.perform(previewRetention, { samples: 1 }, admin())).filter(
        ({ count, recordClass }) => count > 0 && recordClass !== 'EVENTS',
      ),
    ).toEqual([]);
  }
  expect([...taken]).toEqual(
    expect.arrayContaining([
      'SESSIONS',
      'TOKENS',
      'PENDING_REGISTRATIONS',
      'LOGIN_THROTTLES',
      'TRUSTED_DEVICES',
      'NOTIFICATIONS',
      'OLD_NOTIFICATIONS',
      'MAILS',
      'MESSAGES',
      'MANUSCRIPTS',
      'ORDERS',
      'PAYMENTS',
      'UNPAID_PAYMENTS',
      'INVOICES',
      'REQUESTS',
      'EVENTS',
      'JOBS',
      'UNUSED_ACCOUNTS',
      'EXTRACTS',
    ]),
  );
});

test('an invoice is kept for ten years by the database itself, and goes afterwards with its lines and its PDF', async () => {
  const [young, aged] = [await customer(new Date()), await customer(old)];
  for (const invoiceId of [young.invoiceId, aged.invoiceId])
    await env.db
      .updateTable('invoice')
      .set({ pdf_id: invoiceId === young.invoiceId ? young.fileId : aged.fileId })
      .where('id', '=', invoiceId)
      .execute();
  await expect(sql`delete from invoice where id = ${young.invoiceId}`.execute(env.db)).rejects.toThrow(
    /an issued invoice is kept/,
  );
  await retain(contextFor());
  const left = await env.db
    .selectFrom('invoice')
    .select('id')
    .where('id', 'in', [young.invoiceId, aged.invoiceId])
    .execute();
  expect(left).toEqual([{ id: young.invoiceId }]);
  expect(
    await env.db.selectFrom('stored_file').select('deleted_at').where('id', '=', aged.fileId).executeTakeFirst(),
  ).not.toEqual({ deleted_at: null });
});

describe('a run', () => {
  test('that dies is taken up where it stopped, and counts each record once', async () => {
    for (let i = 0; i < 3; i++) await customer(old);
    const em = env.app.orm.em.fork() as EntityManager;
    for (let i = 0; i < 450; i++) makeLoginThrottle(em, old);
    await em.flush();
    const total = (await env.perform(previewRetention, { samples: 1 }, admin())).find(
      ({ recordClass }) => recordClass === 'LOGIN_THROTTLES',
    )?.count;
    const { id } = await env.perform(runRetention, undefined, admin());
    expect((await env.perform(runRetention, undefined, admin())).id).toBe(id);
    const real = contextFor();
    for (let life = 1; life <= 30; life++) {
      let left = 2;
      const dying = {
        ...real,
        run: ((useCase: never, input: never) =>
          left-- > 0 ? real.run(useCase, input) : Promise.reject(new Error('killed'))) as typeof real.run,
      };
      if (
        (await applyRetention(dying, { runId: id }).then(
          () => 'done',
          ({ message }: Error) => message,
        )) === 'done'
      )
        break;
      if (life === 1)
        expect(
          await env.db.selectFrom('login_throttle').select('key').where('day', '=', '2010-01-01').execute(),
        ).not.toEqual([]);
      left = 0;
    }
    await applyRetention(real, { runId: id });
    await applyRetention(real, { runId: id });
    const run = await env.db
      .selectFrom('retention_run')
      .select(['progress', 'finished_at'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(run.finished_at).not.toBeNull();
    expect(jsonFrom<Record<string, { count: number }>>(run.progress)['LOGIN_THROTTLES']).toEqual({
      count: total,
      isDone: true,
    });
    const entries = (await env.auditLog()).filter(
      ({ action, payload }) =>
        action === 'RETENTION_APPLIED' &&
        (payload as { runId: string }).runId === id &&
        (payload as { recordClass: string }).recordClass === 'LOGIN_THROTTLES',
    );
    expect(entries).toHaveLength(1);
  });

  test('that cannot end gives way to the one of the next night, which does what it left', async () => {
    await customer(old);
    const broken = env.app.services.retention.map((retained) =>
      retained.name === 'ORDERS' ? { ...retained, apply: () => Promise.reject(new Error('broken')) } : retained,
    );
    await expect(retain(contextFor(), broken)).rejects.toThrow('broken');
    const stuck = () => env.db.selectFrom('retention_run').select('id').where('finished_at', 'is', null).execute();
    const [first] = await stuck();
    env.clock.advance(DAY);
    const second = await retain(contextFor());
    expect(second).not.toBe(first?.id);
    expect(await stuck()).toEqual([]);
    expect(
      (await env.perform(previewRetention, { samples: 1 }, admin())).filter(
        ({ recordClass, count }) => ['ORDERS', 'INVOICES'].includes(recordClass) && count > 0,
      ),
    ).toEqual([]);
  });

  test('is queued by the night and by an admin, and done by the worker', async () => {
    await customer(old);
    await env.perform(runRetention, undefined, admin());
    await env.app.worker.runDue();
    const [run] = (await listRetentionRuns(env.contextOf(admin()).read, { first: 1 })).nodes;
    expect(run).toMatchObject({ startedById: boss, finishedAt: env.clock.now() });
    expect(run?.counts.map(({ recordClass }) => recordClass)).toEqual(
      expect.arrayContaining(['INVOICES', 'PAYMENTS', 'MANUSCRIPTS']),
    );
    await expect(env.perform(runRetention, undefined, person('CUSTOMER'))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

test('a period is changed within its bounds only, takes effect at the next run, and is written down', async () => {
  const policies = await env.perform(listRetentionPolicies, undefined, admin());
  expect(policies.find(({ recordClass }) => recordClass === 'INVOICES')).toMatchObject({
    days: 3_653,
    leastDays: 3_653,
    ground: 'ACCOUNTING_LAW',
    changedAt: null,
  });
  for (const days of [3_652, 7_306])
    expect(await refusal(env.perform(updateRetentionPolicy, { recordClass: 'INVOICES', days }, admin()))).toEqual({
      code: 'INPUT_INVALID',
    });
  const { orderId, fileId } = await customer();
  env.clock.advance(40 * DAY);
  await retain(contextFor());
  const key = () => env.db.selectFrom('data_key').select('id').where('file_id', '=', fileId).execute();
  expect(await key()).toHaveLength(1);
  expect(await env.perform(updateRetentionPolicy, { recordClass: 'MANUSCRIPTS', days: 30 }, admin())).toMatchObject({
    days: 30,
    usualDays: 365,
    changedById: boss,
  });
  await retain(contextFor());
  expect(await key()).toEqual([]);
  expect(await env.db.selectFrom('customer_order').select('title').where('id', '=', orderId).execute()).toEqual([
    { title: 'Roman' },
  ]);
  expect(await env.auditLog()).toContainEqual(
    expect.objectContaining({
      action: 'RETENTION_POLICY_CHANGED',
      severity: 'HIGH',
      payload: { recordClass: 'MANUSCRIPTS', before: 365, after: 30 },
    }),
  );
});
