import { expect, test } from '@jest/globals';
import { bcryptPasswords } from '../../../../src/services/adapters/passwords/bcrypt.ts';
import { createSemaphore } from '../../../../src/services/kernel/semaphore.ts';

const passwords = bcryptPasswords(4);

test('a password matches its hash and nothing else', async () => {
  const hash = await passwords.hash('Un-Cheval-Bleu-42');
  expect(hash).toMatch(/^\$2b\$04\$/);
  expect(await passwords.matches('Un-Cheval-Bleu-42', hash)).toBe(true);
  expect(await passwords.matches('un-cheval-bleu-42', hash)).toBe(false);
  expect(await passwords.matches('Un-Cheval-Bleu-42', null)).toBe(false);
});

test('bytes beyond the 72nd are never ignored', async () => {
  const longest = `Aa1${'x'.repeat(69)}`;
  const hash = await passwords.hash(longest);
  expect(await passwords.matches(longest, hash)).toBe(true);
  expect(await passwords.matches(`${longest}y`, hash)).toBe(false);
});

test('a hash of another cost is outdated', async () => {
  const hash = await passwords.hash('x');
  expect(await passwords.isOutdated(hash, 'x')).toBe(false);
  expect(await bcryptPasswords(5).isOutdated(hash, 'x')).toBe(true);
});

test('an account that does not exist takes as long as one that does', async () => {
  const slow = bcryptPasswords(9);
  const hash = await slow.hash('Un-Cheval-Bleu-42');
  await slow.matches('x', null);
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let i = 0; i < 15; i += 1) {
    for (const [name, against] of [
      ['known', hash],
      ['unknown', null],
    ] as const) {
      const start = performance.now();
      await slow.matches('Un-Cheval-Rouge-42', against);
      times[name].push(performance.now() - start);
    }
  }
  const least = (list: number[]): number => Math.min(...list);
  // Wide, because the machine is shared: without the dummy hash the ratio would be near 0.
  expect(least(times.unknown) / least(times.known)).toBeGreaterThan(0.5);
});

test('four work at once, sixty-four wait, the next is asked to come back', async () => {
  const semaphore = createSemaphore({ atOnce: 4, waiting: 64 });
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const ends: (() => void)[] = [];
  const work = (i: number) =>
    semaphore(async () => {
      running += 1;
      most = Math.max(most, running);
      order.push(i);
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
      if (i === 10) throw new Error('a hash that fails gives its slot back too');
    });
  const all = Array.from({ length: 69 }, (_, i) => work(i));
  await expect(all[68]).rejects.toMatchObject({ code: 'RATE_LIMITED', details: { retryAfter: 2 } });
  const rest = Promise.allSettled(all.slice(0, 68));
  while (order.length < 68 || running > 0) {
    ends.splice(0).forEach((end) => end());
    await new Promise((resolve) => setImmediate(resolve));
  }
  const outcomes = await rest;
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(most).toBe(4);
  expect(order).toEqual(Array.from({ length: 68 }, (_, i) => i));
});
