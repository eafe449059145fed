import {
  GraphQLError,
  getOperationAST,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { DomainError, type FieldError } from '../../../services/kernel/errors.ts';
import { checkInputs } from '../inputs/check-inputs.ts';
import {
  checkCost,
  checkLiterals,
  checkRules,
  checkShape,
  estimateOf,
  type CheckedDocument,
} from './check-document.ts';
import type { Audience } from './limits.ts';
import { parseDocument } from './places.ts';
import type { Variables } from './cost.ts';

/** Which operations a transport lets through: GET queries only, sockets subscriptions only. */
export type Transport = 'http' | 'http-get' | 'socket';

export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Variables | undefined;
  readonly audience: Audience;
  readonly mayIntrospect: boolean;
  readonly transport: Transport;
}

/** An operation that may run, once its values are right. */
export interface Admitted {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Root fields, repeated for each use: rate limits count them. */
  readonly rootFields: readonly string[];
  readonly cost: number;
  /** Invalid values of arguments: the operation is then counted, and not executed. */
  readonly faults: readonly FieldError[];
}

const maxDocuments = 500;
/** Longer texts are checked each time rather than remembered. */
const maxRememberedLength = 10_000;

/** Parses, checks and remembers documents. One for HTTP and WebSocket together. */
export class DocumentValidator {
  readonly #schema: GraphQLSchema;
  readonly #known = new Map<string, CheckedDocument>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  admit(request: OperationRequest): Admitted | GraphQLError[] {
    const checked = this.#recall(request.query) ?? this.#measure(request.query);
    if (Array.isArray(checked)) return checked.map(asRefusal);
    const operation = getOperationAST(checked.document, request.operationName) ?? undefined;
    const errors = this.#refusalsOf(checked, request, operation);
    if (errors.length > 0) return errors.map(asRefusal);
    return operation
      ? this.#judgeValues(checked, operation, request)
      : [asRefusal(new GraphQLError('Name one operation of the document.'))];
  }

  /** The values of the operation; then, once per document, those of its other operations. */
  #judgeValues(
    checked: CheckedDocument,
    operation: OperationDefinitionNode,
    { query, variables = {} }: OperationRequest,
  ): Admitted | GraphQLError[] {
    const faults = checkInputs(checked.reader, operation, variables);
    if (faults.length === 0 && !this.#known.has(query)) {
      const wrong = checkLiterals(this.#schema, checked.document);
      if (wrong.length > 0) return wrong.map(asRefusal);
      this.#remember(query, checked);
    }
    return admission(checked, operation, { variables, faults });
  }

  /** Refusals in order of price: what the audience may, then the specification's rules, once per document. */
  #refusalsOf(
    checked: CheckedDocument,
    request: OperationRequest,
    operation: OperationDefinitionNode | undefined,
  ): GraphQLError[] {
    if (checked.introspects && !request.mayIntrospect) return [new GraphQLError('Introspection is not allowed here.')];
    const wrong = operation && wrongTransport(operation, request.transport);
    if (wrong) return [wrong];
    const costly = checkCost(checked, { operation, variables: request.variables ?? {}, audience: request.audience });
    if (costly.length > 0) return costly;
    return this.#known.has(request.query) ? [] : checkRules(this.#schema, checked.document);
  }

  #measure(query: string): CheckedDocument | GraphQLError[] {
    try {
      return checkShape(this.#schema, parseDocument(query));
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  #recall(query: string): CheckedDocument | undefined {
    const known = this.#known.get(query);
    if (!known) return undefined;
    // Re-inserting makes the map's order the order of last use.
    this.#known.delete(query);
    this.#known.set(query, known);
    return known;
  }

  #remember(query: string, checked: CheckedDocument): void {
    if (query.length > maxRememberedLength) return;
    this.#known.set(query, checked);
    if (this.#known.size <= maxDocuments) return;
    const [oldest = ''] = this.#known.keys();
    this.#known.delete(oldest);
  }
}

const admission = (
  checked: CheckedDocument,
  operation: OperationDefinitionNode,
  { variables, faults }: { variables: Variables; faults: readonly FieldError[] },
): Admitted => ({
  document: checked.document,
  operation,
  faults,
  rootFields: checked.reader.rootFields(operation.selectionSet),
  cost: estimateOf(checked, operation, variables).cost,
});

function wrongTransport({ operation }: OperationDefinitionNode, transport: Transport): GraphQLError | undefined {
  if (transport === 'socket')
    return operation === 'subscription' ? undefined : new GraphQLError('Only subscriptions are served over WebSocket.');
  if (operation === 'subscription') return new GraphQLError('Subscriptions are served over WebSocket.');
  if (transport === 'http' || operation === 'query') return undefined;
  return new GraphQLError('Mutations are sent by POST.', {
    originalError: new DomainError('METHOD_NOT_ALLOWED', { method: 'GET', allowed: ['POST'] }),
  });
}

const maxReasonLength = 160;

/** Gives every refusal of a document its code, and removes what would reveal the schema to an anonymous caller. */
function asRefusal(error: GraphQLError): GraphQLError {
  if (error.originalError instanceof DomainError) return error;
  const reason = error.message.replace(/ ?Did you mean[^]*$/, '').slice(0, maxReasonLength);
  return new GraphQLError(reason, {
    source: error.source,
    positions: error.positions,
    originalError: new DomainError('DOCUMENT_INVALID', { reason }),
  });
}
