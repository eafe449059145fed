import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { test, expect } from '@jest/globals';
import { RateWindows } from '../../../src/services/platform/rate-windows.ts';
import { until } from '../../support/until.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';

type Refusal = { code: string; details: { retryAfter: number } };

/** Counts of this process are taken at once, those of Redis later. */
const refusal = async (take: () => Promise<void> | void): Promise<'taken' | Refusal> => {
  try {
    await take();
    return 'taken';
  } catch (error) {
    return error as Refusal;
  }
};

test('a key may use its points, then learns how long to wait', async () => {
  const limits = createRateLimits();
  for (let i = 0; i < 5; i += 1) await limits.take('two-factor/challenge', 'ada');
  expect(await refusal(() => limits.take('two-factor/challenge', 'ada'))).toMatchObject({
    code: 'RATE_LIMITED',
    details: { retryAfter: 3600 },
  });
  expect(await refusal(() => limits.take('two-factor/challenge', 'grace'))).toBe('taken');
  expect(await refusal(() => limits.take('two-factor-challenge/account', 'ada'))).toBe('taken');
});

test('several points are taken at once, or refused at once', async () => {
  const limits = createRateLimits();
  expect(await refusal(() => limits.take('graphql/address', '192.0.2.1', 100))).toBe('taken');
  expect(await refusal(() => limits.take('graphql/address', '192.0.2.1'))).toMatchObject({ code: 'RATE_LIMITED' });
});

test('a check uses up nothing, and forgiving gives everything back', async () => {
  const limits = createRateLimits();
  for (let i = 0; i < 5; i += 1) {
    expect(await refusal(() => limits.check('two-factor/challenge', 'ada'))).toBe('taken');
    await limits.take('two-factor/challenge', 'ada');
  }
  expect(await refusal(() => limits.check('two-factor/challenge', 'ada'))).toMatchObject({ code: 'RATE_LIMITED' });
  await limits.forgive('two-factor/challenge', 'ada');
  expect(await refusal(() => limits.check('two-factor/challenge', 'ada'))).toBe('taken');
});

test('windows that are over are forgotten, without anybody looking for them', async () => {
  const windows = new RateWindows(0.03);
  for (let key = 0; key < 1_000; key += 1) windows.use(`early ${key}`, 1);
  expect(windows.size).toBe(1_000);
  await until('they are over, and others have come', () => {
    windows.use(`late ${performance.now()}`, 1);
    return windows.size < 500;
  });
  expect(windows.look('early 0')).toBeUndefined();
  expect(windows.use('early 0', 3)).toMatchObject({ used: 3 });
});

const redisServer = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find(existsSync);
if (redisServer)
  test('several processes share their counts through Redis, and go on by themselves without it', () =>
    shareThrough(redisServer));
else process.stdout.write('No redis-server here: shared rate limits are not tried.\n');

async function shareThrough(program: string): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'limits-'));
  const socket = join(directory, 'redis.sock');
  const server = spawn(program, ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', directory], {
    stdio: 'ignore',
  });
  const gone = new Promise((resolve) => server.once('exit', resolve));
  while (!existsSync(socket)) await sleep(10);
  const [one, two] = [
    createRateLimits({ redisUrl: `unix://${socket}` }),
    createRateLimits({ redisUrl: `unix://${socket}` }),
  ];
  await sleep(200);
  for (let i = 0; i < 5; i += 1) await (i % 2 ? one : two).take('two-factor/challenge', 'ada');
  expect(await refusal(() => one.take('two-factor/challenge', 'ada'))).toMatchObject({ code: 'RATE_LIMITED' });
  expect(await refusal(() => two.check('two-factor/challenge', 'ada'))).toMatchObject({ code: 'RATE_LIMITED' });
  await two.forgive('two-factor/challenge', 'ada');
  expect(await refusal(() => one.take('two-factor/challenge', 'ada'))).toBe('taken');
  server.kill();
  await gone;
  for (let i = 0; i < 5; i += 1) expect(await refusal(() => one.take('two-factor/challenge', 'grace'))).toBe('taken');
  expect(await refusal(() => one.take('two-factor/challenge', 'grace'))).toMatchObject({ code: 'RATE_LIMITED' });
  one.close?.();
  two.close?.();
  rmSync(directory, { recursive: true });
}
