import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../../src/services/kernel/ids.ts';
import {
  answerPrivacyRequest,
  extendPrivacyRequest,
  listMyPrivacyRequests,
  listPrivacyRequests,
  submitPrivacyRequest,
} from '../../../src/services/privacy/index.ts';
import { dueAfter, extendedFrom } from '../../../src/services/privacy/request-deadlines.ts';
import { warnNearlyDue } from '../../../src/services/privacy/warn-nearly-due.ts';
import { DAY } from '../../support/clock.ts';
import { openPeopleEnvironment, type PeopleEnvironment } from '../identity/people-environment.ts';
import { refusal, makeAccount } from '../identity/people.ts';
import { customer } from './canaries.ts';

let env: PeopleEnvironment;
let email: string;
let userId: string;
let adminId: string;
beforeAll(async () => {
  env = await openPeopleEnvironment();
  email = `${newId()}@example.org`;
  userId = await makeAccount(env, email);
  adminId = await makeAccount(env, `${newId()}@example.org`, 'ADMIN');
});
afterAll(() => env.close());

const admin = () => ({ ...customer(adminId), role: 'ADMIN' as const });
const notifications = async () =>
  (await env.db.selectFrom('notification').select('title').where('user_id', '=', adminId).orderBy('id').execute()).map(
    ({ title }) => title,
  );

test('a request is reported to the admins, again when it is nearly due, answered once, and mailed', async () => {
  const { id, dueAt } = await env.run(
    submitPrivacyRequest,
    { kind: 'RECTIFICATION', details: 'Mon nom est mal écrit.' },
    customer(userId),
  );
  expect(dueAt.toISOString()).toBe('2026-12-20T09:00:00.000Z');
  env.clock.advance(10 * DAY);
  await env.perform(warnNearlyDue, {});
  expect(await notifications()).toEqual(['Une demande sur des données personnelles']);
  env.clock.advance(15 * DAY);
  await env.perform(warnNearlyDue, {});
  await env.perform(warnNearlyDue, {});
  expect(await notifications()).toEqual(['Une demande sur des données personnelles', 'Une demande attend sa réponse']);

  const read = env.contextFor(admin());
  expect((await listPrivacyRequests(read, { status: 'OPEN', first: 10 })).nodes).toMatchObject([
    { id, userId, details: 'Mon nom est mal écrit.' },
  ]);
  const answer = { id, outcome: 'DONE', answer: 'Votre nom est corrigé.' } as const;
  expect(await refusal(env.run(answerPrivacyRequest, answer, customer(userId)))).toEqual({ code: 'FORBIDDEN' });
  expect(await env.run(answerPrivacyRequest, answer, admin())).toMatchObject({
    status: 'DONE',
    answer: 'Votre nom est corrigé.',
  });
  expect(await refusal(env.run(answerPrivacyRequest, answer, admin()))).toEqual({ code: 'ACTION_NOT_ALLOWED' });
  expect(await refusal(env.run(answerPrivacyRequest, { ...answer, id: newId() }, admin()))).toEqual({
    code: 'NOT_FOUND',
  });
  await env.app.worker.runDue();
  const mails = (await env.app.services.mailbox?.list()) ?? [];
  expect(mails.find(({ subject }) => subject.startsWith('Réponse'))).toMatchObject({
    to: { email },
    text: expect.stringContaining('> Votre nom est corrigé.'),
  });
  const mine = env.contextFor(customer(userId));
  expect(await listMyPrivacyRequests(mine)).toMatchObject([{ id, status: 'DONE' }]);
  expect(await listMyPrivacyRequests({ ...mine, actor: customer(adminId) })).toEqual([]);
});

test('a complex request is extended once, within its month; its person learns why, and the clock follows', async () => {
  const { id, askedAt } = await env.run(
    submitPrivacyRequest,
    { kind: 'OBJECTION', details: 'Je m’oppose à tout cela.' },
    customer(userId),
  );
  const reason = 'Vos données se trouvent dans de nombreux dossiers.';
  expect(await refusal(env.run(extendPrivacyRequest, { id, reason }, customer(userId)))).toEqual({
    code: 'FORBIDDEN',
  });
  expect(await refusal(env.run(extendPrivacyRequest, { id: newId(), reason }, admin()))).toEqual({
    code: 'NOT_FOUND',
  });
  env.clock.advance(25 * DAY);
  await env.perform(warnNearlyDue, {});
  const warned = (await notifications()).length;
  const dueAt = extendedFrom(askedAt, 'Europe/Paris');
  expect(await env.run(extendPrivacyRequest, { id, reason }, admin())).toMatchObject({
    status: 'OPEN',
    dueAt,
    extendedAt: env.clock.now(),
    extensionReason: reason,
  });
  expect(await refusal(env.run(extendPrivacyRequest, { id, reason }, admin()))).toEqual({
    code: 'ACTION_NOT_ALLOWED',
  });
  await env.app.worker.runDue();
  const mails = (await env.app.services.mailbox?.list()) ?? [];
  expect(mails.find(({ subject }) => subject.startsWith('Votre demande sur vos données prendra'))).toMatchObject({
    to: { email },
    text: expect.stringContaining(`> ${reason}`),
  });
  await env.perform(warnNearlyDue, {});
  expect(await notifications()).toHaveLength(warned);
  env.clock.set(new Date(dueAt.getTime() - 6 * DAY));
  await env.perform(warnNearlyDue, {});
  expect((await notifications()).length).toBe(warned + 1);
  expect(await env.auditLog()).toContainEqual(
    expect.objectContaining({
      action: 'PRIVACY_REQUEST_EXTENDED',
      payload: { requestId: id, dueAt: dueAt.toISOString() },
    }),
  );
  const late = await env.run(
    submitPrivacyRequest,
    { kind: 'OBJECTION', details: 'Je m’oppose encore à cela.' },
    customer(userId),
  );
  env.clock.set(late.dueAt);
  expect(await refusal(env.run(extendPrivacyRequest, { id: late.id, reason }, admin()))).toEqual({
    code: 'ACTION_NOT_ALLOWED',
  });
});

test('a month ends on the last day of a shorter one, at the same hour of the business’s time zone', () => {
  expect(dueAfter(new Date('2027-01-31T09:00:00Z'), 'Europe/Paris').toISOString()).toBe('2027-02-28T09:00:00.000Z');
  expect(dueAfter(new Date('2027-03-20T09:00:00Z'), 'Europe/Paris').toISOString()).toBe('2027-04-20T08:00:00.000Z');
});
