// @lane sqlite at first: what operators type, and keys in files; files.test.ts has the statements.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditCommands } from '../../../src/commands/audit.ts';
import type { CommandTools } from '../../../src/commands/command.ts';
import { keyCommands } from '../../../src/commands/keys.ts';
import { kitCommands } from '../../../src/commands/kit.ts';
import { openHealth } from '../../../src/composition/health.ts';
import { storeBytes } from '../../../src/services/files/index.ts';
import { makeKit, parseShare, shareText, type Vault } from '../../../src/services/vault/index.ts';
import { testClock } from '../../support/clock.ts';
import { person } from '../../support/make/actor.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';

const clock = testClock();
let env: AppEnvironment;
const said: string[] = [];
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
});
afterAll(() => env.close());

const contextFor = () => env.contextFor();
const tools: CommandTools = {
  print: (text) => void said.push(text),
  within: (_config, work) => work(env.app),
  contextFor,
};
/** What the operator types. */
const typed: string[] = [];
const ask = async () => typed.shift() ?? null;
const command = (name: string, ...args: string[]): Promise<number> => {
  said.length = 0;
  const found = { ...keyCommands(tools), ...auditCommands(tools), ...kitCommands(tools, ask) }[name];
  if (found === undefined) throw new Error(`No command ${name}`);
  return 'run' in found ? found.run(env.config, args) : found.runOffline(args);
};
const masterKeysQuery = `{ masterKeys { remaining rewrappedLastMinute kit { id verifiedAt }
  keys { id provider isActive isReachable dataKeyCount oldestAt isNeededByBackup neededUntil } } }`;
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

test('files get new data keys on demand: a date in the past finds none, a wrong one is refused', async () => {
  expect(await command('keys:reseal', '--older-than', 'yesterday')).toBe(2);
  expect(await command('keys:reseal', '--older-than', '2020-01-01', '--dry-run')).toBe(0);
  expect(said).toEqual(['0 files would be sealed anew.']);
  clock.advance(1_000);
  expect(await command('keys:reseal')).toBe(0);
  expect(said.at(-1)).toMatch(/^1 files sealed anew, 0 left/);
  expect(await entries('FILE_RESEALED')).toHaveLength(1);
  expect(await command('keys:rotate', '--dry-run')).toBe(0);
  expect(said.at(-1)).toMatch(/^\d+ keys would be wrapped anew\.$/);
});

test('an emergency kit is made, verified by enough shares, and gives the keys back when they are lost', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kit-commands-'));
  expect(await command('kit:rehearse')).toBe(1);
  expect(await command('kit:create', '--needed', '9', '--out', join(folder, 'no'))).toBe(2);
  expect(await command('kit:create', '--out', join(folder, 'pages'))).toBe(0);
  expect(await readdir(join(folder, 'pages'))).toHaveLength(5);
  // The pages are for people; a kit whose words we know takes its place.
  let texts: string[] = [];
  const kit = await makeKit(contextFor().emergencyKit, {
    ...{ size: { shares: 5, needed: 3 }, now: clock.now() },
    print: async ({ shares }) => void (texts = shares.map(shareText)),
  });
  typed.push(...texts.slice(0, 2));
  expect(await command('kit:rehearse')).toBe(21);
  expect(said.at(-1)).toBe('1 more shares are needed.');
  typed.push(...texts.slice(0, 2), `${texts[2] ?? ''}x`);
  expect(await command('kit:rehearse')).toBe(21);
  expect(said.at(-1)).toBe('Share 3 is mistyped: word 22 is no word of a share.');
  typed.push(...texts.slice(0, 2), shareText({ ...parseShare(texts[2] ?? '', 3), kitId: '00000000' }));
  expect(await command('kit:rehearse')).toBe(21);
  expect(said.at(-1)).toBe('Share 3 is of another kit, 00000000.');
  typed.push(...texts.slice(2));
  expect(await command('kit:rehearse')).toBe(0);
  expect(said).toContain('A file was opened with the keys of the bundle.');
  expect(await entries('EMERGENCY_KIT_VERIFIED')).toHaveLength(1);
  const { data } = await env.ask(person('ADMIN'), masterKeysQuery);
  const view = (data as unknown as { masterKeys: { keys: { isActive: boolean }[] } }).masterKeys;
  expect(view).toMatchObject({ remaining: 0, kit: { id: kit.id, verifiedAt: clock.now().toISOString() } });
  expect(view.keys.filter(({ isActive }) => isActive)).toMatchObject([
    { provider: 'LOCAL', isActive: true, isReachable: true, isNeededByBackup: false },
  ]);
  expect((await env.ask(person('CUSTOMER'), masterKeysQuery)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');

  typed.push(...texts.slice(1, 4));
  const lost = [join(env.config.dataDir, 'emergency-keys.age'), '--out', join(folder, 'keys')];
  expect(await command('kit:recover', ...lost)).toBe(0);
  expect(await readFile(join(folder, 'keys', 'master-keys.json'))).toEqual(
    await readFile(join(env.config.keysDir, 'master-keys.json')),
  );
  typed.push(...texts.slice(1, 3));
  expect(await command('kit:recover', lost[0] ?? '', '--out', join(folder, 'none'))).toBe(21);
  await rm(folder, { recursive: true });
});

test('health says that a key service or the store is away, and that nobody verified the kit for a year', async () => {
  const { app } = env;
  const { vault } = app.services;
  const found = async (changed: Partial<Vault> = {}) => {
    const services = { ...app.services, vault: { ...vault, ...changed } };
    const examined = await openHealth({ ...app, services }, app).examine();
    return (name: string) => {
      const part = examined.get(name);
      return part && [part.state, part.reason];
    };
  };
  expect((await found())('emergencyKit')).toEqual(['ok', undefined]);
  expect((await found())('keyServices')).toEqual(['ok', undefined]);
  const ring = vault.ring();
  const keys = () => [{ id: 'k', provider: 'AWS_KMS' as const, secretsId: 's', failure: new Error('away') }];
  expect((await found({ ring: () => ({ ...ring, keys }) }))('keyServices')).toEqual([
    'failing',
    'AWS_KMS does not answer',
  ]);
  const probe = () => Promise.reject(new Error('no such bucket'));
  expect((await found({ storage: { ...vault.storage, probe } }))('storage')?.[0]).toBe('failing');
  clock.advance(366 * 86_400_000);
  expect((await found())('emergencyKit')).toEqual(['degraded', 'nobody verified the emergency kit for a year']);
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
