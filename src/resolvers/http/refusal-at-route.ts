import type { FastifyRequest } from 'fastify';
import type { AccessEvent } from '../../services/audit/index.ts';
import { DomainError } from '../../services/kernel/errors.ts';
import { refusalEvent } from '../graphql/access-events.ts';

/**
 * The access event of a refusal at a route. A link that was never issued, or is used up, counts too: it may be a guess.
 */
export function refusalAtRoute(
  error: unknown,
  { routeOptions, params }: Pick<FastifyRequest, 'routeOptions' | 'params'>,
): AccessEvent[] {
  if (!(error instanceof DomainError)) return [];
  const entryPoint = routeOptions.url ?? '';
  const { id } = (params ?? {}) as { id?: string };
  if (error.code === 'TOKEN_INVALID')
    return [{ action: 'UNAUTHORIZED_ACCESS', entryPoint, code: error.code, targetId: id ?? entryPoint }];
  return refusalEvent(error, { entryPoint, targetId: id ?? entryPoint });
}
