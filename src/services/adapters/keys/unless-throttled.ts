import { setTimeout as sleep } from 'node:timers/promises';

const baseMs = 100;
const mostMs = 3_000;

const isThrottled = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'statusCode' in error && error.statusCode === 429;

/** Asks again, after a random time that grows, when a service says that it is asked too often. */
export async function unlessThrottled<T>(call: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (attempt >= attempts || !isThrottled(error)) throw error;
      await sleep(Math.random() * Math.min(mostMs, baseMs * 2 ** attempt));
    }
  }
}
