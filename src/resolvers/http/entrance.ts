import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';
import { createHostCheck, type HostConfig } from './hosts.ts';
import { isKnownOrigin, type OriginConfig } from './origins.ts';

/** A host name that is not ours, and a page of an origin that is not on the list, are refused on every route. */
export function screenSenders(app: FastifyInstance, config: HostConfig & OriginConfig): void {
  const hosts = createHostCheck(config);
  app.addHook('onRequest', (request, reply, next) => {
    const refusal = hosts.refusalOf(request.raw, request.ip) ?? originRefusal(request, config);
    if (refusal?.code === 'ORIGIN_REFUSED') void reply.header('vary', 'Origin');
    next(refusal);
  });
}

/**
 * Forms of our own pages say `null` for their origin, because those pages send no referrer; nothing else of theirs does.
 */
function originRefusal({ headers }: FastifyRequest, config: OriginConfig): DomainError | undefined {
  if (isKnownOrigin(headers, config)) return undefined;
  if (headers.origin === 'null' && headers['content-type'] === 'application/x-www-form-urlencoded') return undefined;
  return new DomainError('ORIGIN_REFUSED', { origin: headers.origin });
}
