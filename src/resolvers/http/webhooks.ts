import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { receiveWebhook } from '../../services/billing/index.ts';
import { DomainError, fieldError } from '../../services/kernel/errors.ts';
import { subscriberOf } from '../../services/kernel/network.ts';
import { crashPoint } from '../../services/platform/crash-points.ts';
import type { AppContext } from '../../services/platform/context.ts';

/** The seeds name three paths for the same door. */
export const webhookPaths = ['/webhooks/stripe', '/payments/webhook', '/api/v1/webhooks/stripe'] as const;

const bodyLimit = 256 * 1024;
const mediaType = 'application/json';

/** Gives the house as it sees itself, under this request's number. */
export type HouseFor = (request: FastifyRequest) => AppContext;

/**
 * Where the payment provider tells us what happened. The body stays bytes until its signature was checked. 200: stored, now
 * or before. 400: not the provider's word (429 to whoever keeps trying). 5xx: our own fault, to be sent again.
 */
export function webhookRoutes(app: FastifyInstance, houseFor: HouseFor): void {
  void app.register((instance, _options, done) => {
    instance.addContentTypeParser(mediaType, { parseAs: 'buffer', bodyLimit }, (_request, body, parsed) =>
      parsed(null, body),
    );
    for (const path of webhookPaths)
      instance.post(path, { bodyLimit, config: { takes: [mediaType] } }, (request, reply) =>
        receive(houseFor(request), request, reply),
      );
    done();
  });
}

async function receive(ctx: AppContext, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  try {
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
      throw fieldError('content-encoding', 'identity');
    const signature = request.headers['stripe-signature'];
    const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const receipt = await receiveWebhook(ctx, {
      rawBody,
      signature: typeof signature === 'string' ? signature : undefined,
    });
    crashPoint('before-answer');
    return await reply.header('cache-control', 'no-store').send({ received: true, duplicate: receipt === 'DUPLICATE' });
  } catch (error) {
    throw await refusalOf(error, ctx, { request, reply });
  }
}

/** Bad signatures use up their sender's patience; whatever else went wrong is ours, and the provider sends it again. */
async function refusalOf(
  error: unknown,
  { limits, log }: AppContext,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<unknown> {
  if (!(error instanceof DomainError)) return error;
  if (error.code !== 'INPUT_INVALID') return new DomainError('UNAVAILABLE', {}, { cause: error });
  log.warn({ requestId: request.id, details: error.details }, 'webhook refused');
  try {
    await limits.take('webhook-bad-signature/address', subscriberOf(request.ip));
    return error;
  } catch (limited) {
    if (limited instanceof DomainError) void reply.header('retry-after', String(limited.details['retryAfter'] ?? 60));
    return limited;
  }
}
