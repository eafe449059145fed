import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The committed files: a row for each field or route, a column for each kind of person. Compared cell by cell, written by `npm run matrix`. */
export type MatrixName = 'matrix' | 'routes';
const pathOf = (name: MatrixName): string => join(import.meta.dirname, `${name}.csv`);

export interface Row {
  /** `Query.order`, `Order.title`, `Subscription.orderUpdated event`, `GET /files/:id: their manuscript`. */
  readonly field: string;
  /** The permission its `@auth` names, `public`, or nothing for a field of an object; where a route stands. */
  readonly requires: string;
  readonly cells: readonly string[];
}

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const parsed = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, inside, plain]) => inside?.replaceAll('""', '"') ?? plain ?? '',
  );

export function writeMatrix(name: MatrixName, kinds: readonly string[], rows: readonly Row[]): void {
  const lines = [
    ['field', 'requires', ...kinds],
    ...rows.map(({ field, requires, cells }) => [field, requires, ...cells]),
  ];
  writeFileSync(pathOf(name), `${lines.map((cells) => cells.map(quoted).join(',')).join('\n')}\n`);
}

export function readMatrix(name: MatrixName): { kinds: readonly string[]; rows: ReadonlyMap<string, Row> } {
  const [head = '', ...lines] = readFileSync(pathOf(name), 'utf8').trimEnd().split('\n');
  const rows = lines.map(parsed).map(([field = '', requires = '', ...cells]): Row => ({ field, requires, cells }));
  return { kinds: parsed(head).slice(2), rows: new Map(rows.map((row) => [row.field, row])) };
}

/** Where what came out is not what the file says, in words; and rows of the file that nothing came out for. */
export function differences(name: MatrixName, kinds: readonly string[], rows: readonly Row[]): string[] {
  const matrix = readMatrix(name);
  const differing = rows.flatMap(({ field, requires, cells }) => {
    const row = matrix.rows.get(field);
    if (row === undefined) return [`${field} is not in ${name}.csv: run \`npm run matrix\` and look at what it says`];
    const wrong = cells.flatMap((cell, i) =>
      cell === row.cells[i] ? [] : [`${field} as ${kinds[i]}: ${cell}; the matrix says ${row.cells[i]}`],
    );
    return requires === row.requires
      ? wrong
      : [`${field} requires ${requires || 'nothing'}; the matrix says ${row.requires || 'nothing'}`, ...wrong];
  });
  const gone = [...matrix.rows.keys()].filter((field) => !rows.some((row) => row.field === field));
  return [
    ...(matrix.kinds.join() === kinds.join() ? [] : ['other kinds of people']),
    ...differing,
    ...gone.map((field) => `${field} is gone`),
  ];
}
