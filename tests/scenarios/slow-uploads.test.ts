// @lane sqlite: proves how requests are read.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { uploadFloor } from '../../src/resolvers/http/multipart.ts';
import { ask, signIn } from '../support/ask.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { until } from '../support/until.ts';

/**
 * Fifty senders of a byte a second. The minimum speed is the server's own, 16 KiB/s; it is looked at after a second and a
 * half instead of half a minute, so that nobody waits for the test.
 */
const floor = { ...uploadFloor, afterMs: 1_500, everyMs: 250 };
const slowSenders = 50;

let env: TestEnvironment;
let sender: string;
let other: string;
beforeAll(async () => {
  env = await openTestEnvironment({ uploadFloor: floor });
  [sender, other] = [await signIn(env, 'CUSTOMER'), await signIn(env, 'ARTISAN')];
});
afterAll(() => env.close());

const boundary = '----atelier';
const operations = JSON.stringify({
  query: 'mutation ($input: UploadAvatarInput!) { uploadAvatar(input: $input) { id } }',
  variables: { input: { file: null } },
});
const field = (name: string, value: string): string =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const untilFile = `${field('operations', operations)}${field('map', '{"0":["variables.input.file"]}')}--${boundary}\r\ncontent-disposition: form-data; name="0"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`;

interface Cut {
  /** How long the connection lived. */
  readonly milliseconds: number;
  readonly answer: string;
}

/** Says `said` at once, then a byte a second for as long as it is listened to. */
function trickle(said: string): Promise<Cut> {
  const { host, hostname, port } = new URL(env.url);
  const head = `POST /graphql HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${sender}\r\napollo-require-preflight: true\r\ncontent-type: multipart/form-data; boundary=${boundary}\r\ncontent-length: 5000000\r\n\r\n`;
  const began = performance.now();
  const socket: Socket = connect(Number(port), hostname);
  let answer = '';
  socket
    .on('error', () => undefined)
    .on('data', (bytes: Buffer) => {
      answer += bytes.toString();
    });
  socket.write(head + said);
  const dripping = setInterval(() => socket.write('a'), 1_000);
  return new Promise((resolve) =>
    socket.once('close', () => {
      clearInterval(dripping);
      resolve({ milliseconds: performance.now() - began, answer });
    }),
  );
}

const p99 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;

/** How long somebody else waits for their account, so many times. */
async function waits(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const began = performance.now();
    const { data } = await ask(env, '{ me { id email } }', { token: other });
    times.push(performance.now() - began);
    expect(data).not.toBeNull();
  }
  return times;
}

/** What the slowest hundredth waits without and with a burden, in turns: the machine is the same for both. */
async function compare(burden: (isOn: boolean) => Promise<void>): Promise<{ base: number; loaded: number }> {
  const [base, loaded]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 3; turn += 1) {
    base.push(...(await waits(100)));
    await burden(true);
    loaded.push(...(await waits(100)));
    await burden(false);
  }
  return { base: p99(base), loaded: p99(loaded) };
}

test(`fifty uploads of a byte a second are cut at the floor of speed, and cost others nothing`, async () => {
  const descriptors = (): number => readdirSync('/proc/self/fd').length;
  const before = descriptors();
  const cuts: Cut[] = [];
  let running: Promise<Cut>[] = [];
  const burden = async (isOn: boolean): Promise<void> => {
    if (isOn) {
      // Half of them in the middle of their file, half before they have said what they want.
      running = Array.from({ length: slowSenders }, (_, i) =>
        trickle(i % 2 === 0 ? untilFile : untilFile.slice(0, 60)),
      );
      await sleep(200);
    } else cuts.push(...(await Promise.all(running)));
  };
  let measured = await compare(burden);
  for (let again = 0; again < 2 && measured.loaded >= 2 * measured.base; again += 1) measured = await compare(burden);
  console.log(
    `others wait ${measured.base.toFixed(1)} ms (p99), and ${measured.loaded.toFixed(1)} ms beside ${slowSenders} slow uploads`,
  );
  expect(measured.loaded).toBeLessThan(2 * measured.base);
  expect(cuts.length % slowSenders).toBe(0);
  // Ten at once, two a person: the others were answered at once, and cut when they went on.
  const [refused, cut] = [
    cuts.filter(({ answer }) => answer.includes('RATE_LIMITED')),
    cuts.filter(({ answer }) => !answer.includes('RATE_LIMITED')),
  ];
  expect(refused.length).toBeGreaterThan(0);
  expect(cut.length).toBeGreaterThan(slowSenders / 2);
  for (const { milliseconds } of cut) {
    expect(milliseconds).toBeGreaterThan(floor.afterMs - 300);
    expect(milliseconds).toBeLessThan(floor.afterMs + 10 * floor.everyMs);
  }
  await until(
    'nothing of them is left',
    () => descriptors() <= before + 2 && readdirSync(join(env.config.dataDir, 'files', 'tmp')).length === 0,
  );
  expect(env.logs.text()).not.toMatch(/unhandled|uncaught/i);
});

test('a burden on others is noticed', async () => {
  let burning: NodeJS.Timeout | undefined;
  const { base, loaded } = await compare(async (isOn) => {
    if (!isOn) return clearInterval(burning);
    // As a sender would who keeps the server busy for forty milliseconds out of fifty.
    burning = setInterval(() => {
      for (const end = performance.now() + 40; performance.now() < end;);
    }, 50);
  });
  expect(loaded).toBeGreaterThan(2 * base);
});

test('the minimum speed of the server is 16 KiB a second after half a minute', () => {
  expect(uploadFloor).toEqual({ bytesPerSecond: 16_384, afterMs: 30_000, everyMs: 5_000 });
});
