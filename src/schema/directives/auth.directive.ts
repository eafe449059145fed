import { getDirective, mapSchema, MapperKind } from '@graphql-tools/utils';
import { defaultFieldResolver, DirectiveLocation, GraphQLDirective, GraphQLNonNull, GraphQLString } from 'graphql';
import type { GraphQLFieldConfig, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { Directive } from 'type-graphql';
import { demand, type Actor } from '../../services/access/actor.ts';
import { isPermission, type Permission } from '../../services/access/permissions.ts';

/** Who may use a field: the permission's roles. Written in the SDL; enforced here; every root field has it or is public. */
export const authDirective = new GraphQLDirective({
  name: 'auth',
  description: 'Only people whose role has this permission may use the field; whose objects they may touch is decided by the use case.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: { requires: { type: new GraphQLNonNull(GraphQLString), description: 'Permission, for instance "order:read".' } },
});

/** The explicit mark of a root field that anyone may use. */
export const publicDirective = new GraphQLDirective({
  name: 'public',
  description: 'Anyone may use this field, signed in or not.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
});

export const Auth = (requires: Permission): MethodDecorator & PropertyDecorator => Directive(`@auth(requires: "${requires}")`);
export const Public = (): MethodDecorator & PropertyDecorator => Directive('@public');

type Guarded = { readonly actor: Actor };
type FieldConfig = GraphQLFieldConfig<unknown, Guarded>;

/** Wraps the fields that carry `@auth`, and refuses to build a schema with a root field that says nothing. */
export function enforceAuth(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map((type) => type?.name));
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, name, typeName) => {
      const requires: unknown = getDirective(schema, field, 'auth')?.[0]?.['requires'];
      if (requires === undefined) {
        const isOpen = getDirective(schema, field, 'public') !== undefined;
        if (roots.has(typeName) && !isOpen) throw new Error(`${typeName}.${name} needs @auth(requires: …) or @public`);
        return undefined;
      }
      if (typeof requires !== 'string' || !isPermission(requires)) throw new Error(`${typeName}.${name}: no permission is called ${String(requires)}`);
      return guard(field as FieldConfig, requires) as typeof field;
    },
  });
}

function guard(field: FieldConfig, requires: Permission): FieldConfig {
  const wrap = (next: GraphQLFieldResolver<unknown, Guarded>): GraphQLFieldResolver<unknown, Guarded> => (source, args, context, info) => {
    demand(context.actor, requires);
    return next(source, args, context, info);
  };
  return {
    ...field,
    resolve: wrap(field.resolve ?? defaultFieldResolver),
    ...(field.subscribe === undefined ? {} : { subscribe: wrap(field.subscribe) }),
  };
}
