import type { GraphQLObjectType, GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Admitted } from './limits/document-validator.ts';
import { markOn } from '../../schema/shared/marks.ts';

/** Does an operation use public fields only? */
export type IsPublic = (admitted: Pick<Admitted, 'operation' | 'rootFields'>) => boolean;

/** By the marks of the schema: the root fields that are `@public`, and the name of the type. */
export function publicOperations(schema: GraphQLSchema): IsPublic {
  const openIn = (type: GraphQLObjectType | null | undefined): ReadonlySet<string> => {
    const open = Object.values(type?.getFields() ?? {}).filter(
      (field) => markOn(schema, field, 'public') !== undefined,
    );
    return new Set(['__typename', ...open.map(({ name }) => name)]);
  };
  const open: Readonly<Record<`${OperationTypeNode}`, ReadonlySet<string>>> = {
    query: openIn(schema.getQueryType()),
    mutation: openIn(schema.getMutationType()),
    subscription: openIn(schema.getSubscriptionType()),
  };
  return ({ operation, rootFields }) => rootFields.every((field) => open[operation.operation].has(field));
}
