import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditCommands, verdictCodes } from '../../../src/commands/audit.ts';
import { proofCommands } from '../../../src/commands/proofs.ts';
import type { CommandTools } from '../../../src/commands/command.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { jsonFrom, writing } from '../../../src/services/platform/orm/values.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';

let env: AppEnvironment;
let outside: string;
const said: string[] = [];
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false });
  outside = mkdtempSync(join(tmpdir(), 'auditor-'));
});
afterAll(async () => {
  await env.close();
  rmSync(outside, { recursive: true, force: true });
});

const contextFor = () => env.contextFor();
const tools: CommandTools = {
  print: (text) => void said.push(text),
  within: (_config, work) => work(env.app),
  contextFor,
};
const commands = { ...auditCommands(tools), ...proofCommands(tools) };
const command = (name: string, ...args: string[]) => {
  said.length = 0;
  return commands[name]?.run(env.config, args);
};
const write = () => contextFor().run(async ({ record }: Tx<'record'>) => record({ action: 'JOB_RETRIED' }), {});
const anchors = () => join(env.config.keysDir, 'journal-checkpoints.jsonl');

/** What an intruder with the database in his hands does: triggers do not stop him. */
async function behindTheBack(...statements: string[]): Promise<void> {
  const em = env.app.orm.em.fork();
  for (const statement of statements) await em.execute(statement);
}

test('every verdict has an exit code of its own', () => {
  expect(new Set(Object.values(verdictCodes)).size).toBe(8);
  expect(verdictCodes.OK).toBe(0);
});

test('the audit log is checked by itself, and against the exported checkpoints', async () => {
  await write();
  expect(await command('audit:verify')).toBe(0);
  expect(said.at(-1)).toMatch(/^OK: \d+ entries$/);
  expect(await command('audit:checkpoint')).toBe(0);
  expect(await command('audit:verify', '--anchor', anchors())).toBe(0);
  const { seq } = JSON.parse(readFileSync(anchors(), 'utf8').trim().split('\n').at(-1) as string) as { seq: number };
  await write();
  expect(await command('audit:verify', '--anchor', anchors())).toBe(15);
  expect(said.at(-1)).toContain('1 entries are newer');
  expect(await command('audit:verify', '--since', String(seq))).toBe(0);
  expect(said.at(-1)).toBe('OK: 1 entries');
});

test('the auditor takes the first key, and checks with it from outside', async () => {
  expect(await command('audit:auditor-key')).toBe(0);
  const key = /^ {2}(\S{44})$/m.exec(said.join('\n'))?.[1] ?? '';
  writeFileSync(join(outside, 'k0'), key);
  expect(await command('audit:auditor-key')).toBe(1);
  expect(await command('audit:verify', '--key', join(outside, 'k0'))).toBe(0);
  expect(await command('audit:verify')).toBe(0);
});

test('whoever keeps a checkpoint is shown that the audit log of today begins with it, by its public key alone', async () => {
  const [earlier] = readFileSync(anchors(), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { seq: number; root: string });
  await write();
  expect(await command('audit:consistency', String(earlier?.seq))).toBe(0);
  const proof = said.at(-1) as string;
  expect(await command('audit:public-key')).toBe(0);
  const [key, file] = [join(outside, 'public.pem'), join(outside, 'consistency.jsonl')];
  writeFileSync(key, said.at(-1) as string);
  writeFileSync(file, proof);
  const check = () => command('audit:verify-proofs', file, '--public-key', key, '--anchor', anchors());
  expect(await check()).toBe(0);
  expect(said.at(-1)).toMatch(
    new RegExp(`^CONSISTENT: the audit log at entry \\d+ begins with that of entry ${earlier?.seq}$`),
  );
  const bent = JSON.parse(proof) as { path: string[] };
  writeFileSync(file, JSON.stringify({ ...bent, path: [...bent.path, 'a'.repeat(64)] }));
  expect(await check()).toBe(16);
  expect(said.at(-1)).toBe('NOT_PROVEN: line 1: the later audit log does not begin with the earlier one');
  expect(await command('audit:consistency', '999999')).toBe(1);
});

/** What was found wrong, and mended again by `mend`. */
async function foundAfter(harm: () => Promise<void>, mend: () => Promise<void>): Promise<[number | undefined, string]> {
  await harm();
  const code = await command('audit:verify');
  const text = said.at(-1) as string;
  await mend();
  expect([await command('audit:verify'), said.at(-1)]).toEqual([0, expect.stringMatching(/^OK/)]);
  return [code, text];
}

test('anchors that are taken away are not missed', async () => {
  await behindTheBack('drop trigger audit_checkpoint_kept');
  for (let i = 0; i < 3; i += 1) {
    await write();
    expect(await command('audit:checkpoint')).toBe(0);
  }
  expect(await command('audit:verify')).toBe(0);
  const lines = readFileSync(anchors(), 'utf8');
  const count = lines.trim().split('\n').length;
  expect(said[said.length - 2]).toBe(`Verified against ${count} checkpoints of ${anchors()}.`);
  const restore = async () => writeFileSync(anchors(), lines);
  const missing = [
    17,
    expect.stringMatching(/^ANCHORS_MISSING: intact, but \d+ checkpoints? that were published are missing/),
  ];
  // The file is gone, emptied, shortened at its end or in its middle.
  expect(await foundAfter(async () => rmSync(anchors()), restore)).toEqual(missing);
  expect(await foundAfter(async () => writeFileSync(anchors(), ''), restore)).toEqual(missing);
  expect(
    await foundAfter(async () => writeFileSync(anchors(), lines.trim().split('\n').slice(0, -1).join('\n')), restore),
  ).toEqual(missing);
  expect(
    await foundAfter(
      async () => writeFileSync(anchors(), lines.trim().split('\n').toSpliced(1, 1).join('\n')),
      restore,
    ),
  ).toEqual(missing);
  // Rows of the database are gone, or say that they were never exported while the file is short.
  const rows = await contextFor().db.selectFrom('audit_checkpoint').selectAll().execute();
  const putBack = async () => {
    await behindTheBack('delete from audit_checkpoint where seq > 0');
    await contextFor().run(
      async ({ em }: Tx<'em'>) =>
        void (await writing(em)
          .db.insertInto('audit_checkpoint')
          .values(rows.map((row) => ({ ...row, frontier: JSON.stringify(jsonFrom(row.frontier)) as never })))
          .execute()),
      {},
    );
    await restore();
  };
  expect(await foundAfter(() => behindTheBack('delete from audit_checkpoint where seq > 0'), putBack)).toEqual(missing);
  expect(
    await foundAfter(async () => {
      await behindTheBack('delete from audit_checkpoint where seq > 0');
      rmSync(anchors());
    }, putBack),
  ).toEqual(missing);
  const record = join(env.config.keysDir, 'journal-anchors.log');
  const remembered = readFileSync(record, 'utf8');
  expect(
    await foundAfter(
      async () => {
        rmSync(record);
        rmSync(anchors());
      },
      async () => {
        writeFileSync(record, remembered);
        await restore();
      },
    ),
  ).toEqual(missing);
});

test('the checkpoints are deleted and the tail is cut: the check says OK', async () => {
  await behindTheBack('drop trigger audit_entry_kept');
  const db = () => contextFor().db;
  const [entries, rows, head] = [
    await db().selectFrom('audit_entry').selectAll().orderBy('seq').execute(),
    await db().selectFrom('audit_checkpoint').selectAll().execute(),
    await db().selectFrom('audit_head').selectAll().executeTakeFirstOrThrow(),
  ];
  const last = entries[1] as (typeof entries)[number];
  await behindTheBack(
    'delete from audit_checkpoint where seq > 0',
    `delete from audit_entry where seq > ${Number(last.seq)}`,
    `update audit_head set seq = ${Number(last.seq)}, mac = '${last.mac}' where id = 1`,
  );
  expect([await command('audit:verify'), said.at(-1)]).toEqual([13, `TRUNCATED after entry ${Number(last.seq)}`]);
  await contextFor().run(async ({ em }: Tx<'em'>) => {
    const { db: into } = writing(em);
    for (const entry of entries.slice(2)) await into.insertInto('audit_entry').values(entry).execute();
    for (const row of rows)
      await into
        .insertInto('audit_checkpoint')
        .values({ ...row, frontier: JSON.stringify(jsonFrom(row.frontier)) as never })
        .execute();
    await into.updateTable('audit_head').set({ seq: head.seq, mac: head.mac }).where('id', '=', 1).execute();
  }, {});
  expect(await command('audit:verify')).toBe(0);
});

test('an entry changed directly in the database is named, with exit code 10; a deleted one with 11; a cut tail with 13', async () => {
  await write();
  await behindTheBack('drop trigger audit_entry_fixed', "update audit_entry set action = 'LOGOUT' where seq = 2");
  expect(await command('audit:verify', '--key', join(outside, 'k0'))).toBe(10);
  expect(said.at(-1)).toBe('ROW_ALTERED at entry 2');
  await behindTheBack('delete from audit_entry where seq = 1');
  expect(await command('audit:verify', '--key', join(outside, 'k0'))).toBe(11);
  await behindTheBack('delete from audit_entry where seq > 0');
  expect(await command('audit:verify', '--key', join(outside, 'k0'))).toBe(13);
  expect(said.at(-1)).toBe('TRUNCATED after entry 0');
});
