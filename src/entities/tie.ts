import type { Tables } from './index.ts';

type Table = keyof Tables & string;

/** What a row belongs to: `column` of the row, or of the rows of `through` that name it by `by`, is the id of a row of `to`. */
export type Tie =
  /** `column` is the id of a subject, whose type is in `type`: a row of the table that type has in `subjectTables`. */
  | { readonly column: string; readonly type: string }
  | { readonly column: string; readonly to: Table }
  | { readonly through: Table; readonly by: string; readonly column: string; readonly to: Table };

export const its = (column: string, to: Table): Tie => ({ column, to });
export const through = (table: Table, by: string, [column, to]: readonly [string, Table]): Tie => ({
  through: table,
  by,
  column,
  to,
});
/** A `Subject`: its type is in `<prefix>_type`, its id in `<prefix>_id`. */
export const about = (prefix: string): Tie => ({ column: `${prefix}_id`, type: `${prefix}_type` });
export const theirs = [its('user_id', 'user')];

/** What the rows of each table belong to. */
export type Ties = Partial<Readonly<Record<Table, readonly Tie[]>>>;

export interface Holdable {
  readonly table: Table;
  /** The column that names the person concerned; null for none. */
  readonly person: string | null;
  /** The column and the value of a row whose thing is gone: nothing of it is left to keep. Absent where rows go themselves. */
  readonly gone?: readonly [column: string, value: string];
}

export type HoldableTables = Readonly<Record<string, Holdable>>;

/** Rows whose bytes count against the plan of a person, beside the files they own. */
export interface StorageTable {
  readonly table: Table;
  /** The column that names the person. */
  readonly person: string;
  /** The columns that are summed: bytes that are there, and bytes that are promised. */
  readonly bytes: readonly string[];
}
