import { cursorForm, decodeCursor, encodeCursor, keyIn } from '../services/kernel/cursor.ts';
import type { LiveDelivery } from '../services/platform/live/source.ts';

const cursors = cursorForm('live', 'number');

/** Where a stream stands after an event, as clients give it back. */
export const liveCursor = ({ seq }: LiveDelivery): string => encodeCursor(keyIn(cursors, seq));

/** The place in a stream that a client gives back; undefined when it gives none. */
export function liveAfter(after: string | null | undefined): number | undefined {
  if (after === null || after === undefined) return undefined;
  return decodeCursor(after, cursors)[0];
}
