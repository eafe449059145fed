// Logins a second, and their effect on other requests: bcrypt must not run on the event loop.
import { customerEmail, customerId, password } from '../dataset/generate.mjs';
import { baselineToken } from '../baseline/tokens.mjs';
import { compare } from '../lib/compare.mjs';
import { ask } from '../lib/processes.mjs';
import { startBaseline, startProduct } from '../lib/servers.mjs';
import { median, quantile } from '../lib/stats.mjs';
import { load, openConnection, requestBytes } from '../load/http-load.mjs';
import { asCustomer, loginRequest } from '../product/sign-in.mjs';

const atOnce = 4;
/** A login takes a quarter of a second: shorter turns would count only a handful. */
const turnMilliseconds = 3_000;
const pauseMilliseconds = 5;

const baselineLogin = (index) =>
  requestBytes({ method: 'POST', path: '/login', body: { email: customerEmail(index), password } });
/** A different person for each connection: attempts of the same person are serialized. */
const logins = { baseline: [], product: [] };
for (let index = 0; index < atOnce; index++) {
  logins.baseline.push(baselineLogin(600 + index));
  logins.product.push(loginRequest(customerEmail(600 + index)));
}

/** A light query every few milliseconds while logins run: measures its response times. */
async function besides(server, { side, light }) {
  const durations = [];
  const connection = openConnection(server.port);
  const end = performance.now() + turnMilliseconds;
  const running = load({
    port: server.port,
    bytes: (index) => logins[side][index],
    connections: atOnce,
    milliseconds: turnMilliseconds,
  });
  while (performance.now() < end) {
    const at = performance.now();
    await connection.send(light);
    durations.push(performance.now() - at);
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
  connection.close();
  await running;
  return quantile(durations, 0.99);
}

/** With every core, as in production: on a single one the hashes would compete with the event loop that is measured. */
async function underLoad({ database, home }, rounds) {
  const [baseline, product] = [
    await startBaseline(database, { jobKinds: [], folder: home, role: null }),
    await startProduct(database, { home, role: null }),
  ];
  const sides = {
    baseline: {
      server: baseline,
      light: requestBytes({
        path: '/w2',
        headers: { authorization: `Bearer ${baselineToken(baseline.secret, customerId(0))}` },
      }),
      p99: [],
    },
    product: {
      server: product,
      p99: [],
      lag: [],
      light: requestBytes({
        method: 'POST',
        path: '/graphql',
        headers: { authorization: `Bearer ${await asCustomer(product, 0)}` },
        body: { query: '{ me { id email } }' },
      }),
    },
  };
  try {
    for (const [side, { server, light }] of Object.entries(sides)) await besides(server, { side, light });
    for (let round = 0; round < rounds; round++) {
      sides.baseline.p99.push(await besides(baseline, { side: 'baseline', light: sides.baseline.light }));
      await ask(product.child, { ask: 'lagStart' });
      sides.product.p99.push(await besides(product, { side: 'product', light: sides.product.light }));
      sides.product.lag.push((await ask(product.child, { ask: 'lagStop' })).p99);
    }
  } finally {
    await Promise.all([baseline.stop(), product.stop()]);
  }
  const light = { baseline: median(sides.baseline.p99), product: median(sides.product.p99) };
  return { light, lightRatio: light.product / light.baseline, p99: median(sides.product.lag) };
}

export const login = {
  name: 'login',
  title: 'Logins; a light query and the event loop meanwhile',
  targets: { ratio: { atLeast: 0.9 }, lightRatio: { atMost: 3 }, p99: { atMost: 20 } },
  async run(place, { rounds }) {
    const bytes = { baselineBytes: (index) => logins.baseline[index], productBytes: (index) => logins.product[index] };
    const figures = await compare(place, { ...bytes, rounds, milliseconds: turnMilliseconds, connections: atOnce });
    return { ...figures, ...(await underLoad(place, rounds)) };
  },
};
