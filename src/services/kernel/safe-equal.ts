import { timingSafeEqual } from 'node:crypto';

/** Compares two secrets in a time that tells nothing about where they differ. */
export function safeEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
