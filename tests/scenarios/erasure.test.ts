import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, signIn } from '../support/ask.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { until } from '../support/until.ts';

let env: TestEnvironment;
beforeAll(async () => {
  env = await openTestEnvironment();
});
afterAll(() => env.close());

const consent = (token: string, verb: 'grantConsent' | 'withdrawConsent', input: object) =>
  ask(
    env,
    `mutation ($input: ${verb === 'grantConsent' ? 'GrantConsentInput' : 'WithdrawConsentInput'}!) { ${verb}(input: $input) { purpose isGranted source } }`,
    { variables: { input }, token },
  );

interface Copy {
  readonly status: string;
  readonly progress: number;
  readonly downloadUrl: string | null;
}

const pageOf = async (answer: Response) => ({
  status: answer.status,
  type: answer.headers.get('content-type'),
  cache: answer.headers.get('cache-control'),
  policy: answer.headers.get('content-security-policy'),
  html: await answer.text(),
});

test('somebody changes a consent, takes a copy of their data by the mailed link, and leaves', async () => {
  const token = await signIn(env, 'CUSTOMER');
  expect((await consent(token, 'grantConsent', { purpose: 'MARKETING', policyVersion: '2026-11-20' })).data).toEqual({
    grantConsent: { purpose: 'MARKETING', isGranted: true, source: 'ACCOUNT' },
  });
  expect((await consent(token, 'withdrawConsent', { purpose: 'MARKETING' })).data).toEqual({
    withdrawConsent: { purpose: 'MARKETING', isGranted: false, source: 'ACCOUNT' },
  });
  expect((await consent(token, 'withdrawConsent', { purpose: 'MARKETING' })).code).toBe('NOT_FOUND');
  expect((await consent(token, 'withdrawConsent', { purpose: 'PRIVACY' })).code).toBe('CONSENT_REQUIRED');
  const history = (await ask(env, '{ myConsents { purpose isGranted } }', { token })).data as unknown as {
    myConsents: { purpose: string; isGranted: boolean }[];
  };
  expect(history.myConsents.slice(0, 2)).toEqual([
    { purpose: 'MARKETING', isGranted: false },
    { purpose: 'MARKETING', isGranted: true },
  ]);

  await ask(env, 'mutation { requestDataExport(input: { format: ZIP }) { id } }', { token });
  const copies = async () =>
    (
      (await ask(env, '{ myDataExports { status progress downloadUrl } }', { token })).data as unknown as {
        myDataExports: Copy[];
      }
    ).myDataExports;
  await until('the copy is ready', async () => (await copies())[0]?.status === 'READY');
  const url = (await copies())[0]?.downloadUrl ?? '';
  // A program that reads mails opens the link, in every way it knows, again and again: the link stays good.
  expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
  const shown = await pageOf(await fetch(url));
  expect(shown).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', cache: 'private, no-store' });
  expect(shown.policy).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
  );
  expect(shown.html).toContain('Télécharger mes données');
  expect(shown.html).not.toContain('<script');
  expect((await copies())[0]?.status).toBe('READY');
  const wrong = await pageOf(await fetch(`${url}x`, { method: 'POST' }));
  expect(wrong).toMatchObject({ status: 401, type: 'text/html; charset=utf-8' });
  expect((await copies())[0]?.status).toBe('READY');

  // The person presses the button: the form's own address, as a browser sends it.
  const [, action = ''] = /<form method="post" action="([^"]+)">/.exec(shown.html) ?? [];
  const press = () =>
    fetch(new URL(action.replaceAll('&amp;', '&'), url), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'fr' },
      body: '',
    });
  const response = await press();
  expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
    200,
    'application/zip',
    'private, no-store',
  ]);
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 4)
      .toString('latin1'),
  ).toBe('PK\u0003\u0004');
  // Used, and never good: the same page. Looked at once more, the link reveals nothing either.
  expect(await pageOf(await press())).toEqual(wrong);
  expect(await pageOf(await fetch(url))).toEqual(shown);
  expect(env.logs.text()).not.toContain(new URL(url).searchParams.get('token'));
  await until('the copy is destroyed', async () => (await copies())[0]?.status === 'FETCHED');

  const { email, password } = env.people.get('CUSTOMER') as { email: string; password: string };
  const erase = (input: object) =>
    ask(
      env,
      'mutation ($input: EraseMyAccountInput!) { eraseMyAccount(input: $input) { id lines { record fate keptUntil } } }',
      { variables: { input }, token },
    );
  expect((await erase({ password: 'Un-Autre-Mot-1', reason: 'OTHER' })).code).toBe('PASSWORD_INCORRECT');
  const { data } = await erase({ password, reason: 'NO_LONGER_NEEDED' });
  expect((data as unknown as { eraseMyAccount: { lines: object[] } }).eraseMyAccount.lines).toContainEqual({
    record: 'ACCOUNT',
    fate: 'PSEUDONYMISED',
    keptUntil: null,
  });
  expect((await ask(env, '{ me { id } }', { token })).code).toBe('UNAUTHENTICATED');
  await until('the receipt arrives', async () =>
    ((await env.app.services.mailbox?.list()) ?? []).some(
      ({ to, subject }) => to.email === email && subject.includes('effacé'),
    ),
  );
});
