import {
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLInt,
  GraphQLNonNull,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { Directive } from 'type-graphql';
import { markOn } from '../shared/marks.ts';

type Field = GraphQLField<unknown, unknown> | GraphQLInputField;

/** What caches may keep: written in the SDL beside `@public`, applied to answers to GET. */
export const cacheControlDirective = new GraphQLDirective({
  name: 'cacheControl',
  description:
    'The answer is the same for everyone: caches may keep it for that long, when the query is sent by GET without a token and asks for nothing else.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: {
    maxAge: { type: new GraphQLNonNull(GraphQLInt), description: 'Seconds.' },
    staleWhileRevalidate: {
      type: GraphQLInt,
      description: 'Seconds for which a cache may answer with an old one while it asks again.',
    },
    kept: {
      type: GraphQLBoolean,
      description: 'Does it depend on the content of the site only? The server itself keeps it until that is changed.',
    },
  },
});

/** How an answer that is the same for everyone may be kept. */
export interface CacheRule {
  readonly maxAgeSeconds: number;
  /** For how long a cache may answer with an old one while it asks again; not at all unless said. */
  readonly staleSeconds?: number;
  /** It depends on the content of the site only. */
  readonly isKept?: boolean;
}

/** On a public query whose answer does not depend on who asks. */
export function CacheControl({
  maxAgeSeconds,
  staleSeconds,
  isKept = false,
}: CacheRule): MethodDecorator & PropertyDecorator {
  const stale = staleSeconds === undefined ? '' : `, staleWhileRevalidate: ${staleSeconds}`;
  return Directive(`@cacheControl(maxAge: ${maxAgeSeconds}${stale}${isKept ? ', kept: true' : ''})`);
}

/** How caches may keep each query, by its name. Refuses the mark on what is not a public query. */
export function cacheableQueries(schema: GraphQLSchema): ReadonlyMap<string, CacheRule> {
  const marked = Object.values(schema.getTypeMap()).flatMap((type) =>
    'getFields' in type ? Object.values(type.getFields()).flatMap((field) => markOf(schema, type, field)) : [],
  );
  return new Map(marked);
}

function markOf(schema: GraphQLSchema, type: GraphQLNamedType, field: Field): [name: string, rule: CacheRule][] {
  const mark: Readonly<Record<string, unknown>> = markOn(schema, field, 'cacheControl') ?? {};
  const { maxAge, staleWhileRevalidate, kept } = mark;
  if (typeof maxAge !== 'number') return [];
  const isPublic = markOn(schema, field, 'public') !== undefined;
  if (type === schema.getQueryType() && isPublic && maxAge > 0) {
    const stale = typeof staleWhileRevalidate === 'number' ? { staleSeconds: staleWhileRevalidate } : {};
    return [[field.name, { maxAgeSeconds: maxAge, ...stale, isKept: kept === true }]];
  }
  throw new Error(`${type.name}.${field.name}: @cacheControl is for queries that are @public, with a time above zero`);
}
