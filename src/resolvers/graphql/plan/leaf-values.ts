import {
  GRAPHQL_MAX_INT,
  GRAPHQL_MIN_INT,
  GraphQLBoolean,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  getNullableType,
  isEnumType,
  isLeafType,
  type GraphQLEnumType,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from 'graphql';

type IsShown = (value: unknown) => boolean;

const isText: IsShown = (value) => typeof value === 'string';
const isInt: IsShown = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= GRAPHQL_MIN_INT && value <= GRAPHQL_MAX_INT;

const builtIn: ReadonlyMap<GraphQLLeafType, IsShown> = new Map<GraphQLLeafType, IsShown>([
  [GraphQLString, isText],
  [GraphQLID, isText],
  [GraphQLInt, isInt],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
]);

/** Names of values are in a set: a value that has another name in the response is none of them. */
function namesOf(type: GraphQLEnumType): IsShown {
  const names = new Set<unknown>(
    type
      .getValues()
      .map(({ value }): unknown => value)
      .filter((value) => typeof value === 'string' && type.serialize(value) === value),
  );
  return (value) => names.has(value);
}

const never: IsShown = () => false;

/** Which values of a type `serialize` would give back as they are: they are plain, and neither null nor promises. */
export const shownAsItIs = (type: GraphQLLeafType): IsShown =>
  builtIn.get(type) ?? (isEnumType(type) ? namesOf(type) : never);

/** The same of a field: none of one that is no plain value. */
export function shownInField(type: GraphQLOutputType): IsShown | undefined {
  const named = getNullableType(type);
  const isShown = isLeafType(named) ? shownAsItIs(named) : never;
  return isShown === never ? undefined : isShown;
}
