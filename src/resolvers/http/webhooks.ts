import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { receiveHint, receiveWebhook } from '../../services/billing/index.ts';
import { DomainError, fieldError } from '../../services/kernel/errors.ts';
import { safeEqual } from '../../services/kernel/safe-equal.ts';
import { subscriberOf } from '../../services/kernel/network.ts';
import { crashPoint } from '../../services/platform/crash-points.ts';
import type { AppContext } from '../../services/platform/context.ts';
import { encapsulate } from './encapsulate.ts';

const bodyLimit = 256 * 1024;
const mediaType = 'application/json';

/** What the route needs to know of a provider, and gives back to billing. */
export type WebhookProvider = Parameters<typeof receiveWebhook>[1]['provider'];

/** One that does not sign: its address holds a secret, and what it sends is only a hint. */
export type HintingProvider = Parameters<typeof receiveHint>[1]['provider'];

export interface WebhookParts {
  readonly providers: readonly WebhookProvider[];
  readonly hinting?: readonly HintingProvider[];
  /** The application as the system actor uses it, under this request's number. */
  readonly contextFor: (request: FastifyRequest) => AppContext;
}

interface ProviderRoute {
  Params: { provider: string };
}

/**
 * Where payment providers send their events. The body stays bytes until its signature was checked. 200: stored, now or
 * before. 400: a bad signature (429 to whoever keeps trying). 404: no such provider. 5xx: our own fault, to be sent again.
 * `/webhooks/<name>/<secret>` is for those that do not sign.
 */
export function webhookRoutes(app: FastifyInstance, { providers, hinting = [], contextFor }: WebhookParts): void {
  encapsulate(app, 'webhooks', (instance) => {
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
    if (hinting.length > 0)
      instance.post<HintRoute>('/webhooks/:provider/:secret', options, (request, reply) =>
        receiveUnsigned(contextFor(request), hinting, { request, reply }),
      );
  });
}

interface HintRoute {
  Params: { provider: string; secret: string };
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

/**
 * 200: handled, or not ours. 503: the provider could not say what is true, and is to send it again. A wrong secret is like an
 * address that does not exist.
 */
async function receiveUnsigned(
  ctx: AppContext,
  hinting: readonly HintingProvider[],
  { request, reply }: { request: FastifyRequest<HintRoute>; reply: FastifyReply },
): Promise<FastifyReply> {
  await takeHint(ctx, { request, reply });
  const { provider: name, secret } = request.params;
  const provider = hinting.find(({ push }) => push.hints.name === name);
  if (provider === undefined || !safeEqual(provider.push.hints.secret, secret)) throw new DomainError('NOT_FOUND');
  const receipt = await receiveHint(ctx, { provider, body: jsonOf(request) });
  if (receipt === 'UNREAD') throw new DomainError('UNAVAILABLE');
  return reply.header('cache-control', 'no-store').send({ received: true });
}

async function takeHint({ limits }: AppContext, { request, reply }: Exchange): Promise<void> {
  try {
    await limits.take('webhook-hint/address', subscriberOf(request.ip));
  } catch (limited) {
    if (limited instanceof DomainError) void reply.header('retry-after', String(limited.details['retryAfter'] ?? 60));
    throw limited;
  }
}

/** Undefined for what is not JSON, or compressed. */
function jsonOf({ headers, body }: Pick<FastifyRequest, 'headers' | 'body'>): unknown {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity' || !Buffer.isBuffer(body)) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
