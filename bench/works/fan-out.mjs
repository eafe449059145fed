// Fan-out: one event to 2,000 sockets, and 2,000 people each receiving their own. From the event's publication to the
// last receipt; the floor sends the same bytes with bare `ws`.
import { customerId } from '../dataset/generate.mjs';
import { ask, cpuOf, memoryOf } from '../lib/processes.mjs';
import { startFloor, startProduct } from '../lib/servers.mjs';
import { median, quantile } from '../lib/stats.mjs';
import { openSockets, subscribe } from '../load/sockets.mjs';
import { asAdmin } from '../product/sign-in.mjs';
import { oneOrder } from './orders.mjs';

const orderQuery =
  'subscription Watch($orderId: ID!) { orderUpdated(orderId: $orderId) { cursor order { id title status service createdAt total { amount currency } } } }';
const bellQuery = 'subscription { notificationAdded { cursor notification { id title message type createdAt } } }';

const settle = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function settledMemory(server) {
  await ask(server.child, { ask: 'collect' });
  await settle(300);
  await ask(server.child, { ask: 'collect' });
  return memoryOf(server.pid);
}

/** Sockets that connect and leave first, so that one-time growth of the server is not counted per socket. */
const dryRunResult = 200;

async function connect(server, options) {
  const first = await openSockets({ ...options, count: dryRunResult });
  await first.close();
  const before = await settledMemory(server);
  const clients = await openSockets(options);
  await settle(500);
  return { server, clients, perConnection: ((await settledMemory(server)) - before) / options.count };
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
  await settle(30);
  return { took, cpu: cpuOf(server.pid) - cpu };
}

async function measure({ floor, product }, { rounds, count, fire }) {
  const turns = { floor: [], product: [] };
  // The first event warms both up and tells which bytes the baseline must send.
  await event(product, fire.product);
  const text = product.clients.sample();
  await event(floor, () => fire.floor(text));
  for (let round = 0; round < rounds; round++) {
    turns.product.push(await event(product, fire.product));
    turns.floor.push(await event(floor, () => fire.floor(text)));
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
  const [byHand, byProduct] = [figures('floor', floor), figures('product', product)];
  // Single events vary too much for ratios by pairs: medians of many are compared.
  return {
    floor: byHand,
    product: byProduct,
    ratio: byProduct.p50 / byHand.p50,
    cpuRatio: byProduct.cpu / byHand.cpu,
    perConnection: byProduct.perConnection,
    bytes: text.length,
    sockets: count,
  };
}

function work({ name, title, targets, subscription, publish, floorPayloads }) {
  return {
    name,
    title,
    targets,
    async run({ database, home, profile }, { events, sockets: count }) {
      // Fresh servers: memory left by earlier works would hide the size of a connection.
      const [floor, product] = [
        await startFloor(database, { jobKinds: [], folder: home }),
        await startProduct(database, { home, profile }),
      ];
      const sides = {};
      try {
        const prepared = await subscription(product, database, count);
        sides.floor = await connect(floor, { url: `ws://127.0.0.1:${floor.port}/ws`, count });
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
            floor: (text) => ask(floor.child, { ask: 'publish', payloads: floorPayloads(text, count) }),
          },
        });
      } finally {
        await sides.floor?.clients.close();
        await sides.product?.clients.close();
        await Promise.all([floor.stop(), product.stop()]);
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
  publish: ({ orderId }) => ({ ask: 'announceOrder', orderId }),
  floorPayloads: (text) => [text],
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
    return { token: (index) => tokens[index], query: bellQuery, variables: {} };
  },
  publish: (_prepared, count) => ({
    ask: 'announceNotifications',
    userIds: Array.from({ length: count }, (_, i) => customerId(i)),
  }),
  floorPayloads: (text, count) =>
    Array.from({ length: count }, (_, i) => text.slice(0, -8) + String(i).padStart(8, '0')),
});
