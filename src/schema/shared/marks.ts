import { getDirectiveValues, type GraphQLField, type GraphQLInputField, type GraphQLSchema } from 'graphql';

type Field = Pick<GraphQLField<unknown, unknown> | GraphQLInputField, 'astNode'>;

/** What a mark of the API says on this field: the arguments of the directive, or undefined where the field does not carry it. */
export function markOn(
  schema: GraphQLSchema,
  field: Field,
  name: string,
): Readonly<Record<string, unknown>> | undefined {
  const directive = schema.getDirective(name);
  // Most fields carry none, and then have no definition to read.
  return directive && field.astNode ? getDirectiveValues(directive, field.astNode) : undefined;
}
