// Which test file goes first: on a machine that has not run them yet, those that kill processes and wait for them, so
// that no worker is left alone with one at the end. Later, jest's own memory of how long each took decides.
import { existsSync } from 'node:fs';
import Base from '@jest/test-sequencer';

const long = /\/(scenarios\/|[^/]*(storm|hostile|mutants|processes|playground|webhooks)[^/]*$)/;

export default class extends (Base.default ?? Base) {
  sort(tests) {
    const known = tests.some(({ context }) => existsSync(this._getCachePath(context)));
    const sorted = super.sort(tests);
    return known
      ? sorted
      : [...sorted.filter(({ path }) => long.test(path)), ...sorted.filter(({ path }) => !long.test(path))];
  }
}
