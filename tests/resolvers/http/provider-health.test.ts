// @lane sqlite: no database is involved.
import { expect, test } from '@jest/globals';
import { behind } from '../../../src/composition/health.ts';
import { HealthFinding } from '../../../src/services/platform/health.ts';

test('a provider that never answers holds up nobody, and is asked once', async () => {
  let asked = 0;
  const check = behind(60_000, () => {
    asked += 1;
    return new Promise(() => undefined);
  });
  for (let n = 0; n < 5; n += 1) expect(await check()).toBeInstanceOf(HealthFinding);
  expect(asked).toBe(1);
});

test('the last answer stays until the next one has come', async () => {
  const answers: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const check = behind(0, () => new Promise<void>((resolve, reject) => answers.push({ resolve, reject })));
  answers[0]?.resolve();
  await Promise.resolve();
  expect(await check()).toBeUndefined();
  for (const { reject } of answers.slice(1)) reject(new Error('away'));
  await Promise.resolve();
  await expect(check()).rejects.toThrow('away');
  expect(answers.length).toBeGreaterThan(1);
});
