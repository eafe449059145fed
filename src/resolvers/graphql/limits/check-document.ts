import {
  GraphQLError,
  Kind,
  KnownFragmentNamesRule,
  NoFragmentCyclesRule,
  NoUnusedFragmentsRule,
  UniqueFragmentNamesRule,
  ValuesOfCorrectTypeRule,
  specifiedRules,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { isCredential } from '../../../schema/directives/cost.ts';
import { DomainError } from '../../../services/kernel/errors.ts';
import { documentLimits, type Audience } from './limits.ts';
import { estimate, type Estimate, type Variables } from './cost.ts';
import { runRules } from './places.ts';
import { ShapeReader, type Shape } from './shape.ts';

const tooMuch = (limit: string, allowed: number, found: number): GraphQLError => {
  const refusal = new DomainError('DOCUMENT_TOO_COMPLEX', {
    limit,
    allowed,
    found: Math.min(found, Number.MAX_SAFE_INTEGER),
  });
  return new GraphQLError(refusal.message, { originalError: refusal });
};

const measured = ['depth', 'listDepth', 'aliases', 'directives', 'fields', 'repeated'] as const;
const allowed: Record<(typeof measured)[number], number> = {
  depth: documentLimits.depth,
  listDepth: documentLimits.listDepth,
  aliases: documentLimits.aliases,
  directives: documentLimits.directives,
  fields: documentLimits.fields,
  repeated: documentLimits.repeatedFields,
};

/** What was learnt from a document that respects the limits of size. */
export interface CheckedDocument {
  readonly document: DocumentNode;
  readonly reader: ShapeReader;
  readonly introspects: boolean;
  /** What its operations cost, as far as it is known. */
  readonly estimates: Map<OperationDefinitionNode, Estimates>;
}

/**
 * What must hold before fragments may be expanded: each one that is spread exists, once, and never within itself; each
 * one is used. Afterwards everything that a rule may expand is within the size limits, whatever the document contains.
 */
const nameRules = [UniqueFragmentNamesRule, KnownFragmentNamesRule, NoFragmentCyclesRule, NoUnusedFragmentsRule];

/** The other rules of the specification. Values have rules of their own, since their errors name an argument. */
const otherRules = specifiedRules.filter((rule) => !nameRules.includes(rule) && rule !== ValuesOfCorrectTypeRule);

/** Refuses a document by its size alone: linear, before any rule that compares fields with one another. */
export function checkShape(schema: GraphQLSchema, document: DocumentNode): CheckedDocument | GraphQLError[] {
  const reader = new ShapeReader(schema, document);
  if (reader.fragmentCount > documentLimits.fragments)
    return [tooMuch('fragments', documentLimits.fragments, reader.fragmentCount)];
  if (reader.operations.length > documentLimits.rootFields)
    return [tooMuch('operations', documentLimits.rootFields, reader.operations.length)];
  const misnamed = runRules(schema, document, nameRules);
  if (misnamed.length > 0) return misnamed;
  let introspects = false;
  for (const operation of reader.operations) {
    const shape = reader.shapeOf(operation);
    const refusal = overSize(shape) ?? overRoots(reader, operation);
    if (refusal) return [refusal];
    introspects ||= shape.introspects;
  }
  return { document, reader, introspects, estimates: new Map() };
}

function overSize(shape: Shape): GraphQLError | undefined {
  const limit = measured.find((name) => shape[name] > allowed[name]);
  return limit && tooMuch(limit, allowed[limit], shape[limit]);
}

function overRoots(reader: ShapeReader, operation: OperationDefinitionNode): GraphQLError | undefined {
  const names = reader.rootFields(operation.selectionSet);
  if (names.length > documentLimits.rootFields) return tooMuch('rootFields', documentLimits.rootFields, names.length);
  if (operation.operation !== 'mutation') return undefined;
  const credentials = names.filter((name) => isCredential(reader.schema, name)).length;
  if (credentials > documentLimits.credentialMutations)
    return tooMuch('credentialMutations', documentLimits.credentialMutations, credentials);
  const most = Math.max(...names.map((name) => names.filter((other) => other === name).length));
  return most > documentLimits.sameMutation ? tooMuch('sameMutation', documentLimits.sameMutation, most) : undefined;
}

/** The rules of the GraphQL specification, at most two errors reported. The document has passed `checkShape`. */
export const checkRules = (schema: GraphQLSchema, document: DocumentNode): GraphQLError[] =>
  runRules(schema, document, otherRules);

/**
 * Values written in the document, in any of its operations: those of the executed operation were reported by their
 * argument before (`checkInputs`).
 */
export const checkLiterals = (schema: GraphQLSchema, document: DocumentNode): GraphQLError[] =>
  runRules(schema, document, [ValuesOfCorrectTypeRule]);

/** Refuses an operation whose estimated cost or page exceeds the limit of its audience. */
export function checkCost(checked: CheckedDocument, request: CostedRequest): GraphQLError[] {
  const estimated = request.operation ? estimateOf(checked, request.operation, request.variables) : undefined;
  if (!estimated) return [];
  if (estimated.page > documentLimits.pageSize) return [tooMuch('pageSize', documentLimits.pageSize, estimated.page)];
  const budget = documentLimits.cost[request.audience];
  return estimated.cost > budget ? [tooMuch('cost', budget, estimated.cost)] : [];
}

export interface CostedRequest {
  readonly operation: OperationDefinitionNode | undefined;
  readonly variables: Variables;
  readonly audience: Audience;
}

/** The estimates of one operation, by the values of the variables that it depends on. */
interface Estimates {
  readonly variables: ReadonlySet<string>;
  readonly known: Map<string, Estimate>;
}

/** Clients ask for pages of a few sizes. */
const mostEstimates = 20;

/** Only numbers count: to an estimate, everything else is as if it were absent. */
const valuesOf = (names: ReadonlySet<string>, variables: Variables): string =>
  Array.from(names, (name) => (typeof variables[name] === 'number' ? variables[name] : '')).join();

export function estimateOf(
  { reader, estimates }: CheckedDocument,
  operation: OperationDefinitionNode,
  variables: Variables,
): Estimate {
  const before = estimates.get(operation);
  const known = before?.known.get(valuesOf(before.variables, variables));
  if (known) return known;
  const found = estimate(reader, operation, variables);
  const kept = before ?? { variables: found.variables, known: new Map<string, Estimate>() };
  if (kept.known.size < mostEstimates) kept.known.set(valuesOf(kept.variables, variables), found);
  estimates.set(operation, kept);
  return found;
}

/** All checks of a parsed document in order of price: size, cost of each operation, then the specification's rules. */
export function checkDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  asked: Omit<CostedRequest, 'operation'>,
): GraphQLError[] {
  const checked = checkShape(schema, document);
  if (Array.isArray(checked)) return checked;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const errors = checkCost(checked, { ...asked, operation: definition });
    if (errors.length > 0) return errors;
  }
  const errors = checkRules(schema, document);
  return errors.length > 0 ? errors : checkLiterals(schema, document);
}
