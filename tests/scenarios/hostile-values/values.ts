import {
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';

const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: [nested(levels - 1)] });

/** What nobody sends by mistake, for any argument whatever it takes. */
export const hostileValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  -(2 ** 31) - 1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  '0',
  'null',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udfffb',
  '\u001b[31m',
  '\u0085',
  '\ufeff',
  '\ufffe\uffff',
  '😀'.repeat(60),
  'é'.repeat(256),
  'x'.repeat(65_536),
  `${'x'.repeat(64)}@${'y'.repeat(63)}.${'z'.repeat(63)}.${'w'.repeat(63)}.org`,
  '\u202eevil',
  "' OR 1=1 --",
  '%_\\',
  '../../etc/passwd',
  '2027-02-30T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '0001-01-01T00:00:00Z',
  '+1111111111111111111111111111111111111111x',
  'WyJhIiwiYiJd',
  'WzFlOTk5LCJcdWQ4MDAiXQ',
  '__proto__',
  '01999999-9999-7999-8999-99999999999g',
  '💥'.repeat(36),
  [],
  ['x', null, '\ud800'],
  {},
  { constructor: 1 },
  nested(20),
];

/** A place of the arguments of a field: the way to it, through members; a list counts as its items. */
export type Place = readonly string[];

type Taken = Pick<GraphQLArgument | GraphQLInputField, 'name' | 'type'>;

/** Every argument and every member of an input object within, at any depth. */
export function placesIn(taken: readonly Taken[], above: Place = []): Place[] {
  return taken.flatMap(({ name, type }) => {
    const place = [...above, name];
    const named = unwrapped(type);
    const isWithin = isInputObjectType(named) && place.length < 5;
    return [place, ...(isWithin ? placesIn(Object.values(named.getFields()), place) : [])];
  });
}

function unwrapped(type: GraphQLInputType): GraphQLInputType {
  return isNonNullType(type) || isListType(type) ? unwrapped(type.ofType as GraphQLInputType) : type;
}

/** The same variables with another value at a place; a list is given one item. */
export function withValue(
  variables: Readonly<Record<string, unknown>>,
  [name = '', ...rest]: Place,
  value: unknown,
): Record<string, unknown> {
  if (rest.length === 0) return { ...variables, [name]: value };
  const there = variables[name];
  if (Array.isArray(there))
    return {
      ...variables,
      [name]: [withValue((there[0] ?? {}) as Record<string, unknown>, rest, value), ...there.slice(1)],
    };
  return { ...variables, [name]: withValue((there ?? {}) as Record<string, unknown>, rest, value) };
}
