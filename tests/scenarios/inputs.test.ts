import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RestoreRun } from '../../src/entities/backups/restore-run.entity.ts';
import { User } from '../../src/entities/identity/user.entity.ts';
import { newId } from '../../src/services/kernel/ids.ts';
import { ask, signIn } from '../support/ask.ts';
import { engine } from '../support/database.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { makeCabinet } from '../support/make/cabinet.ts';
import { makeArtisan } from '../support/make/scheduling.ts';

/** What forms, browsers and strangers really send, over HTTP. */
let env: TestEnvironment;
let admin: string;
let customer: string;
beforeAll(async () => {
  env = await openTestEnvironment();
  [admin, customer] = [await signIn(env, 'ADMIN'), await signIn(env, 'CUSTOMER')];
});
afterAll(() => env.close());

const consents = [
  { purpose: 'TERMS', policyVersion: '2026-11-20' },
  { purpose: 'PRIVACY', policyVersion: '2026-11-20' },
];
const person = {
  email: 'claire@example.org',
  password: 'Un-Cheval-Bleu-42',
  firstName: 'Claire',
  lastName: 'Petit',
  consents,
};
const register = 'mutation ($x: RegisterInput!) { register(input: $x) { email } }';
const fieldsOf = async (query: string, variables: object = {}, token?: string): Promise<unknown> => {
  const { errors, code } = await ask(env, query, { variables, token });
  return code === 'INPUT_INVALID' ? errors[0]?.extensions.details?.['fields'] : (code ?? 'accepted');
};

describe(`what is sent (${engine})`, () => {
  test('names of one character, blanks around and line breaks of Windows are taken (C5, C6)', async () => {
    const { data } = await ask(env, register, {
      variables: {
        x: {
          ...person,
          email: ' Claire@Example.org ',
          firstName: '伟 ',
          lastName: ' 李',
          address: ' 12, rue X\r\n33000 Bordeaux\r\n',
        },
      },
    });
    expect(data).toEqual({ register: { email: 'claire@example.org' } });
    const { email, password } = env.people.get('CUSTOMER') as { email: string; password: string };
    expect(
      (
        await ask(
          env,
          `mutation { login(input: { email: "  ${email}\\t", password: ${JSON.stringify(password)} }) { __typename } }`,
        )
      ).data,
    ).toEqual({ login: { __typename: 'Session' } });
    const change =
      'mutation ($x: UpdateMyProfileInput!) { updateMyProfile(input: $x) { firstName address phone bio } }';
    expect(
      (
        await ask(env, change, {
          variables: {
            x: {
              firstName: ' Camille ',
              address: '12, rue X\r\n33000 Bordeaux',
              phone: ' +33 6 12.34-56 78 ',
              bio: 'a\rb',
            },
          },
          token: customer,
        })
      ).data,
    ).toEqual({
      updateMyProfile: {
        firstName: 'Camille',
        address: '12, rue X\n33000 Bordeaux',
        phone: '+33612345678',
        bio: 'a\nb',
      },
    });
  });

  test('an address longer than its column is refused on its field (C7)', async () => {
    const long = `${'x'.repeat(63)}@${[63, 63, 60].map((length) => 'y'.repeat(length)).join('.')}.fr`;
    expect(long.length).toBe(255);
    const asking = 'mutation ($x: RequestCustomerDataInput!) { requestCustomerData(input: $x) { email } }';
    expect(await fieldsOf(asking, { x: { email: `x${long}` } })).toEqual([
      { path: 'input.email', rules: ['maxLength'], bounds: { maxLength: 255 } },
    ]);
    expect(await fieldsOf(asking, { x: { email: ` ${long} ` } })).toBe('accepted');
  });

  test('no text that is not well formed and no control character comes in, wherever it stands (C8, C9)', async () => {
    const exporting = 'mutation ($x: ExportAuditInput!) { exportAudit(input: $x) { id } }';
    expect(await fieldsOf(exporting, { x: { format: 'CSV', filter: { action: '\ud800' } } }, admin)).toEqual([
      { path: 'input.filter.action', rules: ['wellFormed'] },
    ]);
    const ordering = 'mutation ($x: CreateOrderInput!) { createOrder(input: $x) { id } }';
    for (const [title, rule] of [
      ['a\u0000b', 'controlCharacters'],
      ['\ud800', 'wellFormed'],
      ['\u001b[31m', 'controlCharacters'],
    ]) {
      expect(await fieldsOf(ordering, { x: { priceItemId: '1', title } }, customer)).toEqual([
        { path: 'input.title', rules: [rule] },
      ]);
    }
    expect(
      await fieldsOf('mutation { createOrder(input: { priceItemId: "1", title: "a\\u0000b" }) { id } }', {}, customer),
    ).toEqual([{ path: 'input.title', rules: ['controlCharacters'] }]);
    expect(await fieldsOf('query ($x: ID!) { order(id: $x) { id } }', { x: '\ud800' }, customer)).toEqual([
      { path: 'id', rules: ['wellFormed'] },
    ]);
    expect(
      await fieldsOf(
        'query ($x: Cursor) { myOrders(first: 1, after: $x) { nodes { id } } }',
        { x: '\u0000' },
        customer,
      ),
    ).toEqual([{ path: 'after', rules: ['controlCharacters'] }]);
    expect(await fieldsOf('query ($s: String = "\\u0007") { page(slug: $s) { id } }')).toEqual([
      { path: 'slug', rules: ['controlCharacters'] },
    ]);
    expect(
      await fieldsOf('mutation ($x: RegisterInput!) { register(input: $x) { email } }', {
        x: { ...person, consents: [{ purpose: 'TERMS', policyVersion: '\udc00' }] },
      }),
    ).toEqual([{ path: 'input.consents.0.policyVersion', rules: ['wellFormed'] }]);
    const passkey = { response: { id: 'x', deep: [{ '\ud800': 1 }, '\u0000'] } };
    expect(
      await fieldsOf('mutation ($x: SignInWithPasskeyInput!) { signInWithPasskey(input: $x) { __typename } }', {
        x: passkey,
      }),
    ).toEqual([
      { path: 'input.response.deep.0', rules: ['wellFormed'] },
      { path: 'input.response.deep.1', rules: ['controlCharacters'] },
    ]);
  });

  test('what looks like an address is no name, on every path to a mail (C10)', async () => {
    const bad = 'https://evil.example';
    expect(await fieldsOf(register, { x: { ...person, firstName: bad } })).toEqual([
      { path: 'input.firstName', rules: ['address'] },
    ]);
    expect(
      await fieldsOf(
        'mutation ($x: UpdateMyProfileInput!) { updateMyProfile(input: $x) { id } }',
        { x: { lastName: 'ｅｖｉｌ．ｅｘａｍｐｌｅ' } },
        customer,
      ),
    ).toEqual([{ path: 'input.lastName', rules: ['address'] }]);
    expect(
      await fieldsOf(
        'mutation ($x: CreateUserInput!) { createUser(input: $x) { id } }',
        { x: { email: 'a@example.org', firstName: 'Ada', lastName: 'x@y.z', role: 'CUSTOMER' } },
        admin,
      ),
    ).toEqual([{ path: 'input.lastName', rules: ['address'] }]);
    expect(
      await fieldsOf(
        'mutation ($x: CreateServiceAccountInput!) { createServiceAccount(input: $x) { id } }',
        { x: { name: 'www.evil' } },
        admin,
      ),
    ).toEqual([{ path: 'input.name', rules: ['address'] }]);
    expect(await fieldsOf(register, { x: { ...person, firstName: 'a\u202eb' } })).toEqual([
      { path: 'input.firstName', rules: ['matches'] },
    ]);
  });

  test('the path of an error is the argument’s, whatever a variable is called (C18)', async () => {
    const login = 'mutation ($i: LoginInput!) { login(input: $i) { __typename } }';
    expect(await fieldsOf(login, { i: { email: 1, password: 'x' } })).toEqual([
      { path: 'input.email', rules: ['type'] },
    ]);
    expect(await fieldsOf(login, { i: { email: 'a@example.org' } })).toEqual([
      { path: 'input.password', rules: ['shape'] },
    ]);
    expect(await fieldsOf(login, { i: 'x' })).toEqual([{ path: 'input', rules: ['type'] }]);
    expect(await fieldsOf(login, {})).toEqual([{ path: 'input', rules: ['type'] }]);
    expect(
      await fieldsOf(
        'mutation ($e: EmailAddress!) { login(input: { email: $e, password: "x", more: 1 }) { __typename } }',
        { e: 'x' },
      ),
    ).toEqual([
      { path: 'input.email', rules: ['type'] },
      { path: 'input.more', rules: ['shape'] },
    ]);
    const page = (first: string) => `{ myOrders(first: ${first}) { nodes { id } } }`;
    expect(await fieldsOf(page('0'), {}, customer)).toEqual([{ path: 'first', rules: ['min'], bounds: { min: 1 } }]);
    expect(await fieldsOf(page('"x"'), {}, customer)).toEqual([{ path: 'first', rules: ['type'] }]);
    expect(await fieldsOf('query ($n: Int! = "x") { myOrders(first: $n) { nodes { id } } }', {}, customer)).toEqual([
      { path: 'first', rules: ['type'] },
    ]);
    expect(
      await fieldsOf(
        'query ($n: Int!) { ...f } fragment f on Query { mine: myOrders(first: $n) { nodes { id } } }',
        { n: '1' },
        customer,
      ),
    ).toEqual([{ path: 'first', rules: ['type'] }]);
    expect(
      await fieldsOf(
        'mutation ($c: [ConsentInput!]!) { register(input: { email: "a@example.org", password: "x", firstName: "A", lastName: "B", consents: $c }) { email } }',
        {
          c: [
            { purpose: 'TERMS', policyVersion: '1' },
            { purpose: 'X', policyVersion: 1 },
          ],
        },
      ),
    ).toEqual([
      { path: 'input.consents.1.purpose', rules: ['type'] },
      { path: 'input.consents.1.policyVersion', rules: ['type'] },
    ]);
  });

  test('days that are none and cursors that are not ours are refused on their field (C19, C20)', async () => {
    const notification =
      'mutation ($x: CreateAdminNotificationInput!) { createAdminNotification(input: $x) { __typename } }';
    for (const expiresAt of [
      '2027-02-30T00:00:00.000Z',
      '2027-01-01T24:00:00Z',
      '2027-12-31T23:59:60Z',
      '10000-01-01T00:00:00Z',
    ]) {
      expect(
        await fieldsOf(notification, { x: { audience: 'EVERYONE', title: 'a', message: 'b', expiresAt } }, admin),
      ).toEqual([{ path: 'input.expiresAt', rules: ['rfc3339'] }]);
    }
    expect(await fieldsOf('{ auditStats(from: "2027-02-30T00:00:00.000Z") { __typename } }', {}, admin)).toEqual([
      { path: 'from', rules: ['rfc3339'] },
    ]);
    const cursor = [{ path: 'after', rules: ['cursor'] }];
    const lists = Object.values((await env.app.schema()).getQueryType()?.getFields() ?? {}).filter(({ args }) =>
      args.some(({ name }) => name === 'after'),
    );
    expect(lists.length).toBeGreaterThan(9);
    const making = 'mutation ($x: CreatePageInput!) { createPage(input: $x) { page { id } } }';
    const made = await ask(env, making, { variables: { x: { slug: 'une-page', title: 'Une page' } }, token: admin });
    const { id: pageId } = (made.data as { createPage: { page: { id: string } } }).createPage.page;
    const ids: Readonly<Record<string, string>> = await env.run(async ({ em }) => {
      const { id: owner } = await em.findOneOrFail(User, { role: 'CUSTOMER' });
      const run = em.create(RestoreRun, { backupId: newId(), kind: 'DOCUMENTS', scope: {}, total: 0 });
      return { artisanId: makeArtisan(em).id, cabinetId: makeCabinet(em, owner).id, runId: run.id };
    }, null);
    for (const { name, args } of lists) {
      const given = (argument: string) => args.some((one) => one.name === argument);
      const about = args.filter((one) => String(one.type) === 'ID!' || ids[one.name] !== undefined);
      const named = about.map((one) => `${one.name}: "${ids[one.name] ?? pageId}", `).join('');
      const whose = `${named}${given('query') ? 'query: "mot", ' : ''}`;
      const asking = `{ ${name}(${whose}after: "WyJhIiwiYiJd") { nodes { __typename } } }`;
      const found = await fieldsOf(asking, {}, customer);
      expect([name, found === 'FORBIDDEN' ? await fieldsOf(asking, {}, admin) : found]).toEqual([name, cursor]);
    }
    const { data } = await ask(env, '{ users(first: 1) { pageInfo { endCursor } } }', { token: admin });
    const { endCursor } = (data as { users: { pageInfo: { endCursor: string } } }).users.pageInfo;
    expect(await fieldsOf('query ($c: Cursor) { jobs(after: $c) { nodes { id } } }', { c: endCursor }, admin)).toEqual(
      cursor,
    );
    expect(await fieldsOf('query ($c: Cursor) { users(after: $c) { nodes { id } } }', { c: endCursor }, admin)).toBe(
      'accepted',
    );
  });

  test('names that differ by accents and capitals are the same on both databases (C29)', async () => {
    const make = (name: string) =>
      fieldsOf(
        'mutation ($x: CreateServiceAccountInput!) { createServiceAccount(input: $x) { id } }',
        { x: { name } },
        admin,
      );
    expect(await make('Café bot')).toBe('accepted');
    for (const name of ['cafe bot', 'CAFÉ BOT', ' Cafe\u0301  bot '])
      expect(await make(name)).toEqual([{ path: 'input.name', rules: ['unique'] }]);
    expect(await fieldsOf('{ page(slug: "MENTIONS-LEGALES") { id } }')).toBe('NOT_FOUND');
  });
});
