import { test, expect, describe, beforeAll, afterAll } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  parse,
  print,
  separateOperations,
  validate,
  type DefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { chromium, type Browser, type Page } from 'playwright-core';
import { DocumentValidator } from '../../../src/resolvers/graphql/limits/document-validator.ts';
import { resolvers } from '../../../src/resolvers/index.ts';
import { createSchema } from '../../../src/schema/schema.ts';
import { playgroundTabs } from '../../support/playground-tabs.ts';
import { startSampleServer, type SampleServer } from './sample-server.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

const operationsOf = (text: string): OperationDefinitionNode[] =>
  parse(text).definitions.filter((each: DefinitionNode) => each.kind === 'OperationDefinition');
const namesOf = (text: string): string[] => operationsOf(text).map(({ name }) => name?.value ?? '');

test('each operation of the client is in exactly one tab, and each tab is a document of the client', () => {
  const documents = globSync('sdk/operations/*.graphql').map((file) => readFileSync(file, 'utf8'));
  expect(playgroundTabs.flatMap(({ query }) => namesOf(query)).toSorted()).toEqual(
    documents.flatMap(namesOf).toSorted(),
  );
  expect(playgroundTabs.map(({ query }) => namesOf(query).join(' ')).toSorted()).toEqual(
    documents.map((text) => namesOf(text).join(' ')).toSorted(),
  );
});

const schema = buildSchema(readFileSync('src/schema/schema.graphql', 'utf8'));

test.each(playgroundTabs)('the document of the tab $name is valid, and says what it is for', ({ query }) => {
  expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  expect(query).toMatch(/^# [A-Z].*[.]\n/);
});

test.each(playgroundTabs)('the variables of the tab $name: each required one is there, and means one thing', (tab) => {
  const declared = operationsOf(tab.query).flatMap(({ variableDefinitions }) => variableDefinitions ?? []);
  const required = declared.filter(({ type, defaultValue }) => type.kind === 'NonNullType' && !defaultValue);
  const example = JSON.parse(tab.variables ?? '{}') as Record<string, unknown>;
  const known = declared.map(({ variable }) => variable.name.value);
  expect(Object.keys(example).filter((name) => !known.includes(name))).toEqual([]);
  for (const name of new Set([...Object.keys(example), ...required.map(({ variable }) => variable.name.value)])) {
    const types = declared.filter(({ variable }) => variable.name.value === name).map(({ type }) => print(type));
    expect({ name, isGiven: name in example, types: [...new Set(types)] }).toEqual({
      name,
      isGiven: true,
      types: types.slice(0, 1),
    });
  }
});

test('every operation of a tab fits the limits of a document, with the fragments it takes', async () => {
  const validator = new DocumentValidator(await createSchema(resolvers));
  const forAdmins = playgroundTabs.filter(({ query }) => query.startsWith('# For admins'));
  for (const tab of playgroundTabs) {
    for (const [operationName, document] of Object.entries(separateOperations(parse(tab.query)))) {
      const query = print(document);
      const admitted = validator.admit({
        query,
        operationName,
        audience: forAdmins.includes(tab) ? 'admin' : 'user',
        mayIntrospect: false,
        transport: operationsOf(query)[0]?.operation === 'subscription' ? 'socket' : 'http',
      });
      expect({
        operationName,
        errors: Array.isArray(admitted) ? admitted.map(({ message }) => message) : [],
      }).toEqual({ operationName, errors: [] });
    }
  }
});

test('the page loads nothing from elsewhere, and its scripts need the nonce of its policy', async () => {
  const toy = await startSampleServer();
  const answer = await fetch(`${toy.url}/playground`);
  const html = await answer.text();
  const policy = answer.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe-inline/);
  expect(html.match(/<script[^>]*>/g)).toEqual([`<script nonce="${nonce}" src="/playground/page.js">`]);
  expect(html).not.toMatch(/(?:src|href)="(?!data:|\/playground\/)/);
  const script = await fetch(`${toy.url}/playground/page.js`);
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  await script.text();
  const again = await (await fetch(`${toy.url}/playground`)).text();
  expect(again).not.toContain(nonce);
  await toy.stop();
});

test('in production the editor and its operations are sent to admins only; the page and its script hold none', async () => {
  const toy = await startSampleServer({ isProduction: true });
  const ask = async (path: string, token?: string) =>
    fetch(`${toy.url}/playground/${path}`, { headers: token ? { authorization: `Bearer ${token}` } : {} });
  for (const path of ['graphiql.js', 'tabs.json']) {
    const statuses = await Promise.all([ask(path), ask(path, 'ada'), ask(path, 'bad'), ask(path, 'root')]);
    expect([path, ...statuses.map(({ status }) => status)]).toEqual([path, 404, 404, 401, 200]);
  }
  const tabs = (await (await ask('tabs.json', 'root')).json()) as { name: string }[];
  expect(tabs.map(({ name }) => name)).toEqual(playgroundTabs.map(({ name }) => name));
  const open = `${await (await fetch(`${toy.url}/playground`)).text()}${await (await ask('page.js')).text()}`;
  expect(open).toContain('data-closed="true"');
  const asked = playgroundTabs
    .flatMap(({ query }) => operationsOf(query).flatMap(({ selectionSet }) => selectionSet.selections))
    .flatMap((each) => (each.kind === 'Field' && each.name.value.length >= 8 ? [each.name.value] : []));
  // What the page asks by itself: it renews the session, asks for a second factor and for proofs, and prepares forms.
  const ofThePage = [
    // Of every page: `document.body`.
    ...['document', 'documents'],
    ...['refreshSession', 'verifyTwoFactor', 'sendTwoFactorCode', 'twoFactorPasskeyOptions'],
    ...['myReauthenticationMethods', 'sendReauthenticationCode', 'reauthenticationPasskeyOptions'],
    // The work of a public form.
    'formTicket',
  ];
  expect(asked.filter((field) => !ofThePage.includes(field) && open.includes(field))).toEqual([]);
  expect(asked).toEqual(expect.arrayContaining(['auditEntries', 'suspendUser', 'retentionPolicies']));
  await toy.stop();
});

if (executablePath) describe('in a browser', inBrowser);
else process.stdout.write('No Chromium here: the playground is not tried in a browser.\n');

function inBrowser(): void {
  let browser: Browser;
  let toy: SampleServer;
  let page: Page;
  const outside: string[] = [];
  const complaints: string[] = [];

  const open = async (isProduction: boolean): Promise<void> => {
    toy = await startSampleServer({ isProduction });
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    // The network is cut, except for the server itself.
    await context.route('**/*', (route) =>
      route.request().url().startsWith(toy.url)
        ? route.continue()
        : (outside.push(route.request().url()), route.abort()),
    );
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.setDefaultTimeout(50_000);
    await page.goto(`${toy.url}/playground`);
  };
  const signIn = async (email: string): Promise<void> => {
    await page.fill('input[name=email]', email);
    await page.fill('input[name=password]', 'right');
    await page.click('#sign-in button');
  };
  const answered = (text: string) => page.waitForSelector(`.graphiql-response:has-text("${text}")`);
  /** Writes an operation and runs it, once the editor has noticed its name: it does so a moment after the last key. */
  const ask = async (name: string, text: string): Promise<void> => {
    await page.click('.graphiql-query-editor .view-lines');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(text);
    await page.waitForSelector(`.graphiql-tab:has-text("${name}")`);
    await page.click('.graphiql-execute-button');
  };

  beforeAll(async () => {
    browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  test('opens with a tab per task, signs in, asks with the token, and listens', async () => {
    await open(false);
    await page.waitForSelector('.graphiql-container .view-lines');
    expect(await page.locator('.graphiql-tab').count()).toBe(playgroundTabs.length);
    await signIn('ada@example.org');
    await page.waitForSelector('#sign-out:not([hidden])');
    await ask('WhoAmI', 'query WhoAmI { me { id } }');
    await answered('ada');
    await ask('Hear', 'subscription Hear { notificationAdded { seq status } }');
    while (toy.live.listening === 0) await page.waitForTimeout(20);
    toy.live.publish('notificationAdded', 'ada', { status: 'HELLO' });
    await answered('HELLO');
    if (process.env['PLAYGROUND_PICTURE']) await page.screenshot({ path: process.env['PLAYGROUND_PICTURE'] });
    await page.reload();
    expect(await page.textContent('#note')).toBe('ada · CUSTOMER');
    expect([outside, complaints]).toEqual([[], []]);
    await page.context().close();
    await toy.stop();
  });

  test('sends the chosen operation of a tab, the fragments it takes, and its own variables', async () => {
    await open(false);
    await page.waitForSelector('.graphiql-container .view-lines');
    await page
      .locator('.graphiql-tab-button')
      .nth(playgroundTabs.findIndex(({ name }) => name === 'account'))
      .click();
    const sent = page.waitForRequest((request) => request.postData()?.includes('"Login"') === true);
    await page.click('.graphiql-execute-button');
    await page.getByRole('menuitem', { name: 'Login', exact: true }).click();
    const { query, variables } = (await sent).postDataJSON() as { query: string; variables: object };
    expect(parse(query).definitions.map((each) => ('name' in each ? each.name?.value : ''))).toEqual([
      'Login',
      'Account',
      'SignedIn',
      'Challenged',
    ]);
    expect(variables).toEqual({ login: { email: '', password: '' } });
    await page.context().close();
    await toy.stop();
  });

  test('in production shows nothing until an admin signs in', async () => {
    await open(true);
    expect(await page.isVisible('#closed')).toBe(true);
    expect(await page.locator('.graphiql-container').count()).toBe(0);
    await signIn('ada@example.org');
    await page.waitForSelector('#note:has-text("admin")');
    expect(await page.locator('.graphiql-container').count()).toBe(0);
    await signIn('root@example.org');
    await page.waitForSelector('.graphiql-container .view-lines');
    expect(await page.textContent('#note')).toBe('root · ADMIN');
    expect(outside).toEqual([]);
    await page.context().close();
    await toy.stop();
  });
}
