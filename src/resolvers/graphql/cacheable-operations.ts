import type { GraphQLSchema } from 'graphql';
import { cacheableQueries, type CacheRule } from '../../schema/directives/cache-control.directive.ts';
import type { Admitted } from './limits/document-validator.ts';

/** How caches may keep the answer to an operation; undefined when they may not. */
export type CacheRuleOf = (admitted: Pick<Admitted, 'operation' | 'rootFields'>) => CacheRule | undefined;

/** By the marks of the schema: every root field must carry one, and of each the least counts. */
export function cacheableOperations(schema: GraphQLSchema): CacheRuleOf {
  const rules = cacheableQueries(schema);
  return ({ operation, rootFields }) => {
    const found = rootFields.map((field) => rules.get(field));
    if (operation.operation !== 'query' || found.length === 0 || !found.every((rule) => rule !== undefined))
      return undefined;
    const staleSeconds = Math.min(...found.map((rule) => rule.staleSeconds ?? 0));
    return {
      maxAgeSeconds: Math.min(...found.map((rule) => rule.maxAgeSeconds)),
      isKept: found.every((rule) => rule.isKept === true),
      ...(staleSeconds > 0 ? { staleSeconds } : {}),
    };
  };
}
