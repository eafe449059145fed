import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { User } from '../../src/entities/identity/user.entity.ts';
import { checkAuditLogNow } from '../../src/services/audit/tasks/check-audit-log.ts';
import { newId } from '../../src/services/kernel/ids.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { SocketClient } from '../resolvers/graphql/socket-client.ts';
import { ask, signIn } from '../support/ask.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { auditVerdict } from '../support/audit-log.ts';
import { until } from '../support/until.ts';
import { makeOrder } from '../support/make/order.ts';

/** What the audit log records of those who try what they may not do, over real HTTP and real sockets. */
let env: TestEnvironment;
let proofreader: string;
let orderId: string;
beforeAll(async () => {
  env = await openTestEnvironment({ isWorking: false });
  proofreader = await signIn(env, 'PROOFREADER');
  const { email } = env.people.get('CUSTOMER') as { email: string };
  orderId = (
    await outside().run(
      async ({ em }: Tx<'em'>) =>
        makeOrder(em, {
          customer: await em.findOneOrFail(User, { email }),
          status: 'PAID',
        }),
      {},
    )
  ).id;
});
afterAll(() => env.close());

const outside = () => env.contextFor();
const entries = (action: string) =>
  outside()
    .db.selectFrom('audit_entry')
    .select(['target_type', 'target_id', 'actor_id', 'outcome', 'payload', 'severity'])
    .where('action', '=', action)
    .orderBy('seq')
    .execute();
const newest = async (action: string) => (await entries(action)).at(-1);
const audited = (what: string, action: string, targetId: string) =>
  until(what, async () => (await newest(action))?.target_id === targetId);

describe('another’s order', () => {
  test('is not there over HTTP, and the audit log records who looked for it', async () => {
    const unknown = await ask(env, 'query ($id: ID!) { order(id: $id) { title } }', {
      token: proofreader,
      variables: { id: newId() },
    });
    const hidden = await ask(env, 'query ($id: ID!) { order(id: $id) { title } }', {
      token: proofreader,
      variables: { id: orderId },
    });
    // Whoever asks learns nothing from it: not even that they were seen.
    const bare = ({ text }: { text: string }): string => text.replace(/"requestId":"[^"]*"/, '');
    expect([hidden.code, bare(hidden)]).toEqual(['NOT_FOUND', bare(unknown)]);
    await audited('the look is recorded', 'UNAUTHORIZED_ACCESS', orderId);
    expect(await newest('UNAUTHORIZED_ACCESS')).toMatchObject({
      target_type: 'command',
      outcome: 'FAILURE',
      severity: 'MEDIUM',
    });
    expect(await entries('UNAUTHORIZED_ACCESS')).toHaveLength(1);
  });

  test('nor over a socket', async () => {
    const client = await new SocketClient(env.url).signIn(proofreader);
    client.subscribe('subscription ($id: ID!) { orderUpdated(orderId: $id) { cursor } }', {
      id: '1',
      variables: { id: orderId },
    });
    await until('the socket’s refusal is recorded', async () => (await entries('UNAUTHORIZED_ACCESS')).length === 2);
    client.end();
    const { payload } = (await newest('UNAUTHORIZED_ACCESS')) as { payload: unknown };
    expect(JSON.stringify(payload)).toContain('socket');
  });
});

test('a link that nobody was given is a stranger’s guess', async () => {
  const id = newId();
  const { status } = await fetch(`${env.url}/files/${id}?grant=${randomBytes(32).toString('base64url')}`);
  expect(status).toBe(401);
  await audited('the guess is recorded', 'UNAUTHORIZED_ACCESS', id);
  expect(await newest('UNAUTHORIZED_ACCESS')).toMatchObject({ actor_id: null });
});

test('an admin’s looks at the back office are entries; their looks at what everybody sees are not', async () => {
  const admin = await signIn(env, 'ADMIN');
  await ask(env, '{ me { id } priceItems { id } }', { token: admin });
  await ask(env, '{ users(first: 1) { nodes { id } } }', { token: admin });
  await audited('the look is recorded', 'ADMIN_ACCESS', 'users');
  expect(await entries('ADMIN_ACCESS')).toHaveLength(1);
});

test('whoever tries again and again is suspicious, is reported to the admins, and does not flood the audit log', async () => {
  const artisan = await signIn(env, 'ARTISAN');
  const before = (await entries('UNAUTHORIZED_ACCESS')).length;
  for (let n = 0; n < 25; n += 1) await ask(env, '{ jobs(first: 1) { nodes { id } } }', { token: artisan });
  await audited('the suspicion is recorded', 'SUSPICIOUS_ACTIVITY', 'graphql');
  expect(await newest('SUSPICIOUS_ACTIVITY')).toMatchObject({ severity: 'HIGH' });
  expect((await entries('UNAUTHORIZED_ACCESS')).length - before).toBe(1);
  await env.app.worker.runDue();
  const { email } = env.people.get('ADMIN') as { email: string };
  expect(
    ((await env.app.services.mailbox?.list(500)) ?? []).filter(
      ({ to, text }) => to.email === email && text.includes('SUSPICIOUS_ACTIVITY'),
    ),
  ).toHaveLength(1);
  expect(await auditVerdict(outside().db, env.config)).toBe('OK');
});

test('the server notices by itself that its audit log was altered, and says so', async () => {
  expect(await checkAuditLogNow(outside())).toMatchObject({ verdict: expect.stringMatching(/^(OK|UNSEALED_TAIL)$/) });
  expect(await entries('SECURITY_BREACH')).toEqual([]);
  const em = env.app.orm.em.fork();
  const { seq } = await outside()
    .db.selectFrom('audit_entry')
    .select('seq')
    .where('action', '=', 'SUSPICIOUS_ACTIVITY')
    .executeTakeFirstOrThrow();
  await em.execute('drop trigger audit_entry_fixed');
  await em.execute("update audit_entry set severity = 'LOW' where seq = ?", [seq]);
  expect(await checkAuditLogNow(outside())).toEqual({ verdict: 'ROW_ALTERED', at: Number(seq) });
  expect(await newest('SECURITY_BREACH')).toMatchObject({
    target_type: 'audit',
    target_id: String(seq),
    severity: 'CRITICAL',
  });
});
