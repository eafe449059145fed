import { decodeCursor, encodeCursor } from '../services/kernel/cursor.ts';
import { fieldError } from '../services/kernel/errors.ts';
import type { LiveDelivery } from '../services/platform/live/source.ts';

/** Where a stream stands after an event, as clients give it back. */
export const liveCursor = ({ seq }: LiveDelivery): string => encodeCursor([seq]);

/** The place in a stream that a client gives back; undefined when it gives none. */
export function liveAfter(after: string | null | undefined): number | undefined {
  if (after === null || after === undefined) return undefined;
  const [seq] = decodeCursor(after, 1);
  if (typeof seq !== 'number') throw fieldError('after', 'cursor');
  return seq;
}
