import { test, expect } from '@jest/globals';
import { countSlow } from '../../../src/resolvers/http/load-guard.ts';

test('five slow seconds in a row are an overload, and one quick second ends it', () => {
  const count = countSlow();
  for (const lag of [250, 300, 201, 500]) count.add(lag);
  expect(count.isOverloaded()).toBe(false);
  count.add(250);
  expect(count.isOverloaded()).toBe(true);
  count.add(200);
  expect(count.isOverloaded()).toBe(false);
});
