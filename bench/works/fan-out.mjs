// Fan-out: one event to 2,000 sockets, and 2,000 people each receiving their own. From the event's publication to the
// last receipt; the baseline sends the same bytes with bare `ws`.
import { customerId } from '../dataset/generate.mjs';
import { ask, cpuOf, memoryOf } from '../lib/processes.mjs';
import { startBaseline, startProduct } from '../lib/servers.mjs';
import { median, quantile } from '../lib/stats.mjs';
import { openSockets, subscribe } from '../load/sockets.mjs';
import { asAdmin } from '../product/sign-in.mjs';
import { oneOrder } from './orders.mjs';

const orderQuery =
  'subscription Watch($orderId: ID!) { orderUpdated(orderId: $orderId) { cursor order { id title status service createdAt total { amount currency } } } }';
const notificationsQuery =
  'subscription { notificationAdded { cursor notification { id title message type createdAt } } }';

const countersQuery =
  'subscription { conversationUpdated { cursor unreadMessageCount conversation { id unreadCount lastMessageAt } } }';

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function stableMemory(server) {
  await ask(server.child, { ask: 'collect' });
  await pause(300);
  await ask(server.child, { ask: 'collect' });
  return memoryOf(server.pid);
}

/** Sockets that connect and leave first, so that one-time growth of the server is not counted per socket. */
const dryRunResult = 200;

async function connect(server, options) {
  const first = await openSockets({ ...options, count: dryRunResult });
  await first.close();
  const before = await stableMemory(server);
  const clients = await openSockets(options);
  await pause(500);
  return { server, clients, perConnection: ((await stableMemory(server)) - before) / options.count };
}

/**
 * One event: `fire` publishes it and returns when (monotonic, ms); measures the time to the last receipt, and of the
 * processor.
 */
async function event({ server, clients }, fire) {
  const cpu = cpuOf(server.pid);
  const last = clients.next();
  const { began } = await fire();
  const took = (await last) - began;
  await pause(30);
  return { took, cpu: cpuOf(server.pid) - cpu };
}

async function measure({ baseline, product }, { rounds, count, fire }) {
  const turns = { baseline: [], product: [] };
  // The first event warms both up and shows which bytes the baseline must send.
  await event(product, fire.product);
  const text = product.clients.sample();
  await event(baseline, () => fire.baseline(text));
  for (let round = 0; round < rounds; round++) {
    turns.product.push(await event(product, fire.product));
    turns.baseline.push(await event(baseline, () => fire.baseline(text)));
  }
  const figures = (side, { perConnection }) => ({
    p50: median(turns[side].map(({ took }) => took)),
    p99: quantile(
      turns[side].map(({ took }) => took),
      0.99,
    ),
    cpu: median(turns[side].map(({ cpu }) => cpu)),
    perConnection,
  });
  const [byHand, byProduct] = [figures('baseline', baseline), figures('product', product)];
  // Single events vary too much for ratios by pairs: medians of many are compared.
  return {
    baseline: byHand,
    product: byProduct,
    ratio: byProduct.p50 / byHand.p50,
    cpuRatio: byProduct.cpu / byHand.cpu,
    perConnection: byProduct.perConnection,
    bytes: text.length,
    sockets: count,
  };
}

function work({ name, title, targets, subscription, publish, baselinePayloads }) {
  return {
    name,
    title,
    targets,
    async run({ database, home, profile }, { events, sockets: count }) {
      // Fresh servers: memory left by earlier works would hide the size of a connection.
      const [baseline, product] = [
        await startBaseline(database, { jobKinds: [], folder: home }),
        await startProduct(database, { home, profile }),
      ];
      const sides = {};
      try {
        const prepared = await subscription(product, database, count);
        sides.baseline = await connect(baseline, { url: `ws://127.0.0.1:${baseline.port}/ws`, count });
        sides.product = await connect(product, {
          url: `ws://127.0.0.1:${product.port}/graphql`,
          count,
          protocol: 'graphql-transport-ws',
          greet: subscribe(prepared),
        });
        return await measure(sides, {
          rounds: events,
          count,
          fire: {
            product: () => ask(product.child, publish(prepared, count)),
            baseline: (text) => ask(baseline.child, { ask: 'publish', payloads: baselinePayloads(text, count) }),
          },
        });
      } finally {
        await sides.baseline?.clients.close();
        await sides.product?.clients.close();
        await Promise.all([baseline.stop(), product.stop()]);
      }
    },
  };
}

export const fanOut = work({
  name: 'fan-out',
  title: 'Fan-out: one event to every socket',
  targets: { ratio: { atMost: 1.5 }, perConnection: { atMost: 25 } },
  subscription: async (product, database) => {
    const orderId = await oneOrder(database);
    return { token: await asAdmin(product), query: orderQuery, variables: { orderId }, orderId };
  },
  publish: ({ orderId }) => ({ ask: 'publishOrder', orderId }),
  baselinePayloads: (text) => [text],
});

export const ownEvents = work({
  name: 'own-events',
  title: 'Own events: each person their own, all at once',
  targets: { ratio: { atMost: 3 } },
  subscription: async (product, _database, count) => {
    const tokens = await ask(product.child, {
      ask: 'tokens',
      userIds: Array.from({ length: count }, (_, i) => customerId(i)),
    });
    return { token: (index) => tokens[index], query: notificationsQuery, variables: {} };
  },
  publish: (_prepared, count) => ({
    ask: 'publishNotifications',
    userIds: Array.from({ length: count }, (_, i) => customerId(i)),
  }),
  baselinePayloads: (text, count) =>
    Array.from({ length: count }, (_, i) => text.slice(0, -8) + String(i).padStart(8, '0')),
});

/** Everybody in one conversation hears that something was said, with their own counters. */
export const messageFanOut = work({
  name: 'send-message',
  title: 'sendMessage to 2,000 listeners, each with their counters',
  targets: { ratio: { atMost: 3 } },
  subscription: async (product, _database, count) => {
    const userIds = Array.from({ length: count }, (_, i) => customerId(i));
    const { conversationId } = await ask(product.child, { ask: 'talk', userIds });
    const tokens = await ask(product.child, { ask: 'tokens', userIds });
    return { token: (index) => tokens[index], query: countersQuery, variables: {}, conversationId };
  },
  publish: ({ conversationId }) => ({ ask: 'sendMessage', conversationId }),
  baselinePayloads: (text) => [text],
});
