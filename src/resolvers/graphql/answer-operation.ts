import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Actor } from '../../services/access/actor.ts';
import { asGraphQLError, formatErrors, retryAfterOf, type ErrorAudience } from './format-errors.ts';
import { DomainError, refuseFields, type ErrorCode } from '../../services/kernel/errors.ts';
import type { ParsedDocumentStore } from './handed-documents.ts';
import type { Admitted, DocumentValidator } from './limits/document-validator.ts';
import { runLimits, type Audience } from './limits/limits.ts';
import { newBudget } from './limits/node-budget.ts';
import type { IsPublic } from './public-fields.ts';
import { countOperation, takeOperation } from './operation-limits.ts';
import type { GraphQLParts, LimitedContext } from './parts.ts';
import { accessEventsIn } from './access-events.ts';
import { withinTime } from './within-time.ts';

export interface GraphQLRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

/** Who asks, and under which request. */
export interface Asker extends ErrorAudience {
  readonly actor: Actor;
  readonly log: GraphQLParts['log'];
  /** Longer for uploads; 10 s unless said. */
  readonly wallMilliseconds?: number;
  /** Why the token that was sent along is worth nothing; whoever sends such a one is nobody, to what anyone may use. */
  readonly refusedToken?: DomainError | undefined;
}

/** `refusal` is set when nothing was executed: the code decides about the status. */
export interface Answer {
  readonly body: string;
  readonly operation?: string;
  readonly refusal?: ErrorCode;
  /** Seconds after which the same request may succeed. */
  readonly retryAfter?: number;
}

export type AnswerOperation = (request: GraphQLRequest, asker: Asker) => Promise<Answer>;

export const audienceOf = ({ kind, role }: Actor): Audience =>
  kind === 'ANONYMOUS' ? 'anonymous' : role === 'ADMIN' ? 'admin' : 'user';

/** Introspection and the playground: development, admins, and everyone when the deployment says so. */
export const mayIntrospect = ({ config }: Pick<GraphQLParts, 'config'>, actor: Actor): boolean =>
  !config.isProduction || config.GRAPHQL_PUBLIC || actor.role === 'ADMIN';

export interface Executor {
  /** Root fields that only the back office asks for. */
  readonly backOffice: ReadonlySet<string>;
  readonly apollo: ApolloServer;
  readonly handed: ParsedDocumentStore;
  readonly isPublic: IsPublic;
}

/** Answers one operation that came by HTTP: gate, rate limits, execution within its time, outer form of errors. */
export function createAnswerer(parts: GraphQLParts, gate: DocumentValidator, executor: Executor): AnswerOperation {
  return async (request, asker) => {
    const { actor } = asker;
    try {
      demandGoodToken(request, asker, { gate, isPublic: executor.isPublic });
      const admitted = gate.admit({
        ...request,
        audience: audienceOf(actor),
        mayIntrospect: mayIntrospect(parts, actor),
        door: 'http',
      });
      await takeOperation(parts.limits, actor, Array.isArray(admitted) ? undefined : admitted);
      if (Array.isArray(admitted)) return refuse(admitted, asker);
      if (admitted.faults.length > 0) return refuseInputs(parts, admitted, asker);
      const result = await execute({ parts, executor, document: admitted.document }, request, asker);
      return tell(result, admitted, { parts, asker, backOffice: executor.backOffice });
    } catch (error) {
      return refuse([asGraphQLError(error)], asker);
    }
  };
}

/**
 * A token that is worth nothing is refused, unless the operation is for anyone: the way in works whatever stale token is
 * sent along. A document that nobody could run says what is wrong with it: that has nothing to do with the token.
 */
function demandGoodToken(
  request: GraphQLRequest,
  { refusedToken }: Asker,
  { gate, isPublic }: { gate: DocumentValidator; isPublic: IsPublic },
): void {
  if (refusedToken === undefined) return;
  const admitted = gate.admit({ ...request, audience: 'admin', mayIntrospect: true, door: 'http' });
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

/** An answer is one JSON document: with no media type to weigh, Apollo Server does not negotiate a second time. */
const oneDocument = { method: 'POST', headers: new HeaderMap([['accept', '']]), search: '', body: undefined };

async function execute(
  { parts, executor, document }: Execution,
  request: GraphQLRequest,
  asker: Asker,
): Promise<ExecutionResult> {
  const { actor, requestId, log, wallMilliseconds = runLimits.wallMilliseconds } = asker;
  const clock = new AbortController();
  const contextValue: LimitedContext = parts.createContext({
    actor,
    requestId,
    log,
    signal: clock.signal,
    budget: newBudget(),
  });
  const asked = {
    operationName: request.operationName as string,
    variables: request.variables as Record<string, unknown>,
    http: oneDocument,
  };
  const { body } = await withinTime(
    clock,
    wallMilliseconds,
    executor.handed.during({ query: request.query, document }, (extensions) =>
      executor.apollo.executeOperation({ ...asked, extensions }, { contextValue }),
    ),
  );
  if (body.kind !== 'single') throw new Error('Incremental delivery is not served');
  // Errors were left raw by the server's formatError.
  return body.singleResult as unknown as ExecutionResult;
}

interface Telling {
  readonly parts: GraphQLParts;
  readonly asker: Asker;
  readonly backOffice: ReadonlySet<string>;
}

function tell(result: ExecutionResult, admitted: Admitted, { parts, asker, backOffice }: Telling): Answer {
  const { errors } = result;
  const [operation = ''] = admitted.rootFields;
  countOperation(parts.metrics, admitted, errors ? 'error' : 'ok');
  for (const accessEvent of accessEventsIn(result, { rootFields: admitted.rootFields, backOffice }))
    parts.see?.(asker, accessEvent);
  if (!errors) return sized(JSON.stringify({ data: result.data }), operation, asker);
  return tellErrors(formatErrors(errors, asker), { data: result.data, operation, asker });
}

interface Failed {
  readonly data: ExecutionResult['data'];
  readonly operation: string;
  readonly asker: Asker;
}

function tellErrors(told: readonly GraphQLFormattedError[], { data, operation, asker }: Failed): Answer {
  const body = JSON.stringify(data === undefined ? { errors: told } : { errors: told, data });
  const later = told.find(maySucceedLater);
  if (later && !data) return { body, operation, refusal: codeOf([later]), ...retryOf(later) };
  if (data === undefined) return { body, operation, refusal: codeOf(told) };
  return { ...sized(body, operation, asker), ...(later ? retryOf(later) : {}) };
}

/** Errors that a status tells to proxies and clients, when nothing else was answered. */
const maySucceedLater = ({ extensions }: GraphQLFormattedError): boolean =>
  ['RATE_LIMITED', 'UNAVAILABLE'].includes(extensions?.['code'] as string);

function sized(body: string, operation: string, asker: Asker): Answer {
  if (body.length <= runLimits.responseLength) return { body, operation };
  return refuse(
    [asGraphQLError(new DomainError('DOCUMENT_TOO_COMPLEX', { limit: 'response', allowed: runLimits.responseLength }))],
    asker,
  );
}

/** An answer that executed nothing. */
export function refuse(errors: readonly GraphQLError[], audience: ErrorAudience): Answer {
  const told = formatErrors(errors, audience);
  return { body: JSON.stringify({ errors: told }), refusal: codeOf(told), ...(told[0] ? retryOf(told[0]) : {}) };
}

const codeOf = (told: readonly GraphQLFormattedError[]): ErrorCode =>
  (told[0]?.extensions?.['code'] as ErrorCode | undefined) ?? 'INTERNAL';

function retryOf(formatted: GraphQLFormattedError): { retryAfter?: number } {
  const retryAfter = retryAfterOf(formatted);
  return retryAfter === undefined ? {} : { retryAfter };
}
