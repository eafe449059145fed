import {
  defaultFieldResolver,
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLString,
} from 'graphql';
import type { GraphQLField, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { Directive } from 'type-graphql';
import { requirePermission, requireRecentReauthentication, type Actor } from '../../services/access/actor.ts';
import { isPermission, type Permission } from '../../services/access/permissions.ts';
import { wrapFields, type Resolving } from '../shared/wrap-fields.ts';
import { markOn } from '../shared/marks.ts';

/** Who may use a field: the permission's roles. Written in the SDL; enforced here; every root field has it or is public. */
export const authDirective = new GraphQLDirective({
  name: 'auth',
  description:
    'Only people whose role has this permission may use the field; whose objects they may touch is decided by the use case.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: {
    requires: { type: new GraphQLNonNull(GraphQLString), description: 'Permission, for instance "order:read".' },
    stepUp: {
      type: GraphQLBoolean,
      description: 'Sensitive: requires a reauthentication too (`stepUp`), ten minutes old at most.',
    },
  },
});

/** The explicit mark of a root field that anyone may use. */
export const publicDirective = new GraphQLDirective({
  name: 'public',
  description: 'Anyone may use this field, signed in or not.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
});

export const Auth = (
  requires: Permission,
  { stepUp = false }: { stepUp?: boolean } = {},
): MethodDecorator & PropertyDecorator => Directive(`@auth(requires: "${requires}"${stepUp ? ', stepUp: true' : ''})`);
export const Public = (): MethodDecorator & PropertyDecorator => Directive('@public');

type Guarded = { readonly actor: Actor; readonly read: { readonly now: Date } };

/**
 * Wraps the fields that carry `@auth`, and refuses to build a schema with a root field that has neither `@auth` nor
 * `@public`.
 */
export function enforceAuth(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Set(
    [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map((type) => type?.name),
  );
  return wrapFields<Guarded>(schema, (field, typeName) => {
    const auth = markOn(schema, field, 'auth');
    const place = `${typeName}.${field.name}`;
    if (auth === undefined) {
      const isOpen = markOn(schema, field, 'public') !== undefined;
      if (roots.has(typeName) && !isOpen) throw new Error(`${place} needs @auth(requires: …) or @public`);
      return undefined;
    }
    const { requires, stepUp } = auth;
    if (typeof requires !== 'string' || !isPermission(requires))
      throw new Error(`${place}: no permission is called ${String(requires)}`);
    return guard(field, { requires, isSensitive: stepUp === true });
  });
}

interface Guarding {
  readonly requires: Permission;
  readonly isSensitive: boolean;
}

function guard(field: GraphQLField<unknown, Guarded>, { requires, isSensitive }: Guarding): Resolving<Guarded> {
  // An actor never changes, and one page checks the same permission hundreds of times: the result is cached.
  let admitted: Actor | undefined;
  const wrap =
    (next: GraphQLFieldResolver<unknown, Guarded>): GraphQLFieldResolver<unknown, Guarded> =>
    (source, args, context, info) => {
      const { actor } = context;
      if (actor !== admitted) {
        requirePermission(actor, requires);
        admitted = actor;
      }
      if (isSensitive) requireRecentReauthentication(actor, context.read.now);
      return next(source, args, context, info);
    };
  return {
    resolve: wrap(field.resolve ?? defaultFieldResolver),
    ...(field.subscribe === undefined ? {} : { subscribe: wrap(field.subscribe) }),
  };
}
