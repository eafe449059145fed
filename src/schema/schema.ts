import { specifiedDirectives, type GraphQLSchema } from 'graphql';
import { buildSchema, getMetadataStorage, type NonEmptyArray } from 'type-graphql';
import { authDirective, enforceAuth, publicDirective } from './directives/auth.directive.ts';
import { cacheControlDirective } from './directives/cache-control.directive.ts';
import { enforcePlans, withPlanDirective } from './directives/plan.directive.ts';
import { acceptAliases } from './shared/enum-aliases.ts';
import { checkRules } from './shared/check-rules.ts';

const unused = (): never => {
  throw new Error('Subscriptions read live streams');
};

/** type-graphql insists on one; every subscription field brings a stream of its own instead. */
const noPubSub = { publish: unused, subscribe: unused };

/** Members of an input object stand below their argument; those of a class of arguments are arguments themselves. */
const isArguments = (target: unknown): boolean =>
  getMetadataStorage().argumentTypes.some((known) => known.target === target);

/** The API with its marks, nothing of which is enforced yet. */
export const unguardedSchema = async (resolvers: NonEmptyArray<Function>): Promise<GraphQLSchema> =>
  withPlanDirective(
    await buildSchema({
      resolvers,
      validateFn: (argument, type, { info }) => checkRules(argument, { isInput: !isArguments(type), info }),
      nullableByDefault: false,
      directives: [...specifiedDirectives, authDirective, publicDirective, cacheControlDirective],
      pubSub: noPubSub,
      // Whoever executes it validates it anyway; type-graphql would also answer the whole introspection, at every start.
      skipCheck: true,
    }),
  );

/** Builds the API from the explicit list of resolvers that the composition root gives. */
export const createSchema = async (resolvers: NonEmptyArray<Function>): Promise<GraphQLSchema> =>
  // Who may use a field is asked before what their plan includes.
  acceptAliases(enforceAuth(enforcePlans(await unguardedSchema(resolvers))));
