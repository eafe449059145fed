import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, signIn } from '../support/ask.ts';
import { openHouse, type House } from '../support/house.ts';
import { until } from '../support/until.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 60_000);
afterAll(() => house.close());

const consent = (token: string, verb: 'grantConsent' | 'withdrawConsent', input: object) => ask(house,
  `mutation ($input: ${verb === 'grantConsent' ? 'GrantConsentInput' : 'WithdrawConsentInput'}!) { ${verb}(input: $input) { purpose isGranted source } }`, { variables: { input }, token });

interface Copy {
  readonly status: string;
  readonly progress: number;
  readonly downloadUrl: string | null;
}

test('somebody changes a consent, takes a copy of their data by the mailed link, and leaves', async () => {
  const token = await signIn(house, 'CUSTOMER');
  expect((await consent(token, 'grantConsent', { purpose: 'MARKETING', policyVersion: '2026-11-20' })).data).toEqual({ grantConsent: { purpose: 'MARKETING', isGranted: true, source: 'ACCOUNT' } });
  expect((await consent(token, 'withdrawConsent', { purpose: 'MARKETING' })).data).toEqual({ withdrawConsent: { purpose: 'MARKETING', isGranted: false, source: 'ACCOUNT' } });
  expect((await consent(token, 'withdrawConsent', { purpose: 'MARKETING' })).code).toBe('NOT_FOUND');
  expect((await consent(token, 'withdrawConsent', { purpose: 'PRIVACY' })).code).toBe('CONSENT_REQUIRED');
  const history = (await ask(house, '{ myConsents { purpose isGranted } }', { token })).data as unknown as { myConsents: { purpose: string; isGranted: boolean }[] };
  expect(history.myConsents.slice(0, 2)).toEqual([{ purpose: 'MARKETING', isGranted: false }, { purpose: 'MARKETING', isGranted: true }]);

  await ask(house, 'mutation { requestDataExport(input: { format: ZIP }) { id } }', { token });
  const copies = async () => ((await ask(house, '{ myDataExports { status progress downloadUrl } }', { token })).data as unknown as { myDataExports: Copy[] }).myDataExports;
  await until('the copy is ready', async () => (await copies())[0]?.status === 'READY');
  const url = (await copies())[0]?.downloadUrl ?? '';
  const response = await fetch(url);
  expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([200, 'application/zip', 'private, no-store']);
  expect(Buffer.from(await response.arrayBuffer()).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  expect((await fetch(url)).status).toBe(401);
  expect(house.logs.text()).not.toContain(new URL(url).searchParams.get('token'));
  await until('the copy is destroyed', async () => (await copies())[0]?.status === 'FETCHED');

  const { email, password } = house.people.get('CUSTOMER') as { email: string; password: string };
  const erase = (input: object) => ask(house, 'mutation ($input: EraseMyAccountInput!) { eraseMyAccount(input: $input) { id lines { record fate keptUntil } } }', { variables: { input }, token });
  expect((await erase({ password: 'Un-Autre-Mot-1', reason: 'OTHER' })).code).toBe('PASSWORD_INCORRECT');
  const { data } = await erase({ password, reason: 'NO_LONGER_NEEDED' });
  expect((data as unknown as { eraseMyAccount: { lines: object[] } }).eraseMyAccount.lines).toContainEqual({ record: 'ACCOUNT', fate: 'PSEUDONYMISED', keptUntil: null });
  expect((await ask(house, '{ me { id } }', { token })).code).toBe('UNAUTHENTICATED');
  await until('the receipt arrives', async () => ((await house.app.ports.mailbox?.list()) ?? []).some(({ to, subject }) => to.email === email && subject.includes('effacé')));
}, 60_000);
