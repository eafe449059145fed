import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { ColumnKind } from './table-shapes.ts';

/** A value as it is written: bytes in base64, instants in milliseconds, JSON as canonical text, true as 1. */
export type Cell = string | number | null;

/** A value as a driver reads it. */
export const cellFrom = (kind: ColumnKind, value: unknown): Cell =>
  value === null || value === undefined ? null : readers[kind](value);

const readers: Readonly<Record<ColumnKind, (value: unknown) => Cell>> = {
  text: String,
  integer: wholeFrom,
  instant: (value) => (typeof value === 'string' ? Date.parse(`${value.replace(' ', 'T')}Z`) : Number(value)),
  json: (value) => canonicalJson(JSON.parse(String(value))),
  bytes: (value) => Buffer.from(value as Uint8Array).toString('base64'),
};

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
