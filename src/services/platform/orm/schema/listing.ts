/** A part of a table: `column title`, and what it is: `varchar(160) not null`. Parts that are all name have an empty description. */
export type Part = readonly [name: string, description: string];

/** The schema of a database: the parts of each table, in one notation for every server and version. */
export type Listing = Readonly<Record<string, readonly Part[]>>;

/** What the code expects of a database. */
export interface ExpectedSchema {
  /** Every migration in the code. */
  readonly migrations: readonly string[];
  readonly tables: Listing;
}

export interface ColumnFacts {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly preset: string | null;
  readonly isGenerated?: boolean;
}

/**
 * Display widths do not affect what a column holds, and MySQL no longer reports them; MariaDB stores JSON as long text.
 */
const typeOf = (type: string): string =>
  type
    .toLowerCase()
    .replace(/^(bigint|int|smallint|mediumint)\(\d+\)/, '$1')
    .replace(/^json$/, 'longtext');

/** MariaDB quotes a default and returns `NULL` where there is none; MySQL does neither. */
function presetOf(preset: string | null): string {
  const text = preset === null ? 'null' : preset.toLowerCase().replace(/^'(.*)'$/s, '$1');
  if (text === 'null') return '';
  return ` default ${text === 'true' ? '1' : text === 'false' ? '0' : text}`;
}

export const columnPart = ({ name, type, isRequired, preset, isGenerated = false }: ColumnFacts): Part => [
  `column ${name}`,
  `${typeOf(type)} ${isRequired ? 'not null' : 'null'}${presetOf(preset)}${isGenerated ? ' auto_increment' : ''}`,
];

/** An index is identified by its columns; its name is ignored. */
export const indexPart = (columns: readonly string[], kind: 'primary key' | 'unique index' | 'index'): Part => [
  `${kind} (${columns.join(', ')})`,
  '',
];

export interface ForeignKeyFacts {
  readonly columns: readonly string[];
  readonly table: string;
  readonly foreignColumns: readonly string[];
  readonly onDelete: string;
}

/** `no action` and `restrict` are the same to both databases, unless a check is put off: we put off none. */
export const foreignKeyPart = ({ columns, table, foreignColumns, onDelete }: ForeignKeyFacts): Part => {
  const rule = onDelete.toLowerCase();
  return [
    `foreign key (${columns.join(', ')})`,
    `to ${table} (${foreignColumns.join(', ')}) on delete ${rule === 'no action' ? 'restrict' : rule}`,
  ];
};

/**
 * The text of a trigger or a check without what servers write differently: quotes of names, white space, case outside
 * strings.
 */
export const sqlText = (sql: string): string =>
  sql
    .split(/('(?:[^']|'')*')/)
    .map((part, i) => (i % 2 === 1 ? part : part.replaceAll(/[`"]/g, '').replaceAll(/\s+/g, ' ').toLowerCase()))
    .join('')
    .trim()
    .replace(/;$/, '');

/** Collects parts by table, in an order that does not depend on the database. */
export class ListingBuilder {
  readonly #tables = new Map<string, Part[]>();

  add(table: string, part: Part): void {
    if (table === 'mikro_orm_migrations') return;
    const parts = this.#tables.get(table) ?? [];
    parts.push(part);
    this.#tables.set(table, parts);
  }

  build(): Listing {
    const byName = <T>([a]: readonly [string, T], [b]: readonly [string, T]): number => (a < b ? -1 : Number(a > b));
    return Object.fromEntries([...this.#tables].sort(byName).map(([table, parts]) => [table, parts.sort(byName)]));
  }
}

/** Rows of one index or key, in the order of its columns, under the name they share. */
export function grouped<T>(rows: readonly T[], nameOf: (row: T) => string): T[][] {
  return [...Map.groupBy(rows, nameOf).values()];
}
