import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditCommands } from '../../../src/commands/audit.ts';
import { readCheckpoints } from '../../../src/services/audit/proofs/checkpoint-file.ts';
import {
  checkpointFileOf,
  firstKeyOf,
  auditLogOf,
  makeCheckpoint,
  verifyAuditLog,
  type Verdict,
} from '../../../src/services/audit/index.ts';
import { checkAuditLogNow } from '../../../src/services/audit/tasks/check-audit-log.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { HOUR, testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';

/** An audit log whose database came back from a backup after later checkpoints had been exported. */
const clock = testClock();
let env: AppEnvironment;
let backup: number;
const said: string[] = [];
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  await write();
  await makeCheckpoint(contextFor());
  backup = await head();
  for (let n = 0; n < 3; n += 1) {
    clock.advance(HOUR);
    await write();
    await makeCheckpoint(contextFor());
  }
  await restore();
  clock.advance(HOUR);
  await write();
});
afterAll(() => env.close());

const contextFor = () => env.contextFor();
const write = () => contextFor().run(async ({ record }: Tx<'record'>) => record({ action: 'JOB_RETRIED' }), {});
const head = async () =>
  Number((await contextFor().db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()).seq);
const check = async (): Promise<Verdict> =>
  verifyAuditLog({
    source: auditLogOf(contextFor().db),
    key: { epoch: 0, key: firstKeyOf(env.config.keysDir) as Buffer },
    signer: env.app.services.auditSigner,
    anchors: await readCheckpoints(checkpointFileOf(env.config)),
  });
const command = (name: string, ...args: string[]) => {
  said.length = 0;
  return auditCommands({
    print: (text) => void said.push(text),
    within: (_config, work) => work(env.app),
    contextFor,
  })[name]?.run(env.config, args);
};

/** What the tables of the audit log were at the time of the backup. */
async function restore(): Promise<void> {
  const em = env.app.orm.em.fork();
  const [last] = await em.execute<{ mac: string; key_epoch: number }[]>(
    'select mac, key_epoch from audit_entry where seq = ?',
    [backup],
  );
  for (const trigger of ['audit_entry_kept', 'audit_checkpoint_kept'])
    await em.execute(`drop trigger if exists ${trigger}`);
  await em.execute('delete from audit_entry where seq > ?', [backup]);
  await em.execute('delete from audit_checkpoint where seq > ?', [backup]);
  await em.execute('update audit_head set seq = ?, mac = ?, key_epoch = ?', [
    backup,
    last?.mac ?? '',
    last?.key_epoch ?? 0,
  ]);
}

test('a restore is found, every night, until somebody says that it was one', async () => {
  expect(await check()).toEqual({ verdict: 'REWRITTEN', at: backup + 1 });
  expect(await checkAuditLogNow(contextFor())).toMatchObject({ verdict: 'REWRITTEN' });
});

test('once acknowledged, it is a signed entry of the audit log, and the check reports it and goes on', async () => {
  expect(await command('audit:acknowledge-restore')).toBe(0);
  expect(said).toEqual([`Entries after ${backup}, up to ${backup + 3}, are lost: the audit log now says so.`]);
  expect(await check()).toMatchObject({ verdict: 'OK', restores: [{ keptThrough: backup, lostThrough: backup + 3 }] });
  expect(await command('audit:verify', '--anchor', checkpointFileOf(env.config))).toBe(0);
  expect(said.at(-1)).toContain(`Restored: entries after ${backup}, up to ${backup + 3}, were lost`);
  expect(
    await contextFor()
      .db.selectFrom('audit_entry')
      .select(['severity', 'target_id'])
      .where('action', '=', 'JOURNAL_RESTORED')
      .execute(),
  ).toEqual([{ severity: 'CRITICAL', target_id: String(backup + 3) }]);
  clock.advance(HOUR);
  expect(await checkAuditLogNow(contextFor())).toMatchObject({ verdict: 'OK' });
});

test('a second time there is nothing to acknowledge', async () => {
  expect(await command('audit:acknowledge-restore')).toBe(1);
});

test('what is exported after it counts: a later cut is found', async () => {
  await write();
  clock.advance(HOUR);
  await makeCheckpoint(contextFor());
  const em = env.app.orm.em.fork();
  const now = await head();
  await em.execute('delete from audit_entry where seq = ?', [now]);
  await em.execute('update audit_head set seq = seq - 1, mac = (select mac from audit_entry where seq = ?)', [now - 1]);
  expect(await check()).toEqual({ verdict: 'TRUNCATED', at: now - 1 });
});

test('an acknowledgement that the server did not sign excuses nothing', async () => {
  const em = env.app.orm.em.fork();
  await em.execute('drop trigger if exists audit_entry_fixed');
  const [row] = await em.execute<{ payload: string }[]>(
    "select payload from audit_entry where action = 'JOURNAL_RESTORED'",
  );
  const forged = { ...(JSON.parse(row?.payload ?? '{}') as object), keptThrough: 0 };
  await em.execute("update audit_entry set payload = ? where action = 'JOURNAL_RESTORED'", [JSON.stringify(forged)]);
  expect(await check()).toEqual({ verdict: 'REWRITTEN', at: backup + 1 });
});
