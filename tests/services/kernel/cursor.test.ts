import { expect, test } from '@jest/globals';
import { cursorForm, decodeCursor, encodeCursor, keyIn } from '../../../src/services/kernel/cursor.ts';
import { newId } from '../../../src/services/kernel/ids.ts';

const orders = cursorForm('orders', 'instant', 'id');
const id = newId();

test('a cursor comes back as it was given, from either database', () => {
  const at = new Date('2026-11-20T19:30:00.005Z');
  for (const raw of [at.getTime(), '2026-11-20 19:30:00.005']) expect(decodeCursor(encodeCursor(keyIn(orders, raw, id)), orders)).toEqual([at, id]);
});

test.each([
  ['no JSON', 'nonsense'], ['["a","b"]', 'WyJhIiwiYiJd'], ['empty', ''], ['an object', encodeCursor({} as never)], ['without its list', encodeCursor([1, id])],
  ['of another list', encodeCursor(['messages', 1, id])], ['too short', encodeCursor(['orders', 1])], ['too long', encodeCursor(['orders', 1, id, 1])], ['no instant', encodeCursor(['orders', 'soon', id])],
  ['a wrong day', encodeCursor(['orders', '2026-13-40 00:00:00', id])], ['half a second', encodeCursor(['orders', 1.5, id])], ['too late', encodeCursor(['orders', 1e300, id])], ['before all', encodeCursor(['orders', -1, id])],
  ['null', encodeCursor(['orders', null, id])], ['no identifier', encodeCursor(['orders', 1, '\ud800'])],
])('what is not ours is refused: %s', (_name, cursor) => {
  expect(() => decodeCursor(cursor, orders)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID', details: { fields: [{ path: 'after', rules: ['cursor'] }] } }) as unknown as Error);
});
