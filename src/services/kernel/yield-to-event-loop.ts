/**
 * Lets the event loop run before a heavy piece of work, and lets only one such piece begin at each turn: ten transfers
 * whose bytes have all arrived would otherwise block all other requests for as long as they take together.
 */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(admit);
  });
}

/** The event loop is the process's own, and so are those who wait for it. */
const waiting: (() => void)[] = [];

function admit(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(admit);
}
