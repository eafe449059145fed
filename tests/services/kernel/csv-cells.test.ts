import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { csvCell, csvHead, csvLine, csvMimeType } from '../../../src/services/kernel/csv-cells.ts';

const triggers = ['=', '+', '-', '@', '\t', '\r'];

/** What a reader of CSV gets back. */
const read = (cell: string): string => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);

describe.each(triggers)('a text that begins with %j', (sign) => {
  test.each([
    ['plain', sign],
    ['after a quote', `"${sign}`],
    ['after an apostrophe', `'${sign}`],
    ['after a space', ` ${sign}`],
  ])('%s is text', (_name, start) => {
    expect(read(csvCell(`${start}cmd|calc!A0`))).toBe(`'${start}cmd|calc!A0`);
  });
});

test.each(['＝1+1', '＋1', '－1', '＠A1'])('full width %s is text too', (text) =>
  expect(csvCell(text)).toBe(`'${text}`),
);

test('numbers stay numbers, words stay words, nothing is nothing', () => {
  expect(csvLine([-12, '-12.50', 0, 'roman', null, 'a=b'])).toBe('-12,-12.50,0,roman,,a=b\r\n');
});

test('commas, quotes and lines are quoted', () =>
  expect(csvLine(['a,b', 'say "hi"', 'two\nlines'])).toBe('"a,b","say ""hi""","two\nlines"\r\n'));

test('a spreadsheet learns that accents are UTF-8, by a mark and by the type', () => {
  expect(csvHead(['café', 'b'])).toBe('\ufeffcafé,b\r\n');
  expect(csvMimeType).toBe('text/csv; charset=utf-8');
});

test('every CSV that we make is made by these', () => {
  // What cabinets take is made by others.
  const known = ['csv-cells.ts', 'files/inspection/cabinet-types.ts'];
  const others = globSync('src/**/*.ts').filter(
    (file) => !known.some((one) => file.endsWith(one)) && /text\/csv|[`'"]\\ufeff/.test(readFileSync(file, 'utf8')),
  );
  expect(others).toEqual([]);
});
