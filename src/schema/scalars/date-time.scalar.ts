import { GraphQLScalarType, Kind } from 'graphql';
import { fieldError } from '../../services/kernel/errors.ts';

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;

const wholeSecondLength = 'YYYY-MM-DD HH:MM:SS'.length;

/**
 * Writes an instant as either database gives it: 'YYYY-MM-DD HH:MM:SS.mmm' (MySQL, which leaves out three zeros in
 * answers to prepared statements), milliseconds (SQLite), or a Date.
 */
function serialize(value: unknown): string {
  if (typeof value === 'string') {
    if (value.charCodeAt(10) !== 32) return new Date(value).toISOString();
    return `${value.slice(0, 10)}T${value.slice(11)}${value.length === wholeSecondLength ? '.000Z' : 'Z'}`;
  }
  return (value instanceof Date ? value : new Date(Number(value))).toISOString();
}

function parse(value: unknown): Date {
  const at = typeof value === 'string' && RFC_3339.test(value) ? new Date(value) : undefined;
  if (at === undefined || Number.isNaN(at.getTime())) throw fieldError('DateTime', 'rfc3339');
  return at;
}

export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, RFC 3339 in UTC with milliseconds: 2026-11-20T19:30:00.000Z.',
  serialize,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
