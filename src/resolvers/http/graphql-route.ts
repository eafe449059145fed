import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, fieldError, type ErrorCode } from '../../services/kernel/errors.ts';
import { refuse, type Answer, type AnswerOperation, type Asker } from '../graphql/answer-operation.ts';
import { asGraphQLError } from '../graphql/format-errors.ts';
import type { GraphQLNeeds } from '../graphql/needs.ts';
import { acceptedType, bodyKind, type MediaType } from './accept.ts';
import { bearerOf, callerOf } from './caller.ts';
import { readBody, parseJson } from './read-body.ts';
import { statusOf } from './status.ts';

const path = '/graphql';
const allowed = 'POST, OPTIONS';
const bodyLimit = 100 * 1024;
/** A header that no form of another site can send. */
const preflightHeader = 'apollo-require-preflight';
const uploadMilliseconds = 15 * 60_000;

/** A multipart request, read: the GraphQL parameters with uploads in their variables, and what to do when it is over. */
export interface MultipartRequest {
  readonly body: unknown;
  done(): Promise<void>;
}

/** Reads a form that carries files; throws DomainErrors. */
export type ReadMultipart = (request: FastifyRequest) => Promise<MultipartRequest>;

export interface GraphQLRouteNeeds {
  readonly needs: GraphQLNeeds;
  readonly answer: AnswerOperation;
  /** Tells whether the process is too busy for callers who are not known. */
  readonly isOverloaded: () => boolean;
  readonly readMultipart?: ReadMultipart;
}

/** `/graphql` over HTTP. Source: https://graphql.github.io/graphql-over-http/draft/ */
export function graphqlRoute(app: FastifyInstance, route: GraphQLRouteNeeds): void {
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (_request, text, parsed) => {
      try {
        parsed(null, parseJson(text as string));
      } catch (error) {
        parsed(error as Error);
      }
    });
    scope.addContentTypeParser('multipart/form-data', (_request, _payload, parsed) => parsed(null));
    scope.setErrorHandler((error, request, reply) => {
      const { status, cause } = fromFramework(error);
      return send(reply, { ...refuse([asGraphQLError(cause)], audienceOf(route, request)), status }, typeOf(request));
    });
    scope.addHook('onRequest', (request, reply, next) => (screen(route, request, reply) ? next() : undefined));
    scope.all(path, (request, reply) => serve(route, request, reply));
    done();
  });
}

const typeOf = (request: FastifyRequest): MediaType => acceptedType(request.headers.accept) ?? 'application/json';

const audienceOf = ({ needs }: GraphQLRouteNeeds, request: FastifyRequest) => ({
  locale: callerOf(request).locale, requestId: request.id, log: needs.log,
});

/** Everything that can be said before the body is read. The CORS hook answers OPTIONS only where other sites are let in. */
function screen(route: GraphQLRouteNeeds, request: FastifyRequest, reply: FastifyReply): boolean {
  const { method, headers } = request;
  if (method === 'OPTIONS') {
    void reply.code(204).header('allow', allowed).send();
    return false;
  }
  const refusal = method === 'POST' ? refusalOf(route, headers) : notPost;
  if (!refusal) return true;
  if (refusal.status === 405) void reply.header('allow', allowed);
  // A page that may not read our answers can still see that there is one: so a client tells a refused origin from a server that is away.
  if (method === 'GET') void reply.header('cross-origin-resource-policy', 'cross-origin');
  // The body is not read: the connection cannot be used again.
  if (headers['content-length'] !== '0') void reply.header('connection', 'close');
  void send(reply, { ...refuse([asGraphQLError(refusal.error)], audienceOf(route, request)), status: refusal.status }, typeOf(request));
  return false;
}

interface Refusal {
  readonly status: number;
  readonly error: DomainError;
}

const notPost: Refusal = { status: 405, error: fieldError('method', 'post') };

function refusalOf(route: GraphQLRouteNeeds, headers: FastifyRequest['headers']): Refusal | undefined {
  const kind = bodyKind(headers['content-type']);
  if (kind === 'unsupported' || (kind === 'multipart' && !route.readMultipart)) return { status: 415, error: fieldError('content-type', 'json') };
  if (kind === 'multipart' && !headers[preflightHeader]) return { status: 400, error: fieldError(preflightHeader, 'required') };
  return encodingRefusal(headers) ?? loadRefusal(route, headers);
}

function encodingRefusal(headers: FastifyRequest['headers']): Refusal | undefined {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return { status: 415, error: fieldError('content-encoding', 'identity') };
  return acceptedType(headers.accept) ? undefined : { status: 406, error: fieldError('accept', 'json') };
}

const loadRefusal = ({ isOverloaded }: GraphQLRouteNeeds, { authorization }: FastifyRequest['headers']): Refusal | undefined =>
  authorization === undefined && isOverloaded() ? { status: 503, error: new DomainError('UNAVAILABLE', { retryAfter: 5 }) } : undefined;

async function serve(route: GraphQLRouteNeeds, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { needs } = route;
  const caller = callerOf(request);
  const audience = { locale: caller.locale, requestId: request.id, log: needs.log };
  const isUpload = bodyKind(request.headers['content-type']) === 'multipart';
  let form: MultipartRequest | undefined;
  try {
    const { actor } = await needs.authenticate(bearerOf(request.headers.authorization), caller);
    request.userId = actor.userId;
    form = isUpload ? await route.readMultipart?.(request) : undefined;
    const asked = readBody(form ? form.body : request.body);
    const asker: Asker = isUpload ? { ...audience, actor, wallMilliseconds: uploadMilliseconds } : { ...audience, actor };
    const answer = await route.answer(asked, asker);
    request.operation = answer.operation;
    return await send(reply, answer, typeOf(request));
  } catch (error) {
    return await send(reply, { ...refuse([asGraphQLError(error)], audience), status: fromFramework(error).status }, typeOf(request));
  } finally {
    await form?.done();
  }
}

/** A document that is refused is 400 only to those who know the newer media type; the older one keeps 200. */
const documentCodes: ReadonlySet<ErrorCode> = new Set(['DOCUMENT_INVALID', 'DOCUMENT_TOO_COMPLEX', 'INPUT_INVALID']);

function statusFor({ refusal }: Answer, type: MediaType): number {
  if (refusal === undefined) return 200;
  return documentCodes.has(refusal) && type === 'application/json' ? 200 : statusOf(refusal);
}

/** `status` rules over the answer's own. */
function send(reply: FastifyReply, answer: Answer & { status?: number }, type: MediaType): FastifyReply {
  const status = answer.status ?? statusFor(answer, type);
  if (answer.retryAfter !== undefined) void reply.header('retry-after', answer.retryAfter);
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  return reply.code(status).header('cache-control', 'no-store').type(`${type}; charset=utf-8`).send(answer.body);
}

/** What Fastify refused while it read the body, in our terms. */
function fromFramework(error: unknown): { status: number; cause: unknown } {
  const status = error instanceof DomainError ? statusOf(error.code) : ((error as { statusCode?: number }).statusCode ?? 500);
  if (error instanceof DomainError || status >= 500) return { status, cause: error };
  return { status, cause: fieldError('body', status === 413 ? 'size' : 'json') };
}
