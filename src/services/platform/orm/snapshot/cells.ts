import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { ColumnKind } from './table-shapes.ts';

/** A value as it is written: bytes in base64, instants in milliseconds, JSON as canonical text, true as 1. */
export type Cell = string | number | null;

/** A value as a driver reads it. */
export function cellFrom(kind: ColumnKind, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'text':
      return String(value);
    case 'integer':
      return wholeFrom(value);
    case 'instant':
      return typeof value === 'string' ? Date.parse(`${value.replace(' ', 'T')}Z`) : Number(value);
    case 'json':
      return canonicalJson(JSON.parse(String(value)));
    case 'bytes':
      return Buffer.from(value as Uint8Array).toString('base64');
  }
}

/** Digits where a number would lose some. */
function wholeFrom(value: unknown): Cell {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

/** The same value as a driver of this database binds it. */
export function boundFrom(
  kind: ColumnKind,
  cell: Cell,
  dialect: 'sqlite' | 'mysql',
): string | number | bigint | Buffer | null {
  if (cell === null) return null;
  if (kind === 'bytes') return Buffer.from(String(cell), 'base64');
  if (kind === 'integer') return typeof cell === 'string' ? BigInt(cell) : cell;
  if (kind === 'instant' && dialect === 'mysql')
    return new Date(Number(cell)).toISOString().replace('T', ' ').replace('Z', '');
  return cell;
}
