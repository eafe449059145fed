import type { GraphQLSchema } from 'graphql';
import { cacheableQueries } from '../../schema/directives/cache-control.directive.ts';
import type { Admitted } from './limits/document-validator.ts';

/** Seconds for which caches may keep the answer to an operation; undefined when they may not. */
export type MaxAgeOf = (admitted: Pick<Admitted, 'operation' | 'rootFields'>) => number | undefined;

/** By the marks of the schema: every root field must carry one, and the shortest time counts. */
export function cacheableOperations(schema: GraphQLSchema): MaxAgeOf {
  const ages = cacheableQueries(schema);
  return ({ operation, rootFields }) => {
    if (operation.operation !== 'query') return undefined;
    const least = Math.min(...rootFields.map((field) => ages.get(field) ?? 0));
    return least > 0 && least < Infinity ? least : undefined;
  };
}
