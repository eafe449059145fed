import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../../src/services/kernel/ids.ts';
import {
  answerPrivacyRequest,
  extendPrivacyRequest,
  listMyPrivacyRequests,
  listPrivacyRequests,
  submitPrivacyRequest,
} from '../../../src/services/privacy/index.ts';
import { dueAfter, extendedFrom } from '../../../src/services/privacy/request-clock.ts';
import { warnNearlyDue } from '../../../src/services/privacy/warn-nearly-due.ts';
import { DAY } from '../../support/clock.ts';
import { openHouse, type House } from '../identity/house.ts';
import { refusal, settle } from '../identity/people.ts';
import { customer } from './canaries.ts';

let house: House;
let email: string;
let userId: string;
let adminId: string;
beforeAll(async () => {
  house = await openHouse();
  email = `${newId()}@example.org`;
  userId = await settle(house, email);
  adminId = await settle(house, `${newId()}@example.org`, 'ADMIN');
});
afterAll(() => house.close());

const admin = () => ({ ...customer(adminId), role: 'ADMIN' as const });
const bells = async () =>
  (
    await house.db.selectFrom('notification').select('title').where('user_id', '=', adminId).orderBy('id').execute()
  ).map(({ title }) => title);

test('a request is told to the admins, again when it is nearly due, answered once, and mailed', async () => {
  const { id, dueAt } = await house.run(
    submitPrivacyRequest,
    { kind: 'RECTIFICATION', details: 'Mon nom est mal écrit.' },
    customer(userId),
  );
  expect(dueAt.toISOString()).toBe('2026-12-20T09:00:00.000Z');
  house.clock.advance(10 * DAY);
  await house.perform(warnNearlyDue, undefined);
  expect(await bells()).toEqual(['Une demande sur des données personnelles']);
  house.clock.advance(15 * DAY);
  await house.perform(warnNearlyDue, undefined);
  await house.perform(warnNearlyDue, undefined);
  expect(await bells()).toEqual(['Une demande sur des données personnelles', 'Une demande attend sa réponse']);

  const read = house.app.surroundings({ actor: admin(), requestId: 'test' });
  expect((await listPrivacyRequests(read, { status: 'OPEN', first: 10 })).nodes).toMatchObject([
    { id, userId, details: 'Mon nom est mal écrit.' },
  ]);
  const answer = { id, outcome: 'DONE', answer: 'Votre nom est corrigé.' } as const;
  expect(await refusal(house.run(answerPrivacyRequest, answer, customer(userId)))).toEqual({ code: 'FORBIDDEN' });
  expect(await house.run(answerPrivacyRequest, answer, admin())).toMatchObject({
    status: 'DONE',
    answer: 'Votre nom est corrigé.',
  });
  expect(await refusal(house.run(answerPrivacyRequest, answer, admin()))).toEqual({ code: 'ACTION_NOT_ALLOWED' });
  expect(await refusal(house.run(answerPrivacyRequest, { ...answer, id: newId() }, admin()))).toEqual({
    code: 'NOT_FOUND',
  });
  await house.app.worker.runDue();
  const mails = (await house.app.ports.mailbox?.list()) ?? [];
  expect(mails.find(({ subject }) => subject.startsWith('Réponse'))).toMatchObject({
    to: { email },
    text: expect.stringContaining('> Votre nom est corrigé.'),
  });
  const mine = house.app.surroundings({ actor: customer(userId), requestId: 'test' });
  expect(await listMyPrivacyRequests(mine)).toMatchObject([{ id, status: 'DONE' }]);
  expect(await listMyPrivacyRequests({ ...mine, actor: customer(adminId) })).toEqual([]);
});

test('a complex request is extended once, within its month; its person is told why, and the clock follows', async () => {
  const { id, askedAt } = await house.run(
    submitPrivacyRequest,
    { kind: 'OBJECTION', details: 'Je m’oppose à tout cela.' },
    customer(userId),
  );
  const reason = 'Vos données se trouvent dans de nombreux dossiers.';
  expect(await refusal(house.run(extendPrivacyRequest, { id, reason }, customer(userId)))).toEqual({
    code: 'FORBIDDEN',
  });
  expect(await refusal(house.run(extendPrivacyRequest, { id: newId(), reason }, admin()))).toEqual({
    code: 'NOT_FOUND',
  });
  house.clock.advance(25 * DAY);
  await house.perform(warnNearlyDue, undefined);
  const warned = (await bells()).length;
  const dueAt = extendedFrom(askedAt, 'Europe/Paris');
  expect(await house.run(extendPrivacyRequest, { id, reason }, admin())).toMatchObject({
    status: 'OPEN',
    dueAt,
    extendedAt: house.clock.now(),
    extensionReason: reason,
  });
  expect(await refusal(house.run(extendPrivacyRequest, { id, reason }, admin()))).toEqual({
    code: 'ACTION_NOT_ALLOWED',
  });
  await house.app.worker.runDue();
  const mails = (await house.app.ports.mailbox?.list()) ?? [];
  expect(mails.find(({ subject }) => subject.startsWith('Votre demande sur vos données prendra'))).toMatchObject({
    to: { email },
    text: expect.stringContaining(`> ${reason}`),
  });
  await house.perform(warnNearlyDue, undefined);
  expect(await bells()).toHaveLength(warned);
  house.clock.set(new Date(dueAt.getTime() - 6 * DAY));
  await house.perform(warnNearlyDue, undefined);
  expect((await bells()).length).toBe(warned + 1);
  expect(await house.journal()).toContainEqual(
    expect.objectContaining({
      action: 'PRIVACY_REQUEST_EXTENDED',
      payload: { requestId: id, dueAt: dueAt.toISOString() },
    }),
  );
  const late = await house.run(
    submitPrivacyRequest,
    { kind: 'OBJECTION', details: 'Je m’oppose encore à cela.' },
    customer(userId),
  );
  house.clock.set(late.dueAt);
  expect(await refusal(house.run(extendPrivacyRequest, { id: late.id, reason }, admin()))).toEqual({
    code: 'ACTION_NOT_ALLOWED',
  });
});

test('a month ends on the last day of a shorter one, at the same hour of the house', () => {
  expect(dueAfter(new Date('2027-01-31T09:00:00Z'), 'Europe/Paris').toISOString()).toBe('2027-02-28T09:00:00.000Z');
  expect(dueAfter(new Date('2027-03-20T09:00:00Z'), 'Europe/Paris').toISOString()).toBe('2027-04-20T08:00:00.000Z');
});
