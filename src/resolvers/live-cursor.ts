import { fieldError } from '../services/kernel/errors.ts';
import type { LiveDelivery } from '../services/platform/live/source.ts';

/** Cursors of live streams name what they are: those of lists are none of them. */
const name = 'live';

/** Where a stream stands after an event, as clients give it back. */
export const liveCursor = ({ seq }: Pick<LiveDelivery, 'seq'>): string =>
  Buffer.from(JSON.stringify([name, seq])).toString('base64url');

/** The place in a stream that a client gives back; undefined when it gives none, `INPUT_INVALID` when we did not write it. */
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
