import { personalColumns } from '../../../entities/personal.ts';
import type { Personal } from '../../kernel/personal.ts';
import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';
import { redacted, type PersonalRows } from '../../platform/personal-data.ts';

/** Instead of what only proves something to the house: fingerprints of passwords and tokens. */
export const secret = '[secret]';

const structured = new Set(['data', 'document', 'payload', 'lines']);

/** A table as its person reads it. */
export interface ReadableTable {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** The same rows on both databases: instants as RFC 3339, other people's words masked, secrets left out. */
export function presentable({ table, rows }: PersonalRows): ReadableTable {
  const kinds: Readonly<Record<string, Personal>> = personalColumns[table];
  return { table, rows: rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, shown(column, value, kinds[column])]))) };
}

function shown(column: string, value: unknown, kind: Personal | undefined): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'third-party') return redacted;
  if (column.endsWith('_hash') || column === 'mac' || column === 'prev_mac') return secret;
  if (column === 'at' || column.endsWith('_at')) return instantFrom(value).toISOString();
  if (column.startsWith('is_')) return Boolean(value);
  return structured.has(column) ? jsonFrom(value) : value;
}
