import { expect } from '@jest/globals';
import { engine } from './database.ts';
import { spawnModule } from './processes/spawn.ts';

/** More passages than any step has. */
const most = 60;

/** Each database has a third of them, and not the same one; `STORM=full` all on both. */
const isTaken = (passage: number): boolean =>
  process.env['STORM'] === 'full' || passage % 3 === (engine === 'sqlite' ? 1 : 2);

/**
 * Takes a step again and again, each time in a process that dies one passage later, until one lives; `look` sees what each death has left,
 * and prepares the next. Answers how many died.
 */
export async function dieAtEach(
  settings: () => Promise<Record<string, string>> | Record<string, string>,
  look: (passage: number, isAlive: boolean) => Promise<void>,
): Promise<number> {
  let died = 0;
  for (let passage = 1; passage <= most; passage += 1) {
    if (!isTaken(passage)) continue;
    const { ended, output } = spawnModule('tests/support/processes/support-step.ts', {
      ...(await settings()),
      CRASH_AT: String(passage),
    });
    const end = await ended;
    expect([passage, end === 0 || end === 'SIGKILL' ? '' : output().slice(-2_000)]).toEqual([passage, '']);
    await look(passage, end === 0);
    if (end === 0) return died;
    died += 1;
  }
  throw new Error('Every process died');
}
