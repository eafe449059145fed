import { csvHead, csvLine } from '../../kernel/csv-cells.ts';
import type { ReadableTable } from './presentable.ts';

/** A value as one cell says it: words and numbers as they are, the rest as JSON. */
const spelt = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number'
    ? value
    : value === null || value === undefined
      ? null
      : JSON.stringify(value);

const line = (cells: readonly unknown[]): string => csvLine(cells.map(spelt));

/** Every table in one file: a line per value, with its table, the number of its row and its column. */
export const csvOf = (tables: readonly ReadableTable[]): string =>
  csvHead(['table', 'row', 'column', 'value']) +
  tables
    .flatMap(({ table, rows }) =>
      rows.flatMap((row, i) => Object.entries(row).map(([column, value]) => line([table, i + 1, column, value]))),
    )
    .join('');

/** One table, a line per row. */
export const csvOfTable = ({ rows }: ReadableTable): string => {
  const columns = Object.keys(rows[0] ?? {});
  return csvHead(columns) + rows.map((row) => line(columns.map((column) => row[column]))).join('');
};
