import { createSourceEventStream, type ExecutionArgs, type GraphQLError } from 'graphql';
import type { Actor } from '../../../services/access/actor.ts';
import { DomainError, fieldError, refuseFields } from '../../../services/kernel/errors.ts';
import { newId } from '../../../services/kernel/ids.ts';
import { hasPrototypeKey } from '../../json.ts';
import { audienceOf, mayIntrospect } from '../answer-operation.ts';
import { asGraphQLError } from '../format-errors.ts';
import type { Admitted, DocumentValidator } from '../limits/document-validator.ts';
import { runLimits } from '../limits/limits.ts';
import { newBudget } from '../limits/node-budget.ts';
import type { ExecutionRequest, GraphQLParts } from '../parts.ts';
import { countOperation, takeOperation, takeText } from '../operation-limits.ts';
import { readAskedText } from '../registered/persisted-query.ts';
import { refusalsIn } from '../access-events.ts';
import { TimeLimit } from '../time-limit.ts';
import { LiveStream } from './live-stream.ts';

export interface SubscribePayload {
  readonly query: string;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** A subscription that may begin: its stream, and what executes each event. */
export interface Accepted {
  readonly stream: LiveStream;
  readonly operation: Pick<ExecutionArgs, 'document' | 'variableValues' | 'operationName'>;
  readonly documentKey: string;
}

/** The request of a message; throws a DomainError for one that is not served. */
async function readRequest(
  parts: GraphQLParts,
  { actor, payload }: { readonly actor: Actor; readonly payload: SubscribePayload },
) {
  const { operationName, variables, query, extensions } = payload;
  if (hasPrototypeKey(variables)) throw fieldError('variables', 'name');
  return {
    query: await takeText(parts, readAskedText({ query, extensions }), { actor }),
    operationName: operationName ?? undefined,
    variables: variables ?? {},
  };
}

/** Checks a subscription as an HTTP request is checked, and gets its stream from its field. */
export async function acceptSubscription(
  parts: GraphQLParts,
  validator: DocumentValidator,
  asked: { actor: Actor; payload: SubscribePayload },
): Promise<Accepted | readonly GraphQLError[]> {
  const checked = await check(parts, validator, asked).catch((error: unknown) => [asGraphQLError(error)]);
  return Array.isArray(checked) ? checked : open(parts, asked.actor, checked);
}

interface Checked {
  readonly request: Awaited<ReturnType<typeof readRequest>>;
  readonly admitted: Admitted;
}

async function check(
  parts: GraphQLParts,
  validator: DocumentValidator,
  asked: { actor: Actor; payload: SubscribePayload },
): Promise<Checked | GraphQLError[]> {
  const { actor } = asked;
  const request = await readRequest(parts, asked);
  const admitted = validator.admit({
    ...request,
    audience: audienceOf(actor),
    mayIntrospect: mayIntrospect(parts, actor),
    transport: 'socket',
  });
  await takeOperation(parts.limits, actor, Array.isArray(admitted) ? undefined : admitted);
  if (Array.isArray(admitted)) return admitted;
  return admitted.faults.length > 0 ? [asGraphQLError(refuseFields(admitted.faults))] : { request, admitted };
}

async function open(
  parts: GraphQLParts,
  actor: Actor,
  { request, admitted }: Checked,
): Promise<Accepted | readonly GraphQLError[]> {
  const operation = {
    document: admitted.document,
    variableValues: request.variables,
    operationName: request.operationName,
  };
  const asker = { actor, requestId: newId(), log: parts.log };
  const stream = await openStream(parts, asker, operation);
  const isOpen = stream instanceof LiveStream;
  countOperation(parts.metrics, admitted, isOpen ? 'ok' : 'error');
  if (isOpen) return { stream, operation, documentKey: JSON.stringify(request) };
  notifyRefusals(parts, asker, { errors: stream, field: admitted.rootFields.join() });
  return stream;
}

type Asker = Pick<ExecutionRequest, 'actor' | 'requestId' | 'log'>;

function notifyRefusals(
  parts: GraphQLParts,
  asker: Asker,
  { errors, field }: { errors: readonly GraphQLError[]; field: string },
): void {
  for (const refusal of refusalsIn(errors, { entryPoint: 'socket', field })) parts.see?.(asker, refusal);
}

/** Runs the field's `subscribe`, behind its `@auth`. */
async function openStream(
  parts: GraphQLParts,
  asker: Asker,
  operation: Accepted['operation'],
): Promise<LiveStream | readonly GraphQLError[]> {
  const contextValue = parts.createContext({
    ...asker,
    time: new TimeLimit(runLimits.wallMilliseconds),
    budget: newBudget(),
  });
  const source = await createSourceEventStream({ ...operation, schema: parts.schema, contextValue });
  if (source instanceof LiveStream) return source;
  if ('errors' in source && source.errors) return source.errors;
  return [
    asGraphQLError(
      new DomainError('INTERNAL', {}, { cause: new Error('A subscription field must return a LiveStream') }),
    ),
  ];
}
