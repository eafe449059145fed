// The baseline: what a careful programmer would write by hand, without GraphQL, for exactly these requests.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { agenda } from './agenda.mjs';
import { cabinetPage } from './cabinet.mjs';
import { availability } from './availability.mjs';
import { copyFile, copyRoute, formRoute, rangeRoute } from './files.mjs';
import { signIn } from './login.mjs';
import { isValid } from './new-order.mjs';
import { openSockets } from './sockets.mjs';
import { readToken } from './tokens.mjs';

const settings = JSON.parse(process.env.FLOOR_SETTINGS);
const secret = Buffer.from(settings.secret, 'base64');
const auditKey = randomBytes(32);
const store = (await import(settings.engine === 'sqlite' ? './sqlite-store.mjs' : './mysql-store.mjs')).openStore(
  settings,
);

function pageAnswer({ orders, customers, files, invoices }) {
  const people = new Map(
    customers.map(({ id, first_name, last_name, email }) => [
      id,
      { id, firstName: first_name, lastName: last_name, email },
    ]),
  );
  const nodes = orders.map(({ id, title, status, service, total_cents, currency, created_at, customer_id }) => ({
    id,
    title,
    status,
    service,
    createdAt: store.instant(created_at),
    total: { amount: Number(total_cents), currency },
    customer: people.get(customer_id),
    files: [],
    invoices: [],
  }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const { id, order_id, role, name, mime_type, size_bytes } of files) {
    byId.get(order_id).files.push({ id, role, name, mimeType: mime_type, sizeBytes: Number(size_bytes) });
  }
  for (const { id, number, status, gross_cents, currency, issued_at, subject_id } of invoices) {
    byId.get(subject_id).invoices.push({
      id,
      number,
      status,
      issuedAt: store.instant(issued_at),
      gross: { amount: Number(gross_cents), currency },
    });
  }
  return { data: { orders: { nodes } } };
}

const filteredAnswer = (orders) => ({
  data: {
    orders: {
      nodes: orders.map(({ id, title, status, priority, total_cents, currency, created_at, due_at, is_late }) => ({
        id,
        title,
        status,
        priority,
        total: { amount: Number(total_cents), currency },
        createdAt: store.instant(created_at),
        dueAt: due_at === null ? null : store.instant(due_at),
        isLate: Boolean(is_late),
      })),
    },
  },
});

const invoicesAnswer = (invoices) => ({
  data: {
    invoices: {
      nodes: invoices.map(
        ({
          id,
          number,
          kind,
          status,
          buyer_id,
          issued_at,
          due_on,
          overdue_at,
          gross_cents,
          balance_cents,
          currency,
        }) => ({
          ...{ id, number, kind, status, buyerId: buyer_id, issuedAt: store.instant(issued_at), dueOn: due_on },
          overdueAt: overdue_at === null ? null : store.instant(overdue_at),
          gross: { amount: Number(gross_cents), currency },
          balance: { amount: Number(balance_cents), currency },
        }),
      ),
    },
  },
});

const queryOf = (url) => Object.fromEntries(new URLSearchParams(url.slice(url.indexOf('?'))));

const routes = {
  'GET /orders': async (request, { url }) => filteredAnswer(await store.filtered([url.slice(url.indexOf('=') + 1)])),
  'GET /invoices': async (request, { url }) =>
    invoicesAnswer(await store.invoiceList([url.slice(url.indexOf('=') + 1)])),
  'GET /availability': async (request, { url }) => availability(store, queryOf(url)),
  'GET /agenda': async (request, { url }) => agenda(store, queryOf(url)),
  'GET /cabinet': async (request, { url, claims }) => cabinetPage(store, queryOf(url), claims.sub),
  'GET /w1': async (request, { url }) => pageAnswer(await store.page(url.slice(url.indexOf('=') + 1))),
  'GET /w2': async (request, { claims }) => ({ data: { me: await store.person(claims.sub) } }),
  'POST /w3': async (request, { claims }) => {
    const input = JSON.parse(await textOf(request));
    if (!isValid(input)) throw new Error('bad input');
    const address = request.socket.remoteAddress;
    return {
      data: {
        createOrder: await store.addOrder(input, {
          customerId: claims.sub,
          address,
          key: auditKey,
          jobKinds: settings.jobKinds,
        }),
      },
    };
  },
  'POST /login': async (request) => ({
    data: { login: await signIn({ store, secret }, JSON.parse(await textOf(request))) },
  }),
  'PUT /file': (request) => copyRoute(request, settings.folder),
  'POST /form': (request, { response }) => formRoute(request, response, settings.folder),
};

/** What is asked without a token. */
const open = new Set(['/login', '/availability']);
const nobody = {};

async function textOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks.length === 1 ? chunks[0].toString() : Buffer.concat(chunks).toString();
}

const server = createServer((request, response) => {
  const { method, url } = request;
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  if (path === '/range') return rangeRoute(request, response, settings.folder);
  const claims = open.has(path) ? nobody : readToken(secret, request.headers.authorization);
  const route = routes[`${method} ${path}`];
  if (!claims || !route) return answer(response, claims ? 404 : 401, '{}');
  route(request, { url, claims, response }).then(
    (value) => answer(response, 200, JSON.stringify(value)),
    (error) => answer(response, 500, JSON.stringify({ errors: [String(error)] })),
  );
});

function answer(response, status, body) {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

const sockets = openSockets(server);
server.keepAliveTimeout = 65_000;
server.listen(0, '127.0.0.1', () => process.send({ ready: server.address().port }));

process.on('message', ({ number, ask, ...question }) => {
  const answers = {
    publish: () => sockets.publish(question.payloads),
    connections: () => sockets.count(),
    collect: () => globalThis.gc?.(),
    copy: async () => ({ took: await copyFile(question.source, settings.folder) }),
  };
  Promise.resolve(answers[ask]?.()).then(
    (answer) => process.send({ number, answer: answer ?? null }),
    (error) => process.send({ number, error: String(error) }),
  );
});
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
