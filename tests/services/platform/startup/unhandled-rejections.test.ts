import { expect, test } from '@jest/globals';
import { spawnModule } from '../../../support/processes/spawn.ts';

const program = 'tests/support/processes/abandoned-promise.ts';

test('a rejection that nothing waits for is logged and ends no process', async () => {
  const guarded = spawnModule(program, { IS_GUARDED: 'yes' });
  expect(await guarded.ended).toBe(0);
  expect(guarded.output()).toContain('still runs');
  expect(guarded.output()).toMatch(/"level":"error".*abandoned.*a rejection that nothing waited for/);
  const bare = spawnModule(program, {});
  expect(await bare.ended).toBe(1);
});
