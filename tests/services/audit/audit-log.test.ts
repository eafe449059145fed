import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataKey } from '../../../src/entities/vault/data-key.entity.ts';
import { readCheckpoints } from '../../../src/services/audit/proofs/checkpoint-file.ts';
import {
  firstKeyOf,
  forgetSubject,
  makeCheckpoint,
  openEpochKeys,
  takeFirstKey,
} from '../../../src/services/audit/index.ts';
import { personalOf } from '../../../src/services/audit/personal.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { AuditRecord, Tx } from '../../../src/services/platform/context.ts';
import { person } from '../../support/make/actor.ts';
import { DAY, testClock } from '../../support/clock.ts';
import { openTestEnvironment, seedPeople, type AppEnvironment } from '../../support/environment.ts';
import { auditVerdict } from '../../support/audit-log.ts';

const clock = testClock();
let env: AppEnvironment;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  await seedPeople(env.contextFor());
});
afterAll(() => env.close());

const actor = person('CUSTOMER');
const asked = (who = actor) => env.contextFor(who);
const db = () => asked().db;
const write = (...records: readonly AuditRecord[]) =>
  asked().run(
    async ({ record }: Tx<'record'>, entries: readonly AuditRecord[]) => entries.forEach((entry) => record(entry)),
    records,
  );
const verdict = () => auditVerdict(db(), env.config);
const rows = (action: string) =>
  db().selectFrom('audit_entry').selectAll().where('action', '=', action).orderBy('seq').execute();

test('an entry takes from the table what it does not say, and keeps of the person a network and a program', async () => {
  await write({ action: 'USER_CREATED', targetId: actor.userId });
  expect((await rows('USER_CREATED')).at(-1)).toMatchObject({
    severity: 'LOW',
    outcome: 'SUCCESS',
    target_type: 'user',
    actor_id: actor.userId,
    address: '203.0.113.0/24',
    agent: 'other',
    pii_ref: null,
  });
  expect(await verdict()).toBe('OK');
});

test('a row may name its entry: the number is known in the same transaction', async () => {
  const numbered: number[] = [];
  const keep = async (seq: number): Promise<void> => void numbered.push(seq);
  await write({ action: 'JOB_RETRIED', numbered: keep }, { action: 'JOB_CANCELLED', numbered: keep });
  const written = [await rows('JOB_RETRIED'), await rows('JOB_CANCELLED')].map((found) => Number(found.at(-1)?.seq));
  expect(numbered).toEqual(written);
});

test('writers at once make one chain without a gap', async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      write({ action: 'JOB_RETRIED', targetId: String(n) }, { action: 'JOB_CANCELLED', targetId: String(n) }),
    ),
  );
  const seqs = (await db().selectFrom('audit_entry').select('seq').orderBy('seq').execute()).map(({ seq }) =>
    Number(seq),
  );
  expect(seqs).toEqual(seqs.map((_, i) => i + 1));
  expect(await verdict()).toBe('OK');
});

test('notes are written together, in few transactions, each with who made it', async () => {
  const before = (await rows('UNAUTHORIZED_ACCESS')).length;
  const people = Array.from({ length: 150 }, () => person('CUSTOMER'));
  await Promise.all(
    people.map((who, n) =>
      asked(who).note({ action: 'UNAUTHORIZED_ACCESS', targetId: `field-${n}`, outcome: 'FAILURE' }),
    ),
  );
  const noted = (await rows('UNAUTHORIZED_ACCESS')).slice(before);
  expect(noted.map(({ actor_id, target_id }) => [actor_id, target_id])).toEqual(
    people.map(({ userId }, n) => [userId, `field-${n}`]),
  );
  expect(await verdict()).toBe('OK');
});

describe('epochs of the key', () => {
  const epochs = async () =>
    new Set((await db().selectFrom('audit_entry').select('key_epoch').execute()).map(({ key_epoch }) => key_epoch));
  test('a day later another key signs, and the old one is nowhere on this server but with the auditor', async () => {
    const old = openEpochKeys(env.config.keysDir).held().key.toString('base64');
    clock.advance(DAY);
    await write({ action: 'JOB_RETRIED' });
    await write({ action: 'JOB_RETRIED' });
    expect([...(await epochs())]).toEqual([0, 1]);
    expect(env.app.services.auditKeys.held().epoch).toBe(1);
    expect(readFileSync(join(env.config.keysDir, 'journal.key'), 'utf8')).not.toContain(old);
    expect(await verdict()).toBe('OK');
  });
  test('a process that starts later, or was behind, goes on with the same key', async () => {
    expect(openEpochKeys(env.config.keysDir).held().epoch).toBe(1);
    clock.advance(DAY);
    await write({ action: 'JOB_RETRIED' });
    const { config } = env;
    await makeCheckpoint(asked());
    expect(openEpochKeys(config.keysDir).held().epoch).toBe(2);
    expect(await verdict()).toBe('OK');
  });
});

describe('checkpoints', () => {
  test('are signed, written to a file that grows and to the log, once each; nothing new makes none', async () => {
    const { keysDir } = env.config;
    const file = join(keysDir, 'journal-checkpoints.jsonl');
    await write({ action: 'JOB_CANCELLED' });
    const made = await makeCheckpoint(asked());
    const [head] = await db().selectFrom('audit_head').select(['seq', 'mac']).execute();
    expect(made).toMatchObject({ seq: Number(head?.seq), mac: head?.mac });
    expect((await readCheckpoints(file)).at(-1)).toEqual(made);
    expect(env.logs.lines().some(({ msg }) => msg === 'audit log checkpoint')).toBe(true);
    const lines = readFileSync(file, 'utf8');
    expect(await makeCheckpoint(asked())).toEqual(made);
    expect(readFileSync(file, 'utf8')).toBe(lines);
    expect(await verdict()).toBe('OK');
  });
});

describe('what a person said in their own words', () => {
  test('is apart, under their key; forgetting them leaves the chain whole and the words nowhere', async () => {
    const subjectId = newId();
    await write({
      action: 'FILE_DELETED',
      targetId: newId(),
      personal: { subjectId, values: { name: 'ContratRH.pdf' } },
    });
    const ref = (await rows('FILE_DELETED')).at(-1)?.pii_ref ?? '';
    const ring = env.app.services.vault.ring();
    expect((await personalOf(db(), ring, [ref])).get(ref)).toEqual({ name: 'ContratRH.pdf' });
    expect(JSON.stringify(await db().selectFrom('audit_entry').selectAll().execute())).not.toContain('ContratRH');
    expect(await asked().run(forgetSubject, { subjectId })).toBe(1);
    expect((await personalOf(db(), ring, [ref])).size).toBe(0);
    expect(await env.app.orm.em.fork().count(DataKey, { fileId: subjectId })).toBe(0);
    expect(await asked().run(forgetSubject, { subjectId })).toBe(0);
    expect(await verdict()).toBe('OK');
  });
  test('nothing more is kept about a forgotten person', async () => {
    const subjectId = newId();
    await asked().run(forgetSubject, { subjectId });
    await write({ action: 'FILE_DELETED', personal: { subjectId, values: { name: 'Encore.pdf' } } });
    expect((await rows('FILE_DELETED')).at(-1)?.pii_ref).toBeNull();
  });
});

test('the database itself refuses to change or delete entries, checkpoints and personal values', async () => {
  const writing = env.app.orm.em.fork();
  await write({ action: 'FILE_DELETED', personal: { subjectId: newId(), values: { name: 'Reste.pdf' } } });
  await makeCheckpoint(asked());
  for (const statement of [
    "update audit_entry set action = 'LOGOUT' where seq = 1",
    'delete from audit_entry where seq = 1',
    'delete from audit_checkpoint',
    "update audit_checkpoint set mac = '' where seq > 0",
    "update audit_personal set subject_id = '' where ref <> ''",
  ])
    await expect(writing.execute(statement)).rejects.toThrow(/only grows|is kept|is immutable/);
});

test('an entry of high severity notifies and mails the admins, the same one in the same hour once', async () => {
  for (const targetId of ['a', 'a', 'b']) await write({ action: 'KEYS_REWRAPPED', targetId });
  await env.app.worker.runDue();
  const notifications = await db()
    .selectFrom('notification')
    .select(['title', 'dedupe_key'])
    .where('dedupe_key', 'like', 'audit:KEYS_REWRAPPED:%')
    .execute();
  expect(notifications).toHaveLength(2);
  expect(notifications[0]?.title).toBe('Action sensible dans le journal');
  const mails = await db()
    .selectFrom('email_delivery')
    .select('id')
    .where('template', '=', 'audit-alert')
    .where('dedupe_key', 'like', 'audit-alert:KEYS_REWRAPPED:%')
    .execute();
  expect(mails).toHaveLength(1);
});

test('the auditor takes the first key once; then this server cannot prove old epochs any more', () => {
  const { keysDir } = env.config;
  const key = firstKeyOf(keysDir);
  expect(takeFirstKey(keysDir, clock.now())).toEqual(key);
  expect(takeFirstKey(keysDir, clock.now())).toBeNull();
  expect(firstKeyOf(keysDir)).toBeNull();
  expect(readFileSync(join(keysDir, 'journal-auditor.key'), 'utf8')).not.toContain(key?.toString('base64'));
});
