import { getDirective } from '@graphql-tools/utils';
import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLInt,
  GraphQLNonNull,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { Directive } from 'type-graphql';

type Field = GraphQLField<unknown, unknown> | GraphQLInputField;

/** What caches may keep: written in the SDL beside `@public`, applied to answers to GET. */
export const cacheControlDirective = new GraphQLDirective({
  name: 'cacheControl',
  description:
    'The answer is the same for everyone: caches may keep it for that long, when the query is sent by GET without a token and asks for nothing else.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: { maxAge: { type: new GraphQLNonNull(GraphQLInt), description: 'Seconds.' } },
});

/** On a public query whose answer does not depend on who asks. */
export const CacheControl = ({
  maxAgeSeconds,
}: {
  readonly maxAgeSeconds: number;
}): MethodDecorator & PropertyDecorator => Directive(`@cacheControl(maxAge: ${maxAgeSeconds})`);

/** Seconds for which caches may keep each query, by its name. Refuses the mark on what is not a public query. */
export function cacheableQueries(schema: GraphQLSchema): ReadonlyMap<string, number> {
  const marked = Object.values(schema.getTypeMap()).flatMap((type) =>
    'getFields' in type ? Object.values(type.getFields()).flatMap((field) => markOf(schema, type, field)) : [],
  );
  return new Map(marked);
}

function markOf(schema: GraphQLSchema, type: GraphQLNamedType, field: Field): [name: string, seconds: number][] {
  const maxAge: unknown = getDirective(schema, field, 'cacheControl')?.[0]?.['maxAge'];
  if (typeof maxAge !== 'number') return [];
  const isPublic = getDirective(schema, field, 'public') !== undefined;
  if (type === schema.getQueryType() && isPublic && maxAge > 0) return [[field.name, maxAge]];
  throw new Error(`${type.name}.${field.name}: @cacheControl is for queries that are @public, with a time above zero`);
}
