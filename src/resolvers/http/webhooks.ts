import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { receiveWebhook } from '../../services/billing/index.ts';
import { DomainError, fieldError } from '../../services/kernel/errors.ts';
import { subscriberOf } from '../../services/kernel/network.ts';
import { crashPoint } from '../../services/platform/crash-points.ts';
import type { AppContext } from '../../services/platform/context.ts';

const bodyLimit = 256 * 1024;
const mediaType = 'application/json';

/** What the route needs to know of a provider, and gives back to billing. */
export type WebhookProvider = Parameters<typeof receiveWebhook>[1]['provider'];

export interface WebhookParts {
  readonly providers: readonly WebhookProvider[];
  /** The application as the system actor uses it, under this request's number. */
  readonly contextFor: (request: FastifyRequest) => AppContext;
}

interface ProviderRoute {
  Params: { provider: string };
}

/**
 * Where payment providers send their events. The body stays bytes until its signature was checked. 200: stored, now or
 * before. 400: a bad signature (429 to whoever keeps trying). 404: no such provider. 5xx: our own fault, to be sent again.
 */
export function webhookRoutes(app: FastifyInstance, { providers, contextFor }: WebhookParts): void {
  void app.register((instance, _options, done) => {
    instance.addContentTypeParser(mediaType, { parseAs: 'buffer', bodyLimit }, (_request, body, parsed) =>
      parsed(null, body),
    );
    const options = { bodyLimit, config: { takes: [mediaType] } };
    instance.post<ProviderRoute>('/webhooks/:provider', options, (request, reply) => {
      const provider = providers.find(({ events }) => events.webhook.name === request.params.provider);
      if (provider === undefined) throw new DomainError('NOT_FOUND');
      return receive(contextFor(request), provider, { request, reply });
    });
    for (const provider of providers)
      for (const path of provider.events.webhook.otherPaths)
        instance.post(path, options, (request, reply) => receive(contextFor(request), provider, { request, reply }));
    done();
  });
}

interface Exchange {
  readonly request: Pick<FastifyRequest, 'headers' | 'body' | 'ip' | 'id'>;
  readonly reply: FastifyReply;
}

async function receive(
  ctx: AppContext,
  provider: WebhookProvider,
  { request, reply }: Exchange,
): Promise<FastifyReply> {
  try {
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
      throw fieldError('content-encoding', 'identity');
    const signature = request.headers[provider.events.webhook.signatureHeader];
    const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const receipt = await receiveWebhook(ctx, {
      provider,
      rawBody,
      signature: typeof signature === 'string' ? signature : undefined,
    });
    crashPoint('before-answer');
    return await reply.header('cache-control', 'no-store').send({ received: true, duplicate: receipt === 'DUPLICATE' });
  } catch (error) {
    throw await refusalOf(error, ctx, { request, reply });
  }
}

/** Bad signatures are rate limited; any other failure is ours, and the provider sends the event again. */
async function refusalOf(error: unknown, { limits, log }: AppContext, { request, reply }: Exchange): Promise<unknown> {
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
