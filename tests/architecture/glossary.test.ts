import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { entities } from '../../src/entities/index.ts';

const rows = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
  .filter(([term]) => term !== 'Term');
/** Entities are written as one word; "Page (of the site)" is the entity `Page`. */
const terms = new Set(rows.map(([term = '']) => term.replace(/ \(.*\)$/, '')));

test('every entity is in the glossary', () => {
  const missing = entities.map(({ meta }) => String(meta.className)).filter((name) => !terms.has(name));
  expect(missing).toEqual([]);
});

test('every term has its sentence, its French word and words to avoid', () => {
  expect(rows.length).toBeGreaterThan(entities.length);
  for (const [term, ...cells] of rows)
    expect({ term, cells, empty: cells.filter((cell) => cell === '').length }).toMatchObject({
      term,
      cells: { length: 3 },
      empty: 0,
    });
});
