import { GraphQLScalarType, Kind } from 'graphql';
import { fieldError } from '../../services/kernel/errors.ts';
import { instantText } from '../../services/kernel/instant-text.ts';

/** Hours to 23 and seconds to 59: the columns store neither 24:00 nor leap seconds. */
const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/** What a `datetime` column of MySQL holds. */
const firstYear = 1000;
const lastYear = 9999;

const wholeSecondLength = 'YYYY-MM-DD HH:MM:SS'.length;

/**
 * Writes an instant as either database returns it: 'YYYY-MM-DD HH:MM:SS.mmm' (MySQL, which leaves out three zeros in
 * results of prepared statements), milliseconds (SQLite), or a Date.
 */
function serialize(value: unknown): string {
  if (typeof value === 'string') {
    if (value.charCodeAt(10) !== 32) return new Date(value).toISOString();
    return `${value.slice(0, 10)}T${value.slice(11)}${value.length === wholeSecondLength ? '.000Z' : 'Z'}`;
  }
  return instantText(value instanceof Date ? value.getTime() : Number(value));
}

function parse(value: unknown): Date {
  const at = typeof value === 'string' ? instantOf(value) : undefined;
  if (at === undefined) throw fieldError('DateTime', 'rfc3339');
  return at;
}

function instantOf(text: string): Date | undefined {
  const [, year, month, day] = RFC_3339.exec(text) ?? [];
  if (day === undefined || !isDay(Number(year), Number(month), Number(day))) return undefined;
  const at = new Date(text);
  return at.getUTCFullYear() >= firstYear && at.getUTCFullYear() <= lastYear ? at : undefined;
}

/** `Date` converts 30 February to 2 March. */
function isDay(year: number, month: number, day: number): boolean {
  const noon = new Date(Date.UTC(year, month - 1, day, 12));
  return noon.getUTCMonth() === month - 1 && noon.getUTCDate() === day;
}

export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, RFC 3339 in UTC with milliseconds: 2026-11-20T19:30:00.000Z.',
  serialize,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
