import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';
import { subscriberOf } from '../../services/kernel/network.ts';
import type { AppContext } from '../../services/platform/context.ts';

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What a vendor's callback is refused with: whoever keeps signing badly is rate limited. */
export async function refusalOfCallback(
  error: unknown,
  { limits, log }: AppContext,
  { request, reply }: Exchange,
): Promise<unknown> {
  if (!(error instanceof DomainError) || error.code !== 'INPUT_INVALID') return error;
  log.warn({ requestId: request.id, details: error.details }, 'callback of a vendor refused');
  try {
    await limits.take('webhook-bad-signature/address', subscriberOf(request.ip));
    return error;
  } catch (limited) {
    if (limited instanceof DomainError) void reply.header('retry-after', String(limited.details['retryAfter'] ?? 60));
    return limited;
  }
}
