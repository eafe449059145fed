import type { GraphQLSchema } from 'graphql';

let made: Promise<GraphQLSchema> | undefined;

/** The API, made when somebody first asks for it. One for the process: it holds nothing of an app. */
export const openSchema = (): Promise<GraphQLSchema> => (made ??= makeSchema());

async function makeSchema(): Promise<GraphQLSchema> {
  const [{ resolvers }, { createSchema }] = await Promise.all([
    import('../resolvers/index.ts'),
    import('../schema/schema.ts'),
  ]);
  return createSchema(resolvers);
}
