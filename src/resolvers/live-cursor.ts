import { fieldError } from '../services/kernel/errors.ts';
import type { LiveDelivery } from '../services/platform/live/source.ts';

/** Cursors of live streams have their own prefix: those of lists are refused. */
const name = 'live';

/** The position in a stream after an event, as clients return it. */
export const liveCursor = ({ seq }: Pick<LiveDelivery, 'seq'>): string =>
  Buffer.from(JSON.stringify([name, seq])).toString('base64url');

/**
 * The position in a stream that a client returns; undefined when there is none, `INPUT_INVALID` when we did not write
 * it.
 */
export function liveAfter(after: string | null | undefined): number | undefined {
  if (after === null || after === undefined) return undefined;
  const [given, seq, ...more] = parsed(after);
  if (given !== name || !Number.isSafeInteger(seq) || Number(seq) < 0 || more.length > 0)
    throw fieldError('after', 'cursor');
  return Number(seq);
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(key) ? key : [];
  } catch {
    return [];
  }
}
