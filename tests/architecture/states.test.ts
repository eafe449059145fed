import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  allows,
  availableActions,
  finalStates,
  isOver,
  statesAllowing,
  transition,
  type StateTable,
} from '../../src/services/kernel/states.ts';

/** Walks every table of states of the application: each transition that is declared in them must hold. */
type Table = StateTable<string, string>;

const services = resolve(import.meta.dirname, '../../src/services');

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((verbs) => typeof verbs === 'object' && verbs !== null && !Array.isArray(verbs));

const files = globSync('**/*.states.ts', { cwd: services }).sort();
const tables: [string, Table][] = [];
for (const file of files) {
  const made = Object.entries((await import(resolve(services, file))) as Record<string, unknown>).filter(
    (entry): entry is [string, Table] => isTable(entry[1]),
  );
  if (made.length === 0) throw new Error(`${file} exports no table`);
  tables.push(...made);
}

const reachedFrom = (table: Table, start: string): Set<string> => {
  const seen = new Set([start]);
  for (const state of seen) for (const next of Object.values(table[state] ?? {})) seen.add(next as string);
  return seen;
};

describe.each(tables)('%s', (_name, table) => {
  const states = Object.keys(table);
  // A table begins with the state in which things begin.
  const [first = ''] = states;
  const verbs = [...new Set(states.flatMap((state) => Object.keys(table[state] ?? {})))];

  test('a verb leads to a state of the table', () => {
    expect(states).toContain(first);
    for (const state of states) for (const next of Object.values(table[state] ?? {})) expect(states).toContain(next);
  });

  test('every state is reached from the first one', () => {
    const missing = states.filter((state) => !reachedFrom(table, first).has(state));
    expect(missing).toEqual([]);
  });

  test('each verb moves where it is drawn, and is refused everywhere else', () => {
    for (const state of states) {
      for (const verb of verbs) {
        const thing = { status: state };
        const next = table[state]?.[verb];
        expect(allows(table, state, verb)).toBe(next !== undefined);
        if (next === undefined)
          expect(() => transition(table, thing, verb)).toThrow(expect.objectContaining({ code: 'ACTION_NOT_ALLOWED' }));
        else transition(table, thing, verb);
        expect(thing.status).toBe(next ?? state);
      }
      expect(availableActions(table, state)).toEqual(Object.keys(table[state] ?? {}));
    }
  });

  test('a thing is over where no verb is drawn', () => {
    for (const state of states) {
      const isEnd = Object.keys(table[state] ?? {}).length === 0;
      expect(isOver(table, state)).toBe(isEnd);
      expect(finalStates(table).includes(state)).toBe(isEnd);
    }
    for (const verb of verbs)
      expect(statesAllowing(table, verb)).toEqual(states.filter((state) => table[state]?.[verb] !== undefined));
  });
});
