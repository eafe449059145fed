import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeBackup } from '../../../src/services/backups/index.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { makeActor } from '../../support/make/actor.ts';
import { makePerson } from '../../support/make/person.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { instantFrom } from '../../../src/services/platform/orm/values.ts';

let env: AppEnvironment;
let [admin, auditor, customer]: Actor[] = [];

beforeAll(async () => {
  const folder = join(mkdtempSync(join(process.env['TEST_HOME'] ?? '', 'api-backups-')), 'target');
  env = await openTestEnvironment({ isServed: false, environment: { BACKUP_TARGETS: `file:${folder}` } });
  const made = async (role: 'ADMIN' | 'CUSTOMER') =>
    env.run(async ({ em }: Tx<'em'>) => makePerson(em, { role }).id, undefined);
  const now = env.app.clock.now();
  admin = makeActor(await made('ADMIN'), { role: 'ADMIN', provenAt: now });
  auditor = makeActor(await made('CUSTOMER'), { role: 'CUSTOMER', sets: ['AUDITOR'] });
  customer = makeActor(await made('CUSTOMER'), { role: 'CUSTOMER' });
});
afterAll(() => env.close());

const create = 'mutation ($input: CreateBackupInput!) { createBackup(input: $input) { id status label rung } }';
const list = '{ backups { nodes { id status sizeBytes availableActions summary } } }';

test('an admin makes a backup and deletes it, an auditor reads, nobody else does either', async () => {
  const made = await env.ask(admin as Actor, create, { input: { label: 'Avant la mise à jour' } });
  expect(made).toMatchObject({
    data: { createBackup: { status: 'RUNNING', label: 'Avant la mise à jour', rung: 'MANUAL' } },
  });
  const { id } = (made.data as { createBackup: { id: string } }).createBackup;
  expect(await env.ask(admin as Actor, create, { input: {} })).toMatchObject({
    errors: [{ extensions: { code: 'BACKUP_RUNNING' } }],
  });
  await makeBackup(env.contextFor(), { backupId: id });
  const status = await env.ask(admin as Actor, '{ systemStatus { parts { name lastDoneAt } } }');
  const { parts } = (status.data as { systemStatus: { parts: { name: string; lastDoneAt: string | null }[] } })
    .systemStatus;
  const isDone = parts.filter(({ lastDoneAt }) => lastDoneAt !== null);
  const { created_at } = await env.db.selectFrom('backup').select('created_at').executeTakeFirstOrThrow();
  expect(isDone).toEqual([{ name: 'backups', lastDoneAt: instantFrom(created_at).toISOString() }]);
  expect(await env.ask(auditor as Actor, list)).toMatchObject({
    data: { backups: { nodes: [{ id, status: 'COMPLETE', availableActions: ['damage', 'delete'] }] } },
  });
  for (const document of [list, '{ restoreDrills { nodes { id } } }'])
    expect(await env.ask(customer as Actor, document)).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  expect(await env.ask(auditor as Actor, create, { input: {} })).toMatchObject({
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  });
  const remove = 'mutation ($input: DeleteBackupInput!) { deleteBackup(input: $input) { status } }';
  const input = { backupId: id };
  expect(await env.ask({ ...(admin as Actor), provenAt: null }, remove, { input })).toMatchObject({
    errors: [{ extensions: { code: 'STEP_UP_REQUIRED' } }],
  });
  expect(await env.ask(admin as Actor, remove, { input })).toMatchObject({
    errors: [{ extensions: { code: 'BACKUP_PROTECTED' } }],
  });
});

test('bad input names its field, and what is not there is not found', async () => {
  const asked = async (document: string, input: object) => env.ask(admin as Actor, document, { input });
  expect(await asked(create, { target: 2 })).toMatchObject({ errors: [{ extensions: { code: 'INPUT_INVALID' } }] });
  expect(await asked(create, { label: '' })).toMatchObject({ errors: [{ extensions: { code: 'INPUT_INVALID' } }] });
  const verify = 'mutation ($input: VerifyBackupInput!) { verifyBackup(input: $input) { id } }';
  const nobody = '019a0000-0000-7000-8000-000000000001';
  expect(await asked(verify, { backupId: nobody })).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  expect(await asked(verify, { backupId: nobody, sample: 101 })).toMatchObject({
    errors: [{ extensions: { code: 'INPUT_INVALID' } }],
  });
  const restore = 'mutation ($input: RestoreBackupInput!) { restoreBackup(input: $input) { id } }';
  expect(await asked(restore, { backupId: nobody })).toMatchObject({
    errors: [{ extensions: { code: 'INPUT_INVALID' } }],
  });
  expect(await env.ask(admin as Actor, `{ backup(id: "${nobody}") { id } }`)).toMatchObject({
    errors: [{ extensions: { code: 'NOT_FOUND' } }],
  });
});
