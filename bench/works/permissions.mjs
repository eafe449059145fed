// What permissions cost: W1 on three servers of one process, which differ in their schemas only: without `@auth`, as it
// is, and with a permission on every field of the page.
import { deepStrictEqual } from 'node:assert';
import { cpuOf } from '../lib/processes.mjs';
import { startProduct } from '../lib/servers.mjs';
import { median, quantile } from '../lib/stats.mjs';
import { load, once } from '../load/http-load.mjs';
import { pageBytes } from './w1.mjs';

/**
 * The difference is a few percent: many short turns. Other load on the machine only adds time, so the quarter with the
 * least disturbance counts.
 */
const turnMilliseconds = 150;
const turns = ({ rounds }) => rounds * 15;
const undisturbed = 0.25;

async function turn({ pid, endpoint }) {
  const before = cpuOf(pid);
  const { requests, ...took } = await load({
    port: endpoint.port,
    bytes: endpoint.bytes,
    milliseconds: turnMilliseconds,
  });
  return { ...took, cpu: (cpuOf(pid) - before) / requests };
}

export const permissions = {
  name: 'permissions',
  title: 'Permissions on W1; baseline: the same without any',
  targets: { overhead: { atMost: 3 }, everyField: { atMost: 3 } },
  async run({ database, home, profile }, effort) {
    const server = await startProduct(database, {
      home,
      profile,
      environment: { BENCH_PERMISSIONS: 'none,declared,every-field' },
    });
    try {
      const bytes = await pageBytes({ port: server.port[0] });
      const endpoints = server.port.map((port) => ({ port, bytes, turns: [] }));
      const [free, ...guarded] = await Promise.all(endpoints.map(async ({ port }) => (await once(port, bytes)).data));
      for (const page of guarded) deepStrictEqual(page, free);
      for (const endpoint of endpoints) await load({ ...endpoint, milliseconds: 1_000 });
      for (let round = 0; round < turns(effort); round++) {
        // In both orders: the after-effects of one server must not always fall on the same other one.
        for (const endpoint of round % 2 === 0 ? endpoints : endpoints.toReversed())
          endpoint.turns.push(await turn({ pid: server.pid, endpoint }));
      }
      const [none, declared, everyField] = endpoints.map(({ turns }) => ({
        p50: median(turns.map(({ p50 }) => p50)),
        p99: median(turns.map(({ p99 }) => p99)),
        cpu: quantile(
          turns.map(({ cpu }) => cpu),
          undisturbed,
        ),
      }));
      const percent = ({ cpu }) => (cpu / none.cpu - 1) * 100;
      return {
        baseline: none,
        product: declared,
        overhead: percent(declared),
        everyField: percent(everyField),
        everyFieldCpu: everyField.cpu,
      };
    } finally {
      await server.stop();
    }
  },
};
