// Servers by turns, so that what else the machine does falls on all of them; the median of the rounds' ratios.
import { load } from '../load/http-load.mjs';
import { cpuOf, memoryOf } from './processes.mjs';
import { median, quantile } from './stats.mjs';

/**
 * Before anything is measured: what is compiled while it runs has then been compiled. A server of many lines needs longer for that
 * than one of few, by other threads of its process: after 3,000 light requests they still took a fifth of its time.
 */
const warmUp = { least: 3_000, most: 30_000, step: 1_000, processorMilliseconds: 4_000 };

async function warm(server, bytes, connections) {
  const began = cpuOf(server.pid);
  const isWarm = (count) => count >= warmUp.most || !(cpuOf(server.pid) - began < warmUp.processorMilliseconds);
  for (let count = 0; count < warmUp.least || !isWarm(count); count += warmUp.step)
    await load({ port: server.port, bytes, connections, count: warmUp.step });
}

async function turn(server, database, { bytes, milliseconds, connections }) {
  const [cpu, dbCpu] = [cpuOf(server.pid), cpuOf(database.pid)];
  const result = await load({ port: server.port, bytes, milliseconds, connections });
  return {
    ...result,
    cpu: (cpuOf(server.pid) - cpu) / result.requests,
    databaseCpu: (cpuOf(database.pid) - dbCpu) / result.requests,
  };
}

const over = (turns, key) => median(turns.map((one) => one[key]));

/**
 * @returns `{ baseline, apollo, product, ratio, cpuRatio, apolloCpuRatio }`: requests a second (more is better for
 * `ratio`), milliseconds of processor a request (less is better for `cpuRatio`, against the baseline, and for
 * `apolloCpuRatio`, against Apollo Server written by hand).
 */
export async function compare(
  { baseline, apollo, product, database },
  { baselineBytes, apolloBytes, productBytes, rounds, milliseconds, connections = 16 },
) {
  const sides = {
    baseline: { server: baseline, bytes: baselineBytes, turns: [] },
    ...(apolloBytes ? { apollo: { server: apollo, bytes: apolloBytes, turns: [] } } : {}),
    product: { server: product, bytes: productBytes, turns: [] },
  };
  for (const { server, bytes } of Object.values(sides)) await warm(server, bytes, connections);
  for (let round = 0; round < rounds; round++) {
    for (const { server, bytes, turns } of Object.values(sides))
      turns.push(await turn(server, database, { bytes, milliseconds, connections }));
  }
  const figures = ({ server, turns }) => ({
    perSecond: over(turns, 'perSecond'),
    p50: over(turns, 'p50'),
    p99: over(turns, 'p99'),
    cpu: over(turns, 'cpu'),
    databaseCpu: over(turns, 'databaseCpu'),
    memory: memoryOf(server.pid),
  });
  const ratios = (key, side) => sides.product.turns.map((one, i) => one[key] / side.turns[i][key]);
  const rates = ratios('perSecond', sides.baseline);
  return {
    baseline: figures(sides.baseline),
    ...(sides.apollo ? { apollo: figures(sides.apollo), apolloCpuRatio: median(ratios('cpu', sides.apollo)) } : {}),
    product: figures(sides.product),
    ratio: median(rates),
    spread: [quantile(rates, 0), quantile(rates, 0.999)],
    cpuRatio: median(ratios('cpu', sides.baseline)),
  };
}
