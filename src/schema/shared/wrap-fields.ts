import { isIntrospectionType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';

/** What may be wrapped around it. */
export type Resolving<Context> = Partial<Pick<GraphQLField<unknown, Context>, 'resolve' | 'subscribe'>>;

/**
 * Changes how the fields of objects are resolved, where `wrapped` answers something. In the schema itself, which was just
 * built for this: to copy it costs as much as to build it, at every start.
 */
export function wrapFields<Context>(
  schema: GraphQLSchema,
  wrapped: (field: GraphQLField<unknown, Context>, typeName: string) => Resolving<Context> | undefined,
): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !isIntrospectionType(type))
      for (const field of Object.values(type.getFields())) Object.assign(field, wrapped(field, type.name));
  return schema;
}
