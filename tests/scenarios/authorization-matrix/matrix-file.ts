import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The committed file: a row for each field, a column for each kind of person. Compared cell by cell, written by `npm run matrix`. */
const path = join(import.meta.dirname, 'matrix.csv');

export interface Row {
  /** `Query.order`, `Order.title`, `Subscription.orderUpdated event`. */
  readonly field: string;
  /** The permission its `@auth` names, `public`, or nothing for a field of an object. */
  readonly requires: string;
  readonly cells: readonly string[];
}

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const parsed = (line: string): string[] => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, inside, plain]) => inside?.replaceAll('""', '"') ?? plain ?? '');

export function writeMatrix(kinds: readonly string[], rows: readonly Row[]): void {
  const lines = [['field', 'requires', ...kinds], ...rows.map(({ field, requires, cells }) => [field, requires, ...cells])];
  writeFileSync(path, `${lines.map((cells) => cells.map(quoted).join(',')).join('\n')}\n`);
}

export function readMatrix(): { kinds: readonly string[]; rows: ReadonlyMap<string, Row> } {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const rows = lines.map(parsed).map(([field = '', requires = '', ...cells]): Row => ({ field, requires, cells }));
  return { kinds: parsed(head).slice(2), rows: new Map(rows.map((row) => [row.field, row])) };
}
