import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { receiveSmsReply, receiveSmsStatus, repliesPath, statusPath } from '../../services/notifications/index.ts';
import { fieldError } from '../../services/kernel/errors.ts';
import type { AppContext } from '../../services/platform/context.ts';
import { encapsulate } from './encapsulate.ts';
import { refusalOfCallback } from './refusal-of-callback.ts';

/** What Twilio posts is some hundred bytes; a long message of somebody some thousand. */
const bodyLimit = 32 * 1024;
const mediaType = 'application/x-www-form-urlencoded';
/** Twilio is given nothing to do: no answer is sent to anybody. */
const nothingToDo = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

type ContextFor = (request: FastifyRequest) => AppContext;
type Receive = typeof receiveSmsStatus;

/**
 * Where Twilio says what became of a text, and hands on what people answer. The form stays as it came until its signature was checked,
 * over the address that Twilio was given (PUBLIC_URL): behind a proxy, ours is another one. 200: received, now or before. 400: a bad
 * signature (429 to whoever keeps trying). 404: texts are not sent by Twilio.
 */
export function smsCallbackRoutes(app: FastifyInstance, contextFor: ContextFor): void {
  encapsulate(app, 'SMS callbacks', (instance) => {
    instance.addContentTypeParser(mediaType, { parseAs: 'string', bodyLimit }, (_request, body, parsed) =>
      parsed(null, body),
    );
    const options = { bodyLimit, config: { takes: [mediaType] } };
    const route = (path: string, receive: Receive): unknown =>
      instance.post(path, options, (request, reply) => answer(contextFor(request), receive, { request, reply }));
    route(statusPath, receiveSmsStatus);
    route(repliesPath, receiveSmsReply);
  });
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function answer(ctx: AppContext, receive: Receive, { request, reply }: Exchange): Promise<FastifyReply> {
  try {
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
      throw fieldError('content-encoding', 'identity');
    const signature = request.headers['x-twilio-signature'];
    await receive(ctx, {
      url: `${ctx.config.publicUrl}${request.url}`,
      body: typeof request.body === 'string' ? request.body : '',
      signature: typeof signature === 'string' ? signature : undefined,
    });
  } catch (error) {
    throw await refusalOfCallback(error, ctx, { request, reply });
  }
  return reply.header('cache-control', 'no-store').type('text/xml; charset=utf-8').send(nothingToDo);
}
