import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mailEventsPath, receiveMailEvents } from '../../services/notifications/index.ts';
import { fieldError } from '../../services/kernel/errors.ts';
import type { AppContext } from '../../services/platform/context.ts';
import { encapsulate } from './encapsulate.ts';
import { refusalOfCallback } from './refusal-of-callback.ts';

/** SendGrid sends at most 768 KiB at once. */
const bodyLimit = 1_024 * 1_024;
const mediaType = 'application/json';

/**
 * Where SendGrid says what became of mails. The body stays bytes until its signature was checked. 200: kept, now or before, and whatever
 * is of no mail of ours. 400: a bad or an old signature (429 to whoever keeps trying). 404: no such provider here.
 */
export function mailEventRoutes(app: FastifyInstance, contextFor: (request: FastifyRequest) => AppContext): void {
  encapsulate(app, 'mail events', (instance) => {
    instance.addContentTypeParser(mediaType, { parseAs: 'buffer', bodyLimit }, (_request, body, parsed) =>
      parsed(null, body),
    );
    instance.post(mailEventsPath, { bodyLimit, config: { takes: [mediaType] } }, (request, reply) =>
      answer(contextFor(request), request, reply),
    );
  });
}

async function answer(ctx: AppContext, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  try {
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
      throw fieldError('content-encoding', 'identity');
    const { kept, ignored } = await receiveMailEvents(ctx, {
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
      signature: headerOf(request, 'x-twilio-email-event-webhook-signature'),
      timestamp: headerOf(request, 'x-twilio-email-event-webhook-timestamp'),
    });
    return await reply.header('cache-control', 'no-store').send({ kept, ignored });
  } catch (error) {
    throw await refusalOfCallback(error, ctx, { request, reply });
  }
}

function headerOf({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
