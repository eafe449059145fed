import { personalColumns } from '../../../entities/tables.ts';
import type { Personal } from '../../kernel/personal.ts';
import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';
import { redacted, type PersonalRows } from '../../platform/personal-data.ts';

/** Instead of what only proves something to the application: fingerprints of passwords and tokens. */
export const secret = '[secret]';

/** By the names that columns have in this application, in this order. */
const writers: readonly { readonly names: RegExp; readonly write: (value: unknown) => unknown }[] = [
  { names: /(_hash|^mac|^prev_mac)$/, write: () => secret },
  { names: /(^|_)at$/, write: (value) => instantFrom(value).toISOString() },
  { names: /^is_/, write: Boolean },
  { names: /^(data|document|payload|lines)$/, write: jsonFrom },
];

/** A table as its person reads it. */
export interface ReadableTable {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** The same rows on both databases: instants as RFC 3339, other people's words masked, secrets left out. */
export function presentable({ table, rows }: PersonalRows): ReadableTable {
  const kinds: Readonly<Record<string, Personal>> = personalColumns[table];
  return {
    table,
    rows: rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, shown(column, value, kinds[column])])),
    ),
  };
}

function shown(column: string, value: unknown, kind: Personal | undefined): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'third-party') return redacted;
  return writers.find(({ names }) => names.test(column))?.write(value) ?? value;
}
