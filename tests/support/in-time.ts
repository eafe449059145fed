import { expect } from '@jest/globals';

/**
 * Does the work, and expects it to end within so many milliseconds on an idle machine; on a busy one, which gives this
 * thread a part of a core only, within as many times more.
 */
export async function inTime<T>(milliseconds: number, work: () => T | Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  const took = performance.now() - began;
  if (took >= milliseconds) expect(took / waitingFactor()).toBeLessThan(milliseconds);
  return result;
}

/** Seconds that pass for a second of this thread’s own work, at this moment: 1 on an idle machine. */
function waitingFactor(): number {
  const [began, before] = [performance.now(), process.threadCpuUsage()];
  let used = 0;
  while (used < 50) {
    const { user, system } = process.threadCpuUsage(before);
    used = (user + system) / 1_000;
  }
  return Math.max(1, (performance.now() - began) / used);
}
