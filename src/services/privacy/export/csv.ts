import type { ReadableTable } from './presentable.ts';

const formulaStart = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * One cell (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV
 * injection"): opening the file must not run what somebody typed.
 */
export function csvCell(value: unknown): string {
  const text = typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
  const safe = typeof value === 'string' && formulaStart.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

const line = (cells: readonly unknown[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Every table in one file: a line per value, with its table, the number of its row and its column. */
export const csvOf = (tables: readonly ReadableTable[]): string =>
  line(['table', 'row', 'column', 'value']) +
  tables.flatMap(({ table, rows }) => rows.flatMap((row, i) => Object.entries(row).map(([column, value]) => line([table, i + 1, column, value])))).join('');

/** One table, a line per row. */
export const csvOfTable = ({ rows }: ReadableTable): string => {
  const columns = Object.keys(rows[0] ?? {});
  return line(columns) + rows.map((row) => line(columns.map((column) => row[column]))).join('');
};
