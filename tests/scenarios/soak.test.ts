// @lane sqlite at first: what a process keeps in memory.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { engine } from '../support/database.ts';
import { Dice, isFull } from '../support/fuzz.ts';
import { heldBy, inParallel, type Held } from '../support/fuzzed-server.ts';
import {
  openServerProcesses,
  type ServerProcesses,
  type RunningServer,
} from '../support/processes/server-processes.ts';
import { openCustomers, type ActiveCustomers } from './soak.customers.ts';

/**
 * People who listen, write, order and are notified, for as long as it takes to see whether the server keeps anything. `STORM=full`
 * is an hour with 200 sockets; `SOAK_SECONDS` is another length.
 */
const seconds = Number(process.env['SOAK_SECONDS'] ?? (isFull ? 3_600 : 0));
const size =
  seconds > 0
    ? { people: 40, socketsEach: 5, samples: Math.max(8, Math.round(seconds / 15)) }
    : { people: 4, socketsEach: 2, samples: 6 };
const operationsEach = 40;

let env: ServerProcesses;
let server: RunningServer;
let customers: ActiveCustomers;
beforeAll(async () => {
  env = await openServerProcesses({ LOG_LEVEL: 'error' });
  server = await env.start();
  customers = await openCustomers(env, server.url, size);
}, 600_000);
afterAll(async () => {
  customers.close();
  await env.close();
});

const MiB = 2 ** 20;

/** What grows in a unit of time, by least squares, and how far the points lie from that line. */
function slopeOf(points: readonly (readonly [number, number])[]): { slope: number; noise: number } {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const slope =
    points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0) /
    points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  return { slope, noise: Math.sqrt(mean(points.map(([at, value]) => (value - y - slope * (at - x)) ** 2))) };
}

test(
  `what the server holds does not grow with what it has done (${engine})`,
  async () => {
    const began = performance.now();
    const samples: (Held & { minutes: number; rss: number })[] = [];
    const dice = new Dice(1);
    for (let i = 0; i < size.samples; i += 1) {
      if (seconds === 0) await inParallel(operationsEach, 4, () => customers.act(dice));
      else await busyUntil(began + ((i + 1) * seconds * 1_000) / size.samples, dice);
      await sleep(seconds === 0 ? 100 : 500);
      const held = (await heldBy(server)) as Held & { rss: number };
      samples.push({ ...held, minutes: (performance.now() - began) / 60_000 });
    }
    const second = samples.slice(Math.floor(samples.length / 2));
    const [own, rss] = [
      slopeOf(second.map(({ minutes, own: bytes }) => [minutes, bytes])),
      slopeOf(second.map(({ minutes, rss: bytes }) => [minutes, bytes])),
    ];
    const shown = (bytes: number): string => (bytes / MiB).toFixed(2);
    console.log(
      `${customers.done()} operations, ${size.people * size.socketsEach} sockets, ${customers.received()} events; after collection ${samples.map(({ own: bytes }) => shown(bytes)).join(' ')} MiB, ` +
        `resident ${samples.map((held) => Math.round(held.rss / MiB)).join(' ')} MiB; second half: ${shown(own.slope)} MiB a minute (noise ${shown(own.noise)}), resident ${shown(rss.slope)}`,
    );
    expect(customers.failures()).toEqual([]);
    expect(customers.received()).toBeGreaterThan(0);
    const [first, last] = [samples[1]?.own ?? 0, samples.at(-1)?.own ?? 0];
    expect(last / first).toBeLessThan(1.2);
    // An hour distinguishes a leak from noise: what a line through the second half gains is less than what the points stray.
    if (isFull)
      expect(own.slope * ((second.at(-1)?.minutes ?? 0) - (second[0]?.minutes ?? 0))).toBeLessThan(
        Math.max(4 * MiB, 3 * own.noise),
      );
  },
  (seconds + 180) * 1_000,
);

async function busyUntil(deadline: number, dice: Dice): Promise<void> {
  const hand = async (): Promise<void> => {
    while (performance.now() < deadline) {
      await customers.act(dice);
      await sleep(20);
    }
  };
  await Promise.all(Array.from({ length: 4 }, hand));
}
