import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditCommands } from '../../../src/commands/audit.ts';
import type { CommandTools } from '../../../src/commands/command.ts';
import { keyCommands } from '../../../src/commands/keys.ts';
import { storeBytes } from '../../../src/services/files/index.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';

let env: AppEnvironment;
const said: string[] = [];
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false });
});
afterAll(() => env.close());

const contextFor = () => env.contextFor();
const tools: CommandTools = {
  print: (text) => void said.push(text),
  within: (_config, work) => work(env.app),
  contextFor,
};
const command = (name: string, ...args: string[]) => {
  said.length = 0;
  return { ...keyCommands(tools), ...auditCommands(tools) }[name]?.run(env.config, args);
};
const masterKeys = async () => [
  ...new Set((await contextFor().db.selectFrom('data_key').select('kek_id').execute()).map(({ kek_id }) => kek_id)),
];
const entries = (action: string) =>
  contextFor()
    .db.selectFrom('audit_entry')
    .select(['severity', 'target_type', 'target_id', 'actor_kind'])
    .where('action', '=', action)
    .execute();

test('a master key is added, every data key is wrapped under it, the old one is dropped; the audit log records each step', async () => {
  await storeBytes(contextFor(), {
    name: 'a.txt',
    mimeType: 'text/plain',
    kind: 'DOCUMENT',
    bytes: Buffer.from('Il était une fois.'),
    attach: async () => undefined,
  });
  const [old] = await masterKeys();
  expect(await command('keys:rotate')).toBe(0);
  const [fresh, ...others] = await masterKeys();
  expect(others).toEqual([]);
  expect(fresh).not.toBe(old);
  expect(await entries('MASTER_KEY_ADDED')).toEqual([
    { severity: 'HIGH', target_type: 'key', target_id: fresh, actor_kind: 'SYSTEM' },
  ]);
  expect(await entries('KEYS_REWRAPPED')).toHaveLength(1);
  expect(await command('keys:rotate', '--resume')).toBe(0);
  expect(await entries('MASTER_KEY_ADDED')).toHaveLength(1);
  await expect(command('keys:retire', fresh as string)).resolves.toBe(1);
  expect(await command('keys:retire', old as string)).toBe(0);
  expect(await entries('MASTER_KEY_RETIRED')).toEqual([
    { severity: 'CRITICAL', target_type: 'key', target_id: old, actor_kind: 'SYSTEM' },
  ]);
});

test('another key signs access tokens, and the auditor takes theirs: both are in the audit log, without any secret', async () => {
  expect(await command('tokens:rotate')).toBe(0);
  const output = said.join();
  expect(await entries('SIGNING_KEY_ROTATED')).toMatchObject([
    { severity: 'HIGH', target_id: /(\S+) signs/.exec(output)?.[1] },
  ]);
  expect(await command('audit:auditor-key')).toBe(0);
  const key = /^ {2}(\S{44})$/m.exec(said.join('\n'))?.[1] as string;
  expect(await entries('AUDITOR_KEY_TAKEN')).toHaveLength(1);
  expect(JSON.stringify(await contextFor().db.selectFrom('audit_entry').selectAll().execute())).not.toContain(key);
});
