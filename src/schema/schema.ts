import { specifiedDirectives, type GraphQLSchema } from 'graphql';
import { getMetadataStorage, validateOrReject, type ValidationError } from 'class-validator';
import { ArgumentValidationError, buildSchema, type NonEmptyArray } from 'type-graphql';
import { authDirective, enforceAuth, publicDirective } from './directives/auth.directive.ts';

const unused = (): never => {
  throw new Error('Subscriptions read live streams');
};

/** type-graphql insists on one; every subscription field brings a stream of its own instead. */
const noPubSub = { publish: unused, subscribe: unused };

const ruled = new WeakMap<Function, boolean>();

/** Pages and cursors carry no rule: the library would look for one at each call, and at each event of a subscription. */
function hasRules(part: object): boolean {
  const known = ruled.get(part.constructor);
  if (known !== undefined) return known;
  const found = getMetadataStorage().getTargetValidationMetadatas(part.constructor, '', false, false).length > 0;
  ruled.set(part.constructor, found);
  return found;
}

/**
 * Holds arguments against the rules of their classes. GraphQL has refused unknown fields already: `whitelist` would drop
 * those that carry no rule (cursors, enumerations). Ours, because type-graphql's own imports the library at each call.
 */
async function checkRules(argument: unknown): Promise<void> {
  if (typeof argument !== 'object' || argument === null) return;
  try {
    for (const part of [argument].flat()) if (part !== null && hasRules(part)) await validateOrReject(part, { skipMissingProperties: true, forbidUnknownValues: false });
  } catch (errors) {
    throw new ArgumentValidationError(errors as ValidationError[]);
  }
}

/** The API with its marks, nothing of which is enforced yet. */
export const unguardedSchema = (resolvers: NonEmptyArray<Function>): Promise<GraphQLSchema> => buildSchema({
  resolvers,
  validateFn: checkRules,
  nullableByDefault: false,
  directives: [...specifiedDirectives, authDirective, publicDirective],
  pubSub: noPubSub,
});

/** Builds the API from the explicit list of resolvers that the composition root gives. */
export const createSchema = async (resolvers: NonEmptyArray<Function>): Promise<GraphQLSchema> => enforceAuth(await unguardedSchema(resolvers));
