import type { FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  appendUpload,
  awaitEnd,
  giveUpUpload,
  requestUpload,
  requireAlive,
  standOf,
  uploadUrl,
  type UploadSession,
} from '../../../services/archive/index.ts';
import { idOf, requirePermission } from '../../../services/access/actor.ts';
import { DomainError } from '../../../services/kernel/errors.ts';
import type { AppContext } from '../../../services/platform/context.ts';
import type { Logger } from '../../../services/platform/logger.ts';
import { hasBody } from '../bodies.ts';
import { asRefusal, HttpRefusal, sendRefusal } from '../http-refusal.ts';
import type { Surround } from '../downloads.ts';
import { drainRest, uploadFloor, watchSpeed, type UploadFloor } from '../multipart.ts';
import {
  beginningOf,
  bodyLength,
  checksumOf,
  describeTus,
  describeUpload,
  offsetOf,
  tusBody,
  tusVersion,
} from './tus-headers.ts';

interface UploadRoute {
  Params: { id: string };
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What pages of other origins may send and read there, over the rules of the server. */
    cors?: FastifyCorsOptions;
  }
}

const path = '/uploads';
const methods = ['HEAD', 'PATCH', 'POST', 'DELETE', 'OPTIONS'];
const given = ['authorization', 'content-type', 'accept-language', 'tus-resumable', 'upload-checksum'];
const sent = ['upload-length', 'upload-metadata', 'upload-offset'];
const shown = ['location', 'tus-resumable', 'upload-expires', 'upload-offset', 'upload-length', 'upload-state'];
const cors = {
  methods,
  allowedHeaders: [...given, ...sent],
  exposedHeaders: [...shown, 'upload-error', 'x-request-id', 'retry-after'],
  preflightContinue: true,
};

export interface UploadRouteParts {
  readonly surround: Surround;
  readonly log: Logger;
  /** Bytes of the largest file. */
  readonly mostBytes: number;
  readonly floor?: UploadFloor | undefined;
}

/**
 * `/uploads`: tus 1.0.0, by which a file that was interrupted goes on from its last durable byte. Every request brings its bearer token;
 * another's upload does not exist. A refusal has its code in `Upload-Error` as well.
 */
export function uploadRoutes(app: FastifyInstance, parts: UploadRouteParts): void {
  void app.register((instance, _options, done) => {
    instance.addContentTypeParser(tusBody, (_request, _payload, parsed) => parsed(null));
    instance.addHook('onRequest', (request, reply, next) => {
      void reply.headers({ 'tus-resumable': tusVersion, 'cache-control': 'no-store' });
      next(request.method === 'OPTIONS' ? undefined : versionRefusal(request, reply));
    });
    instance.setErrorHandler((error, request, reply) => refuse(parts, error, { request, reply }));
    const takes = { config: { cors, takes: [tusBody], takesUploads: true } };
    const options = { config: { cors } };
    for (const url of [path, `${path}/:id`])
      instance.options(url, options, (_request, reply) => describeTus(reply, parts.mostBytes).code(204).send());
    instance.post(path, takes, (request, reply) => begin(parts, request, reply));
    instance.head<UploadRoute>(`${path}/:id`, options, (request, reply) => show(parts, request, reply));
    instance.patch<UploadRoute>(`${path}/:id`, takes, (request, reply) => append(parts, request, reply));
    instance.delete<UploadRoute>(`${path}/:id`, options, (request, reply) => cancel(parts, request, reply));
    done();
  });
}

function versionRefusal({ headers }: FastifyRequest, reply: FastifyReply): HttpRefusal | undefined {
  if (headers['tus-resumable'] === tusVersion) return undefined;
  void reply.headers({ 'tus-version': tusVersion, connection: 'close' });
  return new HttpRefusal(412, 'INPUT_INVALID', { fields: [{ path: 'tus-resumable', rules: ['version'] }] });
}

/** In the common format; a full space is 507 here, as a full disk is. */
function refuse(
  { log }: Pick<UploadRouteParts, 'log'>,
  error: unknown,
  exchange: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): FastifyReply {
  const refusal = asRefusal(error);
  if (refusal instanceof DomainError) void exchange.reply.header('upload-error', refusal.code);
  if (!exchange.request.raw.complete) void exchange.reply.header('connection', 'close');
  return sendRefusal(log, isFullSpace(refusal) ? new HttpRefusal(507, refusal.code, refusal.details) : error, exchange);
}

const isFullSpace = (refusal: unknown): refusal is DomainError =>
  refusal instanceof DomainError && refusal.code === 'QUOTA_EXCEEDED';

async function permitted(surround: Surround, request: FastifyRequest): Promise<AppContext> {
  const ctx = await surround(request);
  requirePermission(ctx.actor, 'upload:begin');
  return ctx;
}

async function begin(parts: UploadRouteParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const ctx = await permitted(parts.surround, request);
  let session = await requestUpload(ctx, beginningOf(request));
  void reply.header('location', await uploadUrl(ctx, session));
  if (hasBody(request)) session = await receive(ctx, parts, { request, uploadId: session.id, offset: 0 });
  return describeUpload(reply, session).code(201).send();
}

async function show(
  { surround }: UploadRouteParts,
  request: FastifyRequest<UploadRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ctx = await permitted(surround, request);
  const session = await standOf(ctx, request.params.id);
  requireAlive(session);
  return describeUpload(reply, session).send();
}

async function append(
  parts: UploadRouteParts,
  request: FastifyRequest<UploadRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ctx = await permitted(parts.surround, request);
  const session = await receive(ctx, parts, {
    request,
    uploadId: request.params.id,
    offset: offsetOf(request),
  });
  return describeUpload(reply, session).code(204).send();
}

interface Arrival {
  readonly request: FastifyRequest;
  readonly uploadId: string;
  readonly offset: number;
}

/** Takes the bytes of a request; the one that brings the last waits a little for the judgement. */
async function receive(
  ctx: AppContext,
  { floor = uploadFloor }: UploadRouteParts,
  { request, uploadId, offset }: Arrival,
): Promise<UploadSession> {
  const { raw } = request;
  const checksum = checksumOf(request);
  await ctx.limits.take('upload-part/person', idOf(ctx.actor) as string);
  const stopWatching = watchSpeed(raw, floor);
  const body = raw.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer, unknown>;
  try {
    const session = await appendUpload(ctx, { uploadId, offset, length: bodyLength(request), checksum, body });
    return await awaitEnd(ctx, session);
  } finally {
    stopWatching();
    drainRest(raw, body);
  }
}

async function cancel(
  { surround }: UploadRouteParts,
  request: FastifyRequest<UploadRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ctx = await permitted(surround, request);
  await giveUpUpload(ctx, { uploadId: request.params.id });
  return reply.code(204).send();
}
