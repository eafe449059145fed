// What a user would write instead: Apollo Server by hand, with DataLoader and the baseline's statements; no log, no limits,
// no validation of inputs, no audit log and no permissions beyond the token.
import { randomBytes } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import DataLoader from 'dataloader';
import { isValid } from './new-order.mjs';
import { pageSize } from './statements.mjs';
import { readToken } from './tokens.mjs';

const settings = JSON.parse(process.env.FLOOR_SETTINGS);
const secret = Buffer.from(settings.secret, 'base64');
const auditKey = randomBytes(32);
const store = (await import(settings.engine === 'sqlite' ? './sqlite-store.mjs' : './mysql-store.mjs')).openStore(
  settings,
);

const typeDefs = `
  enum OrderStatus { PENDING PAID IN_PROGRESS COMPLETED CANCELLED SUSPENDED }
  scalar DateTime
  type Money { amount: Float! currency: String! }
  type Person { id: ID! firstName: String lastName: String email: String }
  type OrderFile { id: ID! role: String! name: String! mimeType: String! sizeBytes: Float! }
  type Invoice { id: ID! number: String! status: String! issuedAt: DateTime! gross: Money! }
  type Order {
    id: ID! title: String! status: OrderStatus! service: String! createdAt: DateTime! total: Money!
    customer: Person files: [OrderFile!]! invoices: [Invoice!]!
  }
  type OrderConnection { nodes: [Order!]! }
  input CreateOrderInput { priceItemId: ID! title: String! }
  type CreatedOrder { id: ID! status: String! total: Money! }
  type Query { me: Person orders(status: OrderStatus!, first: Int!): OrderConnection! }
  type Mutation { createOrder(input: CreateOrderInput!): CreatedOrder! }
`;

/** The statements are written for a whole page. */
const whole = (ids) => [...ids, ...Array.from({ length: pageSize - ids.length }, () => ids[0])];

/** Lists by an id: rows come in one batch, in the order of the statement. */
const grouped = (load, key, shown) =>
  new DataLoader(async (ids) => {
    const byId = new Map(ids.map((id) => [id, []]));
    for (const row of await load(whole(ids))) byId.get(row[key]).push(shown(row));
    return ids.map((id) => byId.get(id));
  });

const loaders = () => ({
  people: new DataLoader(async (ids) => {
    const rows = await store.customers(whole(ids));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  }),
  files: grouped(store.files, 'order_id', (row) => row),
  invoices: grouped(store.invoices, 'subject_id', (row) => row),
});

const resolvers = {
  Query: {
    me: (_source, _args, { claims }) => store.person(claims.sub),
    orders: async (_source, { status }) => ({ nodes: await store.orders([status]) }),
  },
  Mutation: {
    createOrder: (_source, { input }, { claims, address }) => {
      if (!isValid(input)) throw new Error('bad input');
      return store.addOrder(input, { customerId: claims.sub, address, key: auditKey, jobKinds: settings.jobKinds });
    },
  },
  Order: {
    createdAt: ({ created_at }) => store.instant(created_at),
    total: ({ total_cents, currency }) => ({ amount: Number(total_cents), currency }),
    customer: ({ customer_id }, _args, { load }) => load.people.load(customer_id),
    files: ({ id }, _args, { load }) => load.files.load(id),
    invoices: ({ id }, _args, { load }) => load.invoices.load(id),
  },
  Person: { firstName: ({ first_name }) => first_name, lastName: ({ last_name }) => last_name },
  OrderFile: { mimeType: ({ mime_type }) => mime_type, sizeBytes: ({ size_bytes }) => Number(size_bytes) },
  Invoice: {
    issuedAt: ({ issued_at }) => store.instant(issued_at),
    gross: ({ gross_cents, currency }) => ({ amount: Number(gross_cents), currency }),
  },
};

const server = new ApolloServer({ typeDefs, resolvers, cache: 'bounded', stringifyResult: JSON.stringify });
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req }) => {
    const claims = readToken(secret, req.headers.authorization);
    if (!claims) throw new Error('unauthenticated');
    return { claims, address: req.socket.remoteAddress, load: loaders() };
  },
});
process.send({ ready: Number(new URL(url).port) });
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
