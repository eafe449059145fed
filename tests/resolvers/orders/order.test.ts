import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LiveStream } from '../../../src/resolvers/graphql/socket/live-stream.ts';
import { anonymous } from '../../../src/services/access/actor.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { order, orderFile, person, priceItem, type Person } from '../../services/orders/orders-fixture.ts';
import { testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import type { Answer } from '../../support/run-document.ts';
import { uploadOf } from '../../support/upload.ts';

const clock = testClock();
let env: AppEnvironment;
let customer: Person;
let proofreader: Person;
let admin: Person;
let stranger: Person;

beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  [customer, proofreader, admin, stranger] = [
    await person(env),
    await person(env, 'PROOFREADER'),
    await person(env, 'ADMIN'),
    await person(env),
  ];
});
afterAll(() => env.close());

const dataOf = <T>({ data, codes }: Answer): T => {
  expect(codes).toEqual([]);
  return data as unknown as T;
};

/** A text of one's own, as the upload parser hands it over. */
const upload = (filename = 'texte.txt', text = 'Il était une fois.') =>
  uploadOf({ filename, mimetype: 'text/plain', createReadStream: () => Readable.from([Buffer.from(text)]) });

interface Seen {
  id: string;
  status: string;
  availableActions: string[];
  files: { id: string; role: string; name: string; sizeBytes: number }[];
}
const fields = 'id status availableActions files { id role name kind mimeType sizeBytes createdAt }';
const doing = async (by: Person, verb: string, input: object): Promise<Seen> => {
  const type = `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`;
  return dataOf<Record<string, Seen>>(
    await env.ask(by.actor, `mutation($input: ${type}!) { ${verb}(input: $input) { ${fields} } }`, { input }),
  )[verb] as Seen;
};
const refused = async (by: Person, verb: string, input: object): Promise<readonly string[]> => {
  const type = `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`;
  return (await env.ask(by.actor, `mutation($input: ${type}!) { ${verb}(input: $input) { id } }`, { input })).codes;
};

describe('the life of an order through the API', () => {
  test('placed, its manuscript sent, assigned, started, corrected, delivered', async () => {
    const item = await priceItem(env, { priceCents: 200, unit: 'PAGE' });
    const create =
      'mutation($input: CreateOrderInput!) { createOrder(input: $input) { id title status total { amount currency } declaredPages priority service customer { id displayName email } proofreader { id } createdAt availableActions } }';
    const { createOrder } = dataOf<{ createOrder: { id: string } }>(
      await env.ask(customer.actor, create, {
        input: { priceItemId: item.id, title: 'Le Fil des jours', declaredPages: 120, priority: 'HIGH' },
      }),
    );
    expect(createOrder).toMatchObject({
      title: 'Le Fil des jours',
      status: 'PENDING',
      total: { amount: 24_000, currency: 'EUR' },
      declaredPages: 120,
      priority: 'HIGH',
      service: item.name,
      customer: { id: customer.id, email: expect.stringContaining('@') },
      proofreader: null,
      createdAt: clock.now().toISOString(),
      availableActions: ['PAY', 'SUBMIT_FOR_REVIEW', 'REQUEST_CONSULTATION', 'CANCEL'],
    });
    const orderId = createOrder.id;
    const withFile = await doing(customer, 'uploadManuscript', { orderId, file: upload() });
    expect(withFile.files).toMatchObject([{ role: 'MANUSCRIPT', name: 'texte.txt', kind: 'DOCUMENT', sizeBytes: 19 }]);

    const paid = await order(env, { customer, status: 'PAID', paidAt: clock.now() });
    const input = { orderId: paid.id };
    expect(
      (await doing(admin, 'assignProofreader', { ...input, proofreaderId: proofreader.id })).availableActions,
    ).toEqual(['ASSIGN', 'UNASSIGN', 'START', 'SUSPEND', 'CANCEL']);
    expect((await doing(proofreader, 'startOrder', input)).availableActions).toEqual(['DELIVER']);
    expect(await refused(proofreader, 'deliverOrder', input)).toEqual(['CORRECTED_FILE_REQUIRED']);
    await doing(proofreader, 'uploadCorrectedFile', { ...input, file: upload('corrigé.txt') });
    expect((await doing(admin, 'suspendOrder', input)).status).toBe('SUSPENDED');
    expect((await doing(admin, 'resumeOrder', input)).status).toBe('IN_PROGRESS');
    expect(await doing(proofreader, 'deliverOrder', input)).toMatchObject({
      status: 'COMPLETED',
      availableActions: [],
      files: [{ role: 'CORRECTED', name: 'corrigé.txt' }],
    });
    expect((await doing(customer, 'cancelOrder', { orderId })).status).toBe('CANCELLED');
  });

  test('a file that may not come is refused before it is read', async () => {
    const { id: orderId } = await order(env, { customer, proofreader, status: 'COMPLETED' });
    const unread = uploadOf({
      filename: 'a.txt',
      mimetype: 'text/plain',
      createReadStream: () => {
        throw new Error('read');
      },
    });
    expect(await refused(customer, 'uploadManuscript', { orderId, file: unread })).toEqual(['ACTION_NOT_ALLOWED']);
    expect(await refused(stranger, 'uploadManuscript', { orderId, file: unread })).toEqual(['NOT_FOUND']);
    expect(await refused(customer, 'uploadCorrectedFile', { orderId, file: unread })).toEqual(['FORBIDDEN']);
  });
});

describe('entry points', () => {
  const verbs = ['startOrder', 'deliverOrder', 'cancelOrder', 'suspendOrder', 'resumeOrder'];

  test('another person’s order does not exist, for queries and mutations alike', async () => {
    const { id } = await order(env, { customer, proofreader, status: 'PAID' });
    expect((await env.ask(stranger.actor, 'query($id: ID!) { order(id: $id) { id } }', { id })).codes).toEqual([
      'NOT_FOUND',
    ]);
    expect(await refused(stranger, 'cancelOrder', { orderId: id })).toEqual(['NOT_FOUND']);
    const other = await person(env, 'PROOFREADER');
    for (const verb of ['startOrder', 'deliverOrder'])
      expect(await refused(other, verb, { orderId: id })).toEqual(['NOT_FOUND']);
    expect((await env.ask(customer.actor, 'query($id: ID!) { order(id: $id) { id } }', { id })).data).toEqual({
      order: { id },
    });
  });

  test('one file of an order is there for those who see the order, until it is deleted', async () => {
    const { id } = await order(env, { customer, proofreader, status: 'PAID' });
    const file = await orderFile(env, { id }, { role: 'MANUSCRIPT' });
    const gone = await orderFile(env, { id }, { role: 'MANUSCRIPT', deletedAt: clock.now() });
    const ask = (who: Person, fileId: string) =>
      env.ask(who.actor, 'query($id: ID!) { orderFile(id: $id) { id role name } }', { id: fileId });
    for (const who of [customer, proofreader, admin])
      expect((await ask(who, file.id)).data).toEqual({
        orderFile: { id: file.id, role: 'MANUSCRIPT', name: file.name },
      });
    for (const [who, fileId] of [
      [stranger, file.id],
      [customer, gone.id],
      [customer, newId()],
      [customer, 'x'],
    ] as const)
      expect((await ask(who, fileId)).codes).toEqual(['NOT_FOUND']);
  });

  test('nobody known gets nowhere; a customer is not an admin', async () => {
    const nobody = anonymous({ locale: 'fr', address: null, agent: null });
    for (const query of [
      '{ myOrders { nodes { id } } }',
      '{ orders { nodes { id } } }',
      `{ order(id: "${newId()}") { id } }`,
    ]) {
      expect((await env.ask(nobody, query)).codes).toEqual(['UNAUTHENTICATED']);
    }
    expect((await env.ask(customer.actor, '{ orders { nodes { id } } }')).codes).toEqual(['FORBIDDEN']);
    for (const verb of verbs.filter((name) => name !== 'cancelOrder'))
      expect(await refused(customer, verb, { orderId: newId() })).toEqual(['FORBIDDEN']);
    expect(await refused(proofreader, 'createOrder', { priceItemId: newId(), title: 'x' })).toEqual(['FORBIDDEN']);
  });

  test('what is too long for the table, or no count of pages, is refused by name', async () => {
    const item = await priceItem(env);
    const good = { priceItemId: item.id, title: 'Le Fil' };
    for (const wrong of [
      { title: 'x'.repeat(256) },
      { title: '' },
      { description: 'x'.repeat(16_384) },
      { customerNote: 'x'.repeat(16_384) },
      { declaredPages: 0 },
      { declaredPages: 10_001 },
    ]) {
      expect(await refused(customer, 'createOrder', { ...good, ...wrong })).toEqual(['INPUT_INVALID']);
    }
    await doing(customer, 'createOrder', {
      ...good,
      title: '🖋'.repeat(255),
      description: '🖋'.repeat(16_383),
      customerNote: 'é'.repeat(16_383),
      declaredPages: 10_000,
    });
  });
});

describe('lists', () => {
  interface Listed {
    orders: {
      nodes: { id: string }[];
      edges: { node: { files: { id: string }[] } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  }

  test('pages follow their cursors, filtered, with what was asked for by either name', async () => {
    const reader = await person(env);
    const made: string[] = [];
    for (let i = 0; i < 5; i++) {
      clock.advance(1_000);
      const { id } = await order(env, { customer: reader, status: 'PAID' });
      await orderFile(env, { id }, { role: 'MANUSCRIPT' });
      made.unshift(id);
    }
    const query = `query($after: Cursor, $status: OrderStatus) { orders(customerId: "${reader.id}", status: $status, first: 2, after: $after) {
      nodes { id customer { displayName email } } edges { node { files { id } } } pageInfo { hasNextPage endCursor } } }`;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const {
        orders: { nodes, edges, pageInfo },
      }: Listed = dataOf<Listed>(await env.ask(admin.actor, query, { after, status: 'PAID' }));
      expect(nodes).toEqual(
        nodes.map(({ id }) => ({
          id,
          customer: { displayName: expect.stringContaining('Camille'), email: expect.stringContaining('@') },
        })),
      );
      expect(edges.map(({ node }) => node.files.length)).toEqual(nodes.map(() => 1));
      seen.push(...nodes.map(({ id }) => id));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(seen).toEqual(made);
    expect(dataOf<Listed>(await env.ask(admin.actor, query, { status: 'CANCELLED' })).orders.nodes).toEqual([]);
    expect(
      dataOf<{ myOrders: Listed['orders'] }>(await env.ask(reader.actor, '{ myOrders(first: 100) { nodes { id } } }'))
        .myOrders.nodes,
    ).toEqual(made.map((id) => ({ id })));
  });

  test('no page of none, nor of more than a hundred', async () => {
    for (const first of [0, 101, -1])
      expect(
        (await env.ask(customer.actor, 'query($first: Int!) { myOrders(first: $first) { nodes { id } } }', { first }))
          .codes,
      ).toEqual(['INPUT_INVALID']);
  });
});

describe('orderUpdated', () => {
  const document =
    'subscription($orderId: ID!, $after: Cursor) { orderUpdated(orderId: $orderId, after: $after) { cursor order { id status } } }';
  const subscribe = (by: Person, orderId: string) => env.subscribe(by.actor, document, { orderId });

  test('those who see the order hear of it, as long as they see it', async () => {
    const { id } = await order(env, { customer, proofreader, status: 'PAID' });
    const stream = await subscribe(customer, id);
    if (!(stream instanceof LiveStream)) throw new Error('no stream');
    expect([stream.topic.name, stream.key]).toEqual(['orderUpdated', id]);
    const people = [customer, proofreader, admin, stranger].map(({ actor }) => actor);
    const entitled = () => stream.entitled({ seq: 1, payload: { orderId: id } }, people, env.contextOf(admin.actor));
    expect(await entitled()).toEqual(new Set([customer.id, proofreader.id, admin.id]));
    await doing(admin, 'assignProofreader', { orderId: id, proofreaderId: (await person(env, 'PROOFREADER')).id });
    expect(await entitled()).toEqual(new Set([customer.id, admin.id]));
  });

  test('nobody else can listen', async () => {
    const { id } = await order(env, { customer });
    expect(await subscribe(stranger, id)).toMatchObject({ errors: [{ originalError: { code: 'NOT_FOUND' } }] });
    expect(await subscribe(customer, newId())).toMatchObject({ errors: [{ originalError: { code: 'NOT_FOUND' } }] });
  });
});
