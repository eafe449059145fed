import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, fieldError, type ErrorCode } from '../../services/kernel/errors.ts';
import {
  refuse,
  type Answer,
  type AnswerOperation,
  type AskedOperation,
  type Asker,
} from '../graphql/answer-operation.ts';
import { asGraphQLError } from '../graphql/format-errors.ts';
import type { GraphQLParts } from '../graphql/parts.ts';
import { acceptedType, bodyKind, type MediaType } from './accept.ts';
import { hasBody } from './bodies.ts';
import { bearerOf, callerOf, callerWith } from './caller.ts';
import { fromFramework } from './broken-body.ts';
import { asRefusal, statusOfError } from './http-refusal.ts';
import { readyAnswer, sendReady } from './cacheable-answer.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { isOfEverybody, keepingOf, sendKept, type Keeping } from './kept-route.ts';
import { parseJson, readBody, textOf } from './read-body.ts';
import { maxAddressLength, readParameters } from './read-parameters.ts';
import { statusOf } from './status.ts';
import { encapsulate } from './encapsulate.ts';

const path = '/graphql';
const allowed = ['GET', 'POST', 'OPTIONS'];
const bodyLimit = 100 * 1024;
/** A header that no form of another site can send. */
const preflightHeader = 'apollo-require-preflight';
const uploadMilliseconds = 15 * 60_000;

/** A multipart request, read: the GraphQL parameters with uploads in their variables, and what to do when it is over. */
export interface MultipartRequest {
  readonly body: unknown;
  done(): Promise<void>;
}

export type ReadMultipart = (request: FastifyRequest) => Promise<MultipartRequest>;

export interface GraphQLRouteNeeds {
  readonly parts: GraphQLParts;
  readonly answer: AnswerOperation;
  /** Is the process too busy for anonymous callers? */
  readonly isOverloaded: () => boolean;
  readonly readMultipart?: ReadMultipart;
  /** Answers about the content of the site. */
  readonly kept?: KeptAnswers;
}

/** `/graphql` over HTTP. Source: https://graphql.github.io/graphql-over-http/draft/ */
export function graphqlRoute(app: FastifyInstance, route: GraphQLRouteNeeds): void {
  encapsulate(app, 'graphql', (instance) => {
    instance.removeAllContentTypeParsers();
    instance.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit }, (_request, bytes, parsed) => {
      try {
        parsed(null, parseJson(textOf(bytes as Buffer)));
      } catch (error) {
        parsed(error as Error);
      }
    });
    instance.addContentTypeParser('multipart/form-data', (_request, _payload, parsed) => parsed(null));
    instance.setErrorHandler((error, request, reply) => {
      return send(
        reply,
        {
          ...refuse([asGraphQLError(fromFramework(error))], audienceOf(route, request)),
          status: statusOfError(asRefusal(error)),
        },
        typeOf(request),
      );
    });
    instance.addHook('onRequest', (request, reply, next) => (screen(route, request, reply) ? next() : undefined));
    instance.all(
      path,
      { config: { takes: 'own', takesUploads: route.readMultipart !== undefined } },
      (request, reply) => serve(route, request, reply),
    );
  });
}

const typeOf = (request: FastifyRequest): MediaType => acceptedType(request.headers.accept) ?? 'application/json';

const audienceOf = ({ parts }: GraphQLRouteNeeds, request: FastifyRequest, { locale } = callerOf(request)) => ({
  locale,
  requestId: request.id,
  log: parts.log,
});

/** Checks that need no body. The CORS hook answers OPTIONS only where cross-origin requests are allowed. */
function screen(route: GraphQLRouteNeeds, request: FastifyRequest, reply: FastifyReply): boolean {
  const { method } = request;
  if (method === 'OPTIONS') {
    void reply.code(204).header('allow', allowed.join(', ')).send();
    return false;
  }
  const refusal = refusalOf(route, request);
  if (!refusal) return true;
  if (method === 'GET') letBeSeen(reply);
  // The body is not read: the connection cannot be used again.
  if (hasBody(request)) void reply.header('connection', 'close');
  void send(
    reply,
    { ...refuse([asGraphQLError(refusal.error)], audienceOf(route, request)), status: refusal.status },
    typeOf(request),
  );
  return false;
}

interface Refusal {
  readonly status: number;
  readonly error: DomainError;
}

/**
 * A page that may not read our responses can still see that there is one: so a client can distinguish a refused origin
 * from an unreachable server. Only for refusals, which hold nothing.
 */
const letBeSeen = (reply: FastifyReply): FastifyReply => reply.header('cross-origin-resource-policy', 'cross-origin');

function refusalOf(route: GraphQLRouteNeeds, request: FastifyRequest): Refusal | undefined {
  const { method, headers } = request;
  if (method === 'POST') return bodyRefusal(route, headers) ?? encodingRefusal(headers) ?? loadRefusal(route, headers);
  if (method === 'GET') return addressRefusal(request) ?? encodingRefusal(headers) ?? loadRefusal(route, headers);
  return { status: 405, error: new DomainError('METHOD_NOT_ALLOWED', { method, allowed }) };
}

/**
 * What a page of another site makes a browser ask without a preflight (a picture, a link, a form) would count against
 * the limits of the person’s address. Browsers say so in `Sec-Fetch-Site`; where they send `Origin`, it has been checked.
 */
const isFromOtherSite = ({ headers }: FastifyRequest): boolean =>
  ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site'])) &&
  headers.origin === undefined &&
  headers[preflightHeader] === undefined;

function addressRefusal(request: FastifyRequest): Refusal | undefined {
  if (hasBody(request)) return { status: 415, error: fieldError('content-type', 'none') };
  if (request.url.length > maxAddressLength) return { status: 414, error: fieldError('url', 'size') };
  return isFromOtherSite(request) ? { status: 400, error: fieldError(preflightHeader, 'required') } : undefined;
}

function bodyRefusal(route: GraphQLRouteNeeds, headers: FastifyRequest['headers']): Refusal | undefined {
  const kind = bodyKind(headers['content-type']);
  if (kind === 'unsupported' || (kind === 'multipart' && !route.readMultipart))
    return { status: 415, error: fieldError('content-type', 'json') };
  if (kind === 'multipart' && !headers[preflightHeader])
    return { status: 400, error: fieldError(preflightHeader, 'required') };
  return undefined;
}

function encodingRefusal(headers: FastifyRequest['headers']): Refusal | undefined {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    return { status: 415, error: fieldError('content-encoding', 'identity') };
  return acceptedType(headers.accept) ? undefined : { status: 406, error: fieldError('accept', 'json') };
}

const loadRefusal = (
  { isOverloaded }: GraphQLRouteNeeds,
  { authorization }: FastifyRequest['headers'],
): Refusal | undefined =>
  authorization === undefined && isOverloaded()
    ? { status: 503, error: new DomainError('UNAVAILABLE', { retryAfter: 5 }) }
    : undefined;

const isUpload = ({ method, headers }: FastifyRequest): boolean =>
  method === 'POST' && bodyKind(headers['content-type']) === 'multipart';

const readAsked = (request: FastifyRequest, form: MultipartRequest | undefined): AskedOperation =>
  request.method === 'GET' ? readParameters(request.url) : readBody(form ? form.body : request.body);

async function serve(route: GraphQLRouteNeeds, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { parts } = route;
  try {
    const keeping = await keepingOf(route.kept, request, typeOf(request));
    if (keeping?.answer !== undefined) return await sendKept(parts, request, { reply, answer: keeping.answer });
    return await ask(route, request, { reply, keeping });
  } catch (error) {
    if (request.method === 'GET') letBeSeen(reply);
    return await send(
      reply,
      { ...refuse([asGraphQLError(error)], audienceOf(route, request)), status: statusOfError(asRefusal(error)) },
      typeOf(request),
    );
  }
}

interface Serving {
  readonly reply: FastifyReply;
  readonly keeping: Keeping | undefined;
}

async function ask(
  route: GraphQLRouteNeeds,
  request: FastifyRequest,
  { reply, keeping }: Serving,
): Promise<FastifyReply> {
  const { parts } = route;
  const caller = callerOf(request);
  const audience = audienceOf(route, request, caller);
  let form: MultipartRequest | undefined;
  try {
    const asking = await callerWith(parts.authenticate, bearerOf(request.headers.authorization), caller);
    request.userId = asking.actor.userId;
    form = isUpload(request) ? await route.readMultipart?.(request) : undefined;
    const asked = readAsked(request, form);
    const asker: Asker = isUpload(request)
      ? { ...audience, ...asking, wallMilliseconds: uploadMilliseconds }
      : { ...audience, ...asking };
    const answer = await route.answer(asked, asker);
    request.operation = answer.operation;
    return await sendTo(request, reply, { answer, keeping });
  } finally {
    await form?.done();
  }
}

/** A refused document is 400 only for clients that accept the newer media type; for the older one it is 200. */
const documentCodes: ReadonlySet<ErrorCode> = new Set(['DOCUMENT_INVALID', 'DOCUMENT_TOO_COMPLEX', 'INPUT_INVALID']);

function statusFor({ refusal }: Answer, type: MediaType): number {
  if (refusal === undefined) return 200;
  return documentCodes.has(refusal) && type === 'application/json' ? 200 : statusOf(refusal);
}

/** Only what was asked for by GET, without any token, and did not fail, is for caches. */
function sendTo(
  request: FastifyRequest,
  reply: FastifyReply,
  { answer, keeping }: { readonly answer: Answer; readonly keeping: Keeping | undefined },
): FastifyReply {
  const { body, cache } = answer;
  const type = typeOf(request);
  if (cache === undefined || !isOfEverybody(request)) return send(reply, answer, type);
  const ready = readyAnswer({ body, type, rule: cache });
  if (cache.isKept === true) keeping?.keep({ ...ready, rootFields: cache.rootFields });
  return sendReady(request, reply, ready);
}

/** `status` overrides that of the answer. */
function send(reply: FastifyReply, answer: Answer & { status?: number }, type: MediaType): FastifyReply {
  const status = answer.status ?? statusFor(answer, type);
  if (answer.retryAfter !== undefined) void reply.header('retry-after', answer.retryAfter);
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  if (status === 405) void reply.header('allow', allowed.join(', '));
  return reply
    .code(status)
    .header('cache-control', 'private, no-store')
    .type(`${type}; charset=utf-8`)
    .send(answer.body);
}
