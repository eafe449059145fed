import { monitorEventLoopDelay } from 'node:perf_hooks';

const windowMilliseconds = 1_000;
const slowMilliseconds = 200;
const slowWindows = 5;

export interface LoadGuard {
  readonly isOverloaded: () => boolean;
  stop(): void;
}

/** Watches the event loop: overloaded once it has lagged more than 200 ms in each of five seconds, until it stops lagging. */
export function watchLoad(): LoadGuard {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const count = countSlow();
  const timer = setInterval(() => {
    count.add(delay.max / 1e6);
    delay.reset();
  }, windowMilliseconds).unref();
  return {
    isOverloaded: count.isOverloaded,
    stop: () => {
      clearInterval(timer);
      delay.disable();
    },
  };
}

/** The rule apart from the clock: how many seconds in a row were slow. */
export function countSlow() {
  let slow = 0;
  return {
    add: (lagMilliseconds: number): void => {
      slow = lagMilliseconds > slowMilliseconds ? slow + 1 : 0;
    },
    isOverloaded: (): boolean => slow >= slowWindows,
  };
}
