import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, signIn, type Answered } from '../support/ask.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { until } from '../support/until.ts';
import { makeLoginThrottle } from '../support/make/login-throttle.ts';

/** An admin answers to the law over real HTTP: evidence that stays, periods that end, a request that takes longer, with real mails. */
let env: TestEnvironment;
let admin: string;
let customer: string;
beforeAll(async () => {
  env = await openTestEnvironment();
  [admin, customer] = [await signIn(env, 'ADMIN'), await signIn(env, 'CUSTOMER')];
});
afterAll(() => env.close());

const password = (): string => env.people.get('CUSTOMER')?.password ?? '';
const change = async (
  token: string,
  field: string,
  { input, answer }: { input: object; answer: string },
): Promise<Answered & { made: Record<string, unknown> }> => {
  const type = field.charAt(0).toUpperCase() + field.slice(1);
  const answered = await ask(env, `mutation ($input: ${type}Input!) { ${field}(input: $input) { ${answer} } }`, {
    token,
    variables: { input },
  });
  return { ...answered, made: ((answered.data ?? {}) as Record<string, Record<string, unknown>>)[field] ?? {} };
};
const mail = (subject: string): Promise<string> => {
  const find = async () => (await env.app.services.mailbox?.list())?.find((one) => one.subject === subject)?.text;
  return until(`a mail ${subject} has come`, async () => (await find()) !== undefined).then(
    async () => (await find()) ?? '',
  );
};

test('a request takes longer, and its person is informed why', async () => {
  const { made: asked } = await change(customer, 'submitPrivacyRequest', {
    input: { kind: 'OBJECTION', details: 'Je m’oppose à tout cela.' },
    answer: 'id dueAt',
  });
  const reason = 'Vos données se trouvent dans de nombreux dossiers.';
  const { made } = await change(admin, 'extendPrivacyRequest', {
    input: { id: asked['id'], reason },
    answer: 'dueAt extensionReason',
  });
  expect(made).toMatchObject({ extensionReason: reason });
  const months = (Date.parse(String(made['dueAt'])) - Date.parse(String(asked['dueAt']))) / 86_400_000;
  expect(Math.round(months)).toBeGreaterThanOrEqual(59);
  expect(await mail('Votre demande sur vos données prendra plus de temps')).toContain(`> ${reason}`);
  expect(
    (await change(customer, 'extendPrivacyRequest', { input: { id: asked['id'], reason }, answer: 'id' })).code,
  ).toBe('FORBIDDEN');
});

test('a period is over: what the preview lists is deleted, and the server says how much', async () => {
  const em = env.app.orm.em.fork();
  makeLoginThrottle(em, new Date('2020-01-01'));
  await em.flush();
  const preview = await ask(env, '{ retentionPreview { recordClass count oldest } }', { token: admin });
  expect((preview.data as { retentionPreview: object[] }).retentionPreview).toContainEqual({
    recordClass: 'LOGIN_THROTTLES',
    count: 1,
    oldest: '2020-01-01T00:00:00.000Z',
  });
  const begun = await ask(env, 'mutation { runRetention { id finishedAt } }', { token: admin });
  expect(begun.errors).toEqual([]);
  const runs = async () =>
    (
      (
        await ask(env, '{ retentionRuns(first: 1) { nodes { finishedAt counts { recordClass count } } } }', {
          token: admin,
        })
      ).data as { retentionRuns: { nodes: { finishedAt: string | null; counts: object[] }[] } }
    ).retentionRuns.nodes[0];
  await until('the run is over', async () => ((await runs())?.finishedAt ?? null) !== null);
  expect((await runs())?.counts).toContainEqual({ recordClass: 'LOGIN_THROTTLES', count: 1 });
  const refused = await change(admin, 'updateRetentionPolicy', {
    input: { recordClass: 'INVOICES', days: 365 },
    answer: 'days',
  });
  expect(refused.code).toBe('INPUT_INVALID');
  expect(
    (
      await change(admin, 'updateRetentionPolicy', {
        input: { recordClass: 'SESSIONS', days: 60 },
        answer: 'days usualDays',
      })
    ).made,
  ).toEqual({ days: 60, usualDays: 30 });
});

test('a legal hold stands in the way of an erasure, without its reason; released, the erasure is done', async () => {
  const me = (await ask(env, '{ me { id } }', { token: customer })).data as { me: { id: string } };
  const reason = 'Plainte déposée par un tiers';
  const { made: hold } = await change(admin, 'placeLegalHold', {
    input: { targetType: 'USER', targetId: me.me.id, reason, caseReference: 'RG 26/01234' },
    answer: 'id personId',
  });
  expect(hold).toMatchObject({ personId: me.me.id });
  const erase = () =>
    change(customer, 'eraseMyAccount', {
      input: { password: password(), reason: 'PRIVACY' },
      answer: 'id lines { record fate }',
    });
  const blocked = await erase();
  expect(blocked.errors[0]?.extensions).toMatchObject({
    code: 'ERASURE_BLOCKED',
    details: { obstacles: [{ code: 'LEGAL_HOLD', ids: [me.me.id] }] },
  });
  expect(blocked.text).not.toMatch(/Plainte|RG 26/);
  expect(
    (await change(admin, 'deleteUser', { input: { userId: me.me.id, reason: 'UNUSED' }, answer: 'id' })).code,
  ).toBe('ERASURE_BLOCKED');
  expect(
    (
      await change(admin, 'releaseLegalHold', {
        input: { id: hold['id'], reason: 'La plainte est retirée' },
        answer: 'releasedAt',
      })
    ).errors,
  ).toEqual([]);
  const { made: receipt } = await erase();
  expect(receipt['lines']).toContainEqual({ record: 'ACCOUNT', fate: 'PSEUDONYMISED' });
  expect(await mail('Votre compte a été effacé')).toContain(String(receipt['id']));
});
