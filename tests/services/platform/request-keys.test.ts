import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/services/access/actor.ts';
import { openOrderCheckout } from '../../../src/services/orders/open-order-checkout.ts';
import { createOrder, uploadManuscript, type CreateOrder } from '../../../src/services/orders/index.ts';
import { createApiToken, createServiceAccount, createUser } from '../../../src/services/identity/index.ts';
import { createAdminNotification } from '../../../src/services/notifications/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { prune as pruneRows } from '../../../src/services/platform/jobs/index.ts';
import {
  eraseMyAccount,
  placeLegalHold,
  requestDataExport,
  submitPrivacyRequest,
} from '../../../src/services/privacy/index.ts';
import { requestAuditExport } from '../../../src/services/audit/index.ts';
import type { UseCase } from '../../../src/services/platform/context.ts';
import type { PriceItem } from '../../../src/entities/catalog/price-item.entity.ts';
import { system } from '../../../src/services/access/actor.ts';
import { DAY } from '../../support/clock.ts';
import { spawnModule } from '../../support/processes/spawn.ts';
import { goodPassword, openPeopleEnvironment, type PeopleEnvironment } from '../identity/people-environment.ts';
import { makeAccount } from '../identity/people.ts';
import { asking } from '../notifications/people.ts';
import { makePriceItem } from '../../support/make/price-item.ts';

/** An answer that is lost is asked for again: whatever the same key is sent with twice is made once. */
let env: PeopleEnvironment;
let camille: Actor;
let admin: Actor;
let priceItemId: string;
beforeAll(async () => {
  env = await openPeopleEnvironment();
  camille = asking(await makeAccount(env, 'camille@example.org'));
  admin = asking(await makeAccount(env, 'ada@example.org', 'ADMIN'), 'ADMIN');
  const makeItem: UseCase<'em', null, PriceItem> = async ({ em }) =>
    makePriceItem(em, {
      name: 'Pack',
      description: 'Tout',
    });
  priceItemId = (await env.run(makeItem, null, system)).id;
});
afterAll(() => env.close());

const placing = (more: Partial<CreateOrder> = {}): CreateOrder => ({
  priceItemId,
  title: 'Le Fil des jours',
  key: newId(),
  ...more,
});
const place = (input: CreateOrder, actor: Actor = camille) => env.run(createOrder, input, actor);
const countOf = async (
  table:
    | 'customer_order'
    | 'message'
    | 'payment'
    | 'request_key'
    | 'notification'
    | 'api_token'
    | 'stored_file'
    | 'order_file'
    | 'data_export',
) =>
  Number(
    (
      await env.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

describe('an order', () => {
  test('asked for again after a lost answer is the same order, and nothing happens twice', async () => {
    const input = placing();
    const first = await place(input);
    const [orders, auditLog, jobs] = [
      await countOf('customer_order'),
      (await env.auditLog()).length,
      await env.db.selectFrom('job').select('id').execute(),
    ];
    expect((await place({ ...input, description: null })).id).toBe(first.id);
    expect([await countOf('customer_order'), (await env.auditLog()).length]).toEqual([orders, auditLog]);
    expect(await env.db.selectFrom('job').select('id').execute()).toEqual(jobs);
  });

  test('asked for by many at the same instant is one order, and all are answered the same', async () => {
    const input = placing();
    const before = await countOf('customer_order');
    const made = await Promise.all(Array.from({ length: 8 }, () => place(input)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await countOf('customer_order')).toBe(before + 1);
  });

  test('with the same key and other content is refused, by the field', async () => {
    const input = placing();
    await place(input);
    for (const other of [{ title: 'Autre titre' }, { declaredPages: 3 }, { priority: 'HIGH' as const }]) {
      await expect(place({ ...input, ...other })).rejects.toMatchObject({
        code: 'CONFLICT',
        details: { fields: [{ path: 'input.key' }] },
      });
    }
  });

  test('of somebody else under the same key, or of oneself under another, is another order', async () => {
    const input = placing();
    const max = asking(await makeAccount(env, `${newId()}@example.org`));
    const made = [
      await place(input),
      await place(input, max),
      await place({ ...input, key: input.key?.toUpperCase() ?? '' }),
      await place({ ...input, key: newId() }),
    ];
    expect(new Set(made.map(({ id }) => id)).size).toBe(4);
    const without = [await place({ ...input, key: null }), await place({ ...input, key: undefined })];
    expect(new Set([...made, ...without].map(({ id }) => id)).size).toBe(6);
  });

  test('that was refused leaves no key: put right, it is made', async () => {
    const input = placing({ title: '   ' });
    await expect(place(input)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect((await place({ ...input, title: 'Bien' })).title).toBe('Bien');
  });

  test.each(['after-flush', 'before-commit', 'after-commit'])(
    'whose process is killed %s is made once when it is asked for again',
    async (point) => {
      const input = placing({ title: `Tué ${point}` });
      const { config } = env.app;
      const environment = {
        TEST_DATABASE: JSON.stringify(env.database.settings),
        DATA_DIR: config.dataDir,
        KEYS_DIR: config.keysDir,
        LOG_LEVEL: 'warn',
        REQUEST: JSON.stringify({ actor: camille, input }),
        CRASH_AT: point,
        ...(config.DATABASE_URL === undefined ? {} : { DATABASE_URL: config.DATABASE_URL }),
      };
      const { ended, output } = spawnModule('tests/support/processes/keyed-order.ts', environment);
      expect([await ended, output()]).toEqual(['SIGKILL', '']);
      const again = await place(input);
      expect(await env.db.selectFrom('customer_order').select('id').where('title', '=', input.title).execute()).toEqual(
        [{ id: again.id }],
      );
    },
  );

  test('through the API: the key is a field of the input, with its bounds', async () => {
    const document = 'mutation($input: CreateOrderInput!) { createOrder(input: $input) { id } }';
    const input = placing();
    const [first, second] = [await env.ask(camille, document, { input }), await env.ask(camille, document, { input })];
    expect(first.codes).toEqual([]);
    expect(second).toEqual(first);
    expect((await env.ask(camille, document, { input: { ...input, key: 'short' } })).codes).toEqual(['INPUT_INVALID']);
  });
});

describe('the rest of what is made for people', () => {
  const twice = async <T>(make: () => Promise<T>): Promise<[T, T]> => [await make(), await make()];

  test('a payment page is the same page, with the same payment, also when it is asked for again later', async () => {
    const { id: subjectId } = await place(placing());
    const key = newId();
    const open = () => env.perform(openOrderCheckout, { orderId: subjectId, key }, camille);
    const [first, second] = await Promise.all([open(), open()]);
    expect(second).toEqual(first);
    env.clock.advance(2 * 3_600_000);
    expect(await open()).toEqual(first);
    expect(await env.db.selectFrom('payment').select('id').where('subject_id', '=', subjectId).execute()).toHaveLength(
      1,
    );
    const { id: other } = await place(placing());
    await expect(env.perform(openOrderCheckout, { orderId: other, key }, camille)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('a manuscript sent twice is attached once, and its second copy is not kept', async () => {
    const { id: orderId } = await place(placing());
    const key = newId();
    const send = (text: string) =>
      env.perform(
        uploadManuscript,
        {
          orderId,
          key,
          file: Promise.resolve({
            filename: 'texte.txt',
            mimetype: 'text/plain',
            createReadStream: () => Readable.from([Buffer.from(text)]),
          }),
        },
        camille,
      );
    const files = async () =>
      env.db
        .selectFrom('stored_file')
        .select(['id', 'deleted_at'])
        .where('owner_id', '=', camille.userId)
        .where('deleted_at', 'is', null)
        .execute();
    const before = (await files()).length;
    await send('Il était une fois.');
    expect((await send('Il était une fois.')).id).toBe(orderId);
    expect(await files()).toHaveLength(before + 1);
    expect(
      await env.db.selectFrom('order_file').select('file_id').where('order_id', '=', orderId).execute(),
    ).toHaveLength(1);
    await expect(send('Il était deux fois.')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await files()).toHaveLength(before + 1);
  });

  test('a service account and its token: the secret is shown again, is stored nowhere, and is another’s under another key', async () => {
    const account = { name: `Export ${newId()}`, key: newId() };
    const [{ id: serviceAccountId }, again] = await twice(() => env.perform(createServiceAccount, account, admin));
    expect(again.id).toBe(serviceAccountId);
    const token = { serviceAccountId, name: 'nuit', scopes: ['invoice:read-any'], expiresInDays: 30, key: newId() };
    const [first, second] = await twice(() => env.perform(createApiToken, token, admin));
    expect([second.secret, second.token.id]).toEqual([first.secret, first.token.id]);
    const others = [
      await env.perform(createApiToken, { ...token, key: newId() }, admin),
      await env.perform(createApiToken, { ...token, key: null }, admin),
    ];
    expect(new Set([first, ...others].map(({ secret }) => secret)).size).toBe(3);
    for (const { secret } of [first, ...others]) {
      expect(
        (await env.app.sessions.holderOf(secret, { locale: 'fr', address: '192.0.2.9', agent: null })).actor.service
          ?.accountId,
      ).toBe(serviceAccountId);
    }
    expect(JSON.stringify(await env.db.selectFrom('request_key').selectAll().execute())).not.toContain(first.secret);
  });

  test('an invitation, a notice, a request, a copy, a hold and an extract are each made once', async () => {
    const plain = (value: unknown) =>
      JSON.parse(JSON.stringify(value, (_name, part: unknown) => part ?? undefined)) as unknown;
    const once = async (make: () => Promise<unknown>) => {
      const [first, second] = await twice(make);
      expect(plain(second)).toEqual(plain(first));
    };
    const invited = {
      email: `${newId()}@example.org`,
      firstName: 'Inès',
      lastName: 'Noël',
      role: 'CUSTOMER',
      locale: 'fr',
      key: newId(),
    } as const;
    expect((await twice(() => env.perform(createUser, invited, admin))).map(({ email }) => email)).toEqual([
      invited.email,
      invited.email,
    ]);
    expect(await env.mailsTo(invited.email)).toHaveLength(1);
    const notice = { audience: 'ADMIN', title: 'Fermeture', message: 'Lundi.', key: newId() } as const;
    await once(() => env.run(createAdminNotification, notice, admin));
    const asked = { kind: 'RECTIFICATION', details: 'Mon nom est mal écrit.', key: newId() } as const;
    expect((await twice(() => env.run(submitPrivacyRequest, asked, camille))).map(({ id }) => id)).toEqual([
      expect.any(String),
      expect.any(String),
    ]);
    expect(
      await env.db.selectFrom('privacy_request').select('id').where('details', '=', asked.details).execute(),
    ).toHaveLength(1);
    const copies = await countOf('data_export');
    const copy = { format: 'JSON', key: newId() } as const;
    await once(() => env.perform(requestDataExport, copy, camille));
    expect(await countOf('data_export')).toBe(copies + 1);
    const hold = { targetType: 'USER', targetId: invited.email, reason: 'Litige', key: newId() } as const;
    const holdId = (
      await env.db.selectFrom('user').select('id').where('email', '=', invited.email).executeTakeFirstOrThrow()
    ).id;
    expect(
      new Set((await twice(() => env.run(placeLegalHold, { ...hold, targetId: holdId }, admin))).map(({ id }) => id))
        .size,
    ).toBe(1);
    const extract = { format: 'CSV', filter: { from: new Date('2026-01-01T00:00:00Z') }, key: newId() } as const;
    expect(new Set((await twice(() => env.run(requestAuditExport, extract, admin))).map(({ id }) => id)).size).toBe(1);
  });
});

const prune = () => pruneRows(env.contextFor(), {});

describe('keys', () => {
  test('are kept as fingerprints: neither the key nor the content is in the database', async () => {
    const input = placing({ title: 'Un titre très secret', key: 'une clef très secrète' });
    await place(input);
    const rows = JSON.stringify(await env.db.selectFrom('request_key').selectAll().execute());
    expect(rows).not.toMatch(/secret/);
  });

  test('go with their person', async () => {
    const email = `${newId()}@example.org`;
    const gone = asking(await makeAccount(env, email));
    await env.run(submitPrivacyRequest, { kind: 'OBJECTION', details: 'Je m’oppose à tout cela.', key: newId() }, gone);
    const keysOf = () =>
      env.db
        .selectFrom('request_key')
        .select('key_hash')
        .where('actor_id', '=', gone.userId as string)
        .execute();
    expect(await keysOf()).toHaveLength(1);
    await env.perform(eraseMyAccount, { password: goodPassword, reason: 'PRIVACY' }, gone);
    expect(await keysOf()).toEqual([]);
    await expect(place(placing(), gone)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('are forgotten after 30 days, and the same request is then a new one', async () => {
    const input = placing();
    const first = await place(input);
    env.clock.advance(30 * DAY - 1_000);
    await prune();
    expect((await place(input)).id).toBe(first.id);
    env.clock.advance(2_000);
    await prune();
    expect((await place(input)).id).not.toBe(first.id);
  });
});
