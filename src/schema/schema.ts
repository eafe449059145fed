import { specifiedDirectives, type GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { authDirective, enforceAuth, publicDirective } from './directives/auth.directive.ts';
import { cacheControlDirective } from './directives/cache-control.directive.ts';
import { enforcePlans, withPlanDirective } from './directives/plan.directive.ts';
import { acceptAliases } from './shared/enum-aliases.ts';
import { handleFields } from './shared/handlers.ts';

const unused = (): never => {
  throw new Error('Subscriptions read live streams');
};

/** type-graphql insists on one; every subscription field brings a stream of its own instead. */
const noPubSub = { publish: unused, subscribe: unused };

/** The API with its marks, nothing of which is enforced yet. */
export const unguardedSchema = async (resolvers: NonEmptyArray<Function>): Promise<GraphQLSchema> =>
  withPlanDirective(
    handleFields(
      await buildSchema({
        resolvers,
        nullableByDefault: false,
        directives: [...specifiedDirectives, authDirective, publicDirective, cacheControlDirective],
        pubSub: noPubSub,
        // Whoever executes it validates it anyway; type-graphql would also answer the whole introspection, at every start.
        skipCheck: true,
      }),
    ),
  );

/** Builds the API from the explicit list of resolvers that the composition root gives. */
export const createSchema = async (resolvers: NonEmptyArray<Function>): Promise<GraphQLSchema> =>
  // Who may use a field is asked before what their plan includes.
  acceptAliases(enforceAuth(enforcePlans(await unguardedSchema(resolvers))));
