import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something is true, looking often at first; fails after `withinMs`, which is far more than a loaded machine needs, and prints what was waited for. */
export async function until(what: string, isTrue: () => boolean | Promise<boolean>, withinMs = 90_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (let pause = 2; !(await isTrue()); pause = Math.min(pause * 2, 100)) {
    if (performance.now() > deadline) throw new Error(`Waited ${withinMs} ms in vain until ${what}`);
    await sleep(pause);
  }
}
