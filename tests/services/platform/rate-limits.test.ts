import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { test, expect } from '@jest/globals';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';

const refusal = (promise: Promise<void>) =>
  promise.then(
    () => 'taken',
    (error: { code: string; details: { retryAfter: number } }) => error,
  );

test('a key may use its points, then learns how long to wait', async () => {
  const limits = createRateLimits();
  for (let i = 0; i < 5; i += 1) await limits.take('two-factor/challenge', 'ada');
  expect(await refusal(limits.take('two-factor/challenge', 'ada'))).toMatchObject({
    code: 'RATE_LIMITED',
    details: { retryAfter: 3600 },
  });
  expect(await refusal(limits.take('two-factor/challenge', 'grace'))).toBe('taken');
  expect(await refusal(limits.take('two-factor-challenge/account', 'ada'))).toBe('taken');
});

test('several points are taken at once, or refused at once', async () => {
  const limits = createRateLimits();
  expect(await refusal(limits.take('graphql/address', '192.0.2.1', 100))).toBe('taken');
  expect(await refusal(limits.take('graphql/address', '192.0.2.1'))).toMatchObject({ code: 'RATE_LIMITED' });
});

test('a check uses up nothing, and forgiving gives everything back', async () => {
  const limits = createRateLimits();
  for (let i = 0; i < 5; i += 1) {
    expect(await refusal(limits.check('two-factor/challenge', 'ada'))).toBe('taken');
    await limits.take('two-factor/challenge', 'ada');
  }
  expect(await refusal(limits.check('two-factor/challenge', 'ada'))).toMatchObject({ code: 'RATE_LIMITED' });
  await limits.forgive('two-factor/challenge', 'ada');
  expect(await refusal(limits.check('two-factor/challenge', 'ada'))).toBe('taken');
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
  expect(await refusal(one.take('two-factor/challenge', 'ada'))).toMatchObject({ code: 'RATE_LIMITED' });
  expect(await refusal(two.check('two-factor/challenge', 'ada'))).toMatchObject({ code: 'RATE_LIMITED' });
  await two.forgive('two-factor/challenge', 'ada');
  expect(await refusal(one.take('two-factor/challenge', 'ada'))).toBe('taken');
  server.kill();
  await gone;
  for (let i = 0; i < 5; i += 1) expect(await refusal(one.take('two-factor/challenge', 'grace'))).toBe('taken');
  expect(await refusal(one.take('two-factor/challenge', 'grace'))).toMatchObject({ code: 'RATE_LIMITED' });
  one.close?.();
  two.close?.();
  rmSync(directory, { recursive: true });
}
