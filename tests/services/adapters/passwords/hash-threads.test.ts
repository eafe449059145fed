import { expect, test } from '@jest/globals';
import { HashThreads } from '../../../../src/services/adapters/passwords/hash-threads.ts';

const rounds = 4;

test('several at once, each with its own answer', async () => {
  const threads = new HashThreads(2);
  const words = ['un', 'deux', 'trois', 'quatre'];
  const hashes = (await Promise.all(words.map((password) => threads.run({ password, rounds })))) as string[];
  const matches = await Promise.all(words.flatMap((password) => hashes.map((hash) => threads.run({ password, hash }))));
  expect(matches).toEqual(words.flatMap((_, i) => hashes.map((_hash, j) => i === j)));
});

test('a thread that fails says so, and the next takes its place', async () => {
  const threads = new HashThreads(2);
  await expect(threads.run({ password: undefined as unknown as string, rounds })).rejects.toThrow('data and salt');
  expect(await threads.run({ password: 'x', rounds })).toMatch(/^\$2b\$04\$/);
});
