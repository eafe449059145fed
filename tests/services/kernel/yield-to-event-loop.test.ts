import { expect, test } from '@jest/globals';
import { yieldToEventLoop } from '../../../src/services/kernel/yield-to-event-loop.ts';

const turns = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
};

test('one heavy piece of work begins at each turn of the event loop, in the order they came', async () => {
  const begun: number[] = [];
  for (const piece of [1, 2, 3]) void yieldToEventLoop().then(() => begun.push(piece));
  await Promise.resolve();
  expect(begun).toEqual([]);
  const seen: number[] = [];
  for (let i = 0; i < 6 && begun.length < 3; i++) {
    await turns(1);
    seen.push(begun.length);
  }
  expect(begun).toEqual([1, 2, 3]);
  expect(Math.max(...seen.map((count, i) => count - (seen[i - 1] ?? 0)))).toBe(1);
});

test('who comes later is not forgotten', async () => {
  await yieldToEventLoop();
  let isAdmitted = false;
  void yieldToEventLoop().then(() => {
    isAdmitted = true;
  });
  await turns(2);
  expect(isAdmitted).toBe(true);
});
