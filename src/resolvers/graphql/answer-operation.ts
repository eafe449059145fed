import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Actor } from '../../services/access/actor.ts';
import { asGraphQLError, formatErrors, retryAfterOf, type ErrorAudience } from './format-errors.ts';
import { DomainError, refuseFields, type ErrorCode } from '../../services/kernel/errors.ts';
import type { ParsedDocumentStore } from './parsed-document-store.ts';
import type { Admitted, DocumentValidator, Transport } from './limits/document-validator.ts';
import { runLimits, type Audience } from './limits/limits.ts';
import { newBudget } from './limits/node-budget.ts';
import type { CacheRule } from '../../schema/directives/cache-control.directive.ts';
import type { CacheRuleOf } from './cacheable-operations.ts';
import type { IsPublic } from './public-fields.ts';
import { countOperation, takeOperation, takeText } from './operation-limits.ts';
import type { HeldContext } from './apollo.ts';
import type { GraphQLParts } from './parts.ts';
import { accessEventsIn } from './access-events.ts';
import type { AskedText } from './registered/persisted-query.ts';
import { TimeLimit } from './time-limit.ts';

interface OperationParameters {
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly transport: Exclude<Transport, 'socket'>;
}

/** A request as it was read: its operation is named by its text, its hash, or both. */
export interface AskedOperation extends OperationParameters, AskedText {}

/** A request whose text is known. */
interface GraphQLRequest extends OperationParameters {
  readonly query: string;
}

/** The actor, and the request. */
export interface Asker extends ErrorAudience {
  readonly actor: Actor;
  readonly log: GraphQLParts['log'];
  /** Longer for uploads; default 10 s. */
  readonly wallMilliseconds?: number;
  /** Why the token of the request was refused; the actor is then anonymous for public operations. */
  readonly refusedToken?: DomainError | undefined;
}

/** `refusal` is set when nothing was executed: its code decides the HTTP status. */
export interface Answer {
  readonly body: string;
  readonly operation?: string;
  readonly refusal?: ErrorCode;
  /** Seconds after which the same request may succeed. */
  readonly retryAfter?: number;
  /** Everyone gets this answer: how caches may keep it, when it was asked for by GET without a token. */
  readonly cache?: AnswerCache;
}

export interface AnswerCache extends CacheRule {
  /** Its root fields, by which it counts. */
  readonly rootFields: readonly string[];
}

export type AnswerOperation = (asked: AskedOperation, asker: Asker) => Promise<Answer>;

export const audienceOf = ({ kind, role }: Actor): Audience =>
  kind === 'ANONYMOUS' ? 'anonymous' : role === 'ADMIN' ? 'admin' : 'user';

/** Introspection and the playground: in development, for admins, and for everyone when the deployment allows it. */
export const mayIntrospect = ({ config }: Pick<GraphQLParts, 'config'>, actor: Actor): boolean =>
  !config.isProduction || config.GRAPHQL_PUBLIC || actor.role === 'ADMIN';

export interface Executor {
  /** Root fields that only the back office may use. */
  readonly backOffice: ReadonlySet<string>;
  readonly apollo: ApolloServer;
  readonly documents: ParsedDocumentStore;
  readonly isPublic: IsPublic;
  readonly cacheRuleOf: CacheRuleOf;
}

/** Answers one operation over HTTP: validation, rate limits, execution within the time limit, format of errors. */
export function createAnswerer(parts: GraphQLParts, validator: DocumentValidator, executor: Executor): AnswerOperation {
  return async (asked, asker) => {
    const { actor } = asker;
    try {
      const request = { ...asked, query: await takeText(parts, asked, asker) };
      requireUsableToken(request, asker, { validator, isPublic: executor.isPublic });
      const admitted = validator.admit({
        ...request,
        audience: audienceOf(actor),
        mayIntrospect: mayIntrospect(parts, actor),
      });
      const taken = takeOperation(parts.limits, actor, Array.isArray(admitted) ? undefined : admitted);
      if (taken !== undefined) await taken;
      if (Array.isArray(admitted)) return refuse(admitted, asker);
      if (admitted.faults.length > 0) return refuseInputs(parts, admitted, asker);
      const result = await execute({ parts, executor, document: admitted.document }, request, asker);
      return answerOf(result, admitted, { parts, asker, executor });
    } catch (error) {
      return refuse([asGraphQLError(error)], asker);
    }
  };
}

/**
 * An invalid token is refused, unless the operation is public: signing in works with any stale token. An invalid
 * document is reported as such, whatever the token.
 */
function requireUsableToken(
  request: GraphQLRequest,
  { refusedToken }: Asker,
  { validator, isPublic }: { validator: DocumentValidator; isPublic: IsPublic },
): void {
  if (refusedToken === undefined) return;
  const admitted = validator.admit({ ...request, audience: 'admin', mayIntrospect: true });
  if (!Array.isArray(admitted) && !isPublic(admitted)) throw refusedToken;
}

function refuseInputs({ metrics }: GraphQLParts, admitted: Admitted, asker: Asker): Answer {
  countOperation(metrics, admitted, 'error');
  return { ...refuse([asGraphQLError(refuseFields(admitted.faults))], asker), operation: admitted.rootFields[0] ?? '' };
}

interface Execution {
  readonly parts: GraphQLParts;
  readonly executor: Executor;
  readonly document: DocumentNode;
}

/** A response is one JSON document: with no media type to compare, Apollo Server does not negotiate a second time. */
const oneDocument = { method: 'POST', headers: new HeaderMap([['accept', '']]), search: '', body: undefined };

async function execute(
  { parts, executor, document }: Execution,
  request: GraphQLRequest,
  asker: Asker,
): Promise<ExecutionResult> {
  const { actor, requestId, log, wallMilliseconds = runLimits.wallMilliseconds } = asker;
  const time = new TimeLimit(wallMilliseconds);
  const contextValue: HeldContext = {
    held: parts.createContext({ actor, requestId, log, time, budget: newBudget() }),
  };
  const asked = {
    operationName: request.operationName as string,
    variables: request.variables as Record<string, unknown>,
    http: oneDocument,
  };
  const { body } = await time.within(
    executor.documents.during({ query: request.query, document }, (extensions) =>
      executor.apollo.executeOperation({ ...asked, extensions }, { contextValue }),
    ),
  );
  if (body.kind !== 'single') throw new Error('Incremental delivery is not served');
  // Errors were left raw by the server's formatError.
  return body.singleResult as unknown as ExecutionResult;
}

interface AnswerParts {
  readonly parts: GraphQLParts;
  readonly asker: Asker;
  readonly executor: Pick<Executor, 'backOffice' | 'cacheRuleOf'>;
}

function answerOf(result: ExecutionResult, admitted: Admitted, { parts, asker, executor }: AnswerParts): Answer {
  const { errors } = result;
  const [operation = ''] = admitted.rootFields;
  countOperation(parts.metrics, admitted, errors ? 'error' : 'ok');
  for (const accessEvent of accessEventsIn(result, {
    rootFields: admitted.rootFields,
    backOffice: executor.backOffice,
  }))
    parts.see?.(asker, accessEvent);
  if (!errors) return kept(sized(JSON.stringify({ data: result.data }), operation, asker), admitted, executor);
  return failedAnswer(formatErrors(errors, asker), { data: result.data, operation, asker });
}

function kept(answer: Answer, admitted: Admitted, { cacheRuleOf }: AnswerParts['executor']): Answer {
  const rule = cacheRuleOf(admitted);
  return rule === undefined || answer.refusal !== undefined
    ? answer
    : { ...answer, cache: { ...rule, rootFields: admitted.rootFields } };
}

interface Failed {
  readonly data: ExecutionResult['data'];
  readonly operation: string;
  readonly asker: Asker;
}

function failedAnswer(formatted: readonly GraphQLFormattedError[], { data, operation, asker }: Failed): Answer {
  const body = JSON.stringify(data === undefined ? { errors: formatted } : { errors: formatted, data });
  const later = formatted.find(maySucceedLater);
  if (later && !data) return { body, operation, refusal: codeOf([later]), ...retryOf(later) };
  if (data === undefined) return { body, operation, refusal: codeOf(formatted) };
  return { ...sized(body, operation, asker), ...(later ? retryOf(later) : {}) };
}

/** Errors reported by the HTTP status, for proxies and clients, when there is no data. */
const maySucceedLater = ({ extensions }: GraphQLFormattedError): boolean =>
  ['RATE_LIMITED', 'UNAVAILABLE'].includes(extensions?.['code'] as string);

function sized(body: string, operation: string, asker: Asker): Answer {
  if (body.length <= runLimits.responseLength) return { body, operation };
  return refuse(
    [asGraphQLError(new DomainError('DOCUMENT_TOO_COMPLEX', { limit: 'response', allowed: runLimits.responseLength }))],
    asker,
  );
}

/** The answer to a request of which nothing was executed. */
export function refuse(errors: readonly GraphQLError[], audience: ErrorAudience): Answer {
  const formatted = formatErrors(errors, audience);
  return {
    body: JSON.stringify({ errors: formatted }),
    refusal: codeOf(formatted),
    ...(formatted[0] ? retryOf(formatted[0]) : {}),
  };
}

const codeOf = (formatted: readonly GraphQLFormattedError[]): ErrorCode =>
  (formatted[0]?.extensions?.['code'] as ErrorCode | undefined) ?? 'INTERNAL';

function retryOf(formatted: GraphQLFormattedError): { retryAfter?: number } {
  const retryAfter = retryAfterOf(formatted);
  return retryAfter === undefined ? {} : { retryAfter };
}
