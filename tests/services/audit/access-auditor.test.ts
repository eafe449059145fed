import { expect, test } from '@jest/globals';
import type { Entered } from '../../../src/services/audit/append.ts';
import type { BatchWriter } from '../../../src/services/audit/batch-writer.ts';
import {
  createAccessAuditor,
  suspiciousRefusals,
  type AccessAuditorSettings,
  type AccessEvent,
} from '../../../src/services/audit/access-auditor.ts';
import { anonymous, type Actor } from '../../../src/services/access/actor.ts';
import { person } from '../../support/make/actor.ts';
import { until } from '../../support/until.ts';

const log = { error: () => {} };
const at = new Date('2026-11-25T09:00:00.000Z');
const stranger = (address: string): Actor => anonymous({ locale: 'fr', address, agent: null });
const refused = (targetId: string, entryPoint = 'graphql'): AccessEvent => ({
  action: 'UNAUTHORIZED_ACCESS',
  entryPoint,
  code: 'FORBIDDEN',
  targetId,
});
const looked = (targetId: string): AccessEvent => ({ action: 'ADMIN_ACCESS', entryPoint: 'graphql', targetId });

function watched(settings: AccessAuditorSettings = {}) {
  const written: Entered[] = [];
  const writer: BatchWriter = { add: async (entered) => void written.push(entered), close: async () => {} };
  const watch = createAccessAuditor(writer, settings);
  return {
    watch,
    written,
    see: (actor: Actor, accessEvent: AccessEvent) => watch.see({ actor, requestId: 'r', now: at, log }, accessEvent),
    records: () => written.map(({ record }) => record),
  };
}

test('the first refusal is an entry at once; the others of its minute are one more, with their number and what they were about', async () => {
  const { watch, see, records } = watched();
  const who = person('CUSTOMER');
  for (const field of ['users', 'jobs', 'users', 'auditEntries']) see(who, refused(field));
  expect(records()).toEqual([
    {
      action: 'UNAUTHORIZED_ACCESS',
      outcome: 'FAILURE',
      targetId: 'users',
      payload: { door: 'graphql', code: 'FORBIDDEN' },
    },
  ]);
  await watch.close();
  expect(records().slice(1)).toEqual([
    {
      action: 'UNAUTHORIZED_ACCESS',
      outcome: 'FAILURE',
      targetId: null,
      payload: { door: 'graphql', count: 3, targets: ['jobs', 'users', 'auditEntries'] },
    },
  ]);
});

test('a minute later the same is a first time again', async () => {
  const { watch, see, records } = watched({ windowMs: 20 });
  const who = person('CUSTOMER');
  see(who, refused('users'));
  see(who, refused('users'));
  await until('the window is over', () => records().length === 2);
  see(who, refused('users'));
  expect(records().map(({ payload }) => payload)).toMatchObject([
    { code: 'FORBIDDEN' },
    { count: 1 },
    { code: 'FORBIDDEN' },
  ]);
  await watch.close();
  expect(records()).toHaveLength(3);
});

test('people, entry points and networks are counted separately; strangers of one network are not', async () => {
  const { watch, see, records } = watched();
  see(person('CUSTOMER'), refused('users'));
  see(person('CUSTOMER'), refused('users'));
  see(stranger('203.0.113.7'), refused('users', '/files/:id'));
  see(stranger('203.0.113.8'), refused('users', '/files/:id'));
  see(stranger('198.51.100.8'), refused('users', '/files/:id'));
  expect(records()).toHaveLength(4);
  await watch.close();
  expect(records().at(-1)?.payload).toEqual({ door: '/files/:id', count: 1, targets: ['users'] });
});

test('twenty refusals within a minute are suspicious, once', async () => {
  const { watch, see, records } = watched();
  const who = person('CUSTOMER');
  for (let n = 0; n < 3 * suspiciousRefusals; n += 1) see(who, refused(`field-${n}`));
  const suspicions = records().filter(({ action }) => action === 'SUSPICIOUS_ACTIVITY');
  expect(suspicions).toMatchObject([{ outcome: 'FAILURE', payload: { refusals: suspiciousRefusals } }]);
  await watch.close();
  // First, suspicion, and one for all the others: sixty refusals are three entries.
  expect(records()).toHaveLength(3);
});

test('reads of the back office are counted separately by what was read, and are never suspicious', async () => {
  const { watch, see, records } = watched();
  const admin = person('ADMIN');
  for (let n = 0; n < 2 * suspiciousRefusals; n += 1) see(admin, looked('users'));
  see(admin, looked('jobs'));
  await watch.close();
  expect(records()).toMatchObject([
    { action: 'ADMIN_ACCESS', outcome: 'SUCCESS', targetId: 'users' },
    { action: 'ADMIN_ACCESS', targetId: 'jobs' },
    { action: 'ADMIN_ACCESS', targetId: 'users', payload: { count: 2 * suspiciousRefusals - 1 } },
  ]);
});

test('people beyond the limit are counted together, and none of them is named', async () => {
  const { watch, see, written } = watched({ mostKeys: 2 });
  for (let n = 0; n < 50; n += 1) see(person('CUSTOMER'), refused('users'));
  await watch.close();
  expect(written.map(({ present }) => present.actor.userId !== null)).toEqual([true, true, false, false, false]);
  expect(written.map(({ record }) => record.action)).toEqual([
    ...Array(3).fill('UNAUTHORIZED_ACCESS'),
    'SUSPICIOUS_ACTIVITY',
    'UNAUTHORIZED_ACCESS',
  ]);
});
