import {
  Kind,
  defaultFieldResolver,
  getArgumentValues,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { completionOf, type Plans } from './completion.ts';
import { shownInField } from './leaf-values.ts';
import { NotPlanned } from './not-planned.ts';
import { infoOf, isPromise, type Complete, type FieldFacts, type PlannedField, type PlanRun } from './planned-field.ts';
import { selectFields, type Selecting } from './select-fields.ts';

type Field = GraphQLField<unknown, unknown>;

/** Turns the selections of one operation into closures, once per object type and selection. */
export class Planner implements Plans {
  readonly schema: GraphQLSchema;
  readonly #operation: OperationDefinitionNode;
  readonly #selecting: Selecting;
  readonly #known = new Map<GraphQLObjectType, Map<string, readonly PlannedField[]>>();
  readonly #numbers = new Map<SelectionSetNode, number>();

  constructor(
    schema: GraphQLSchema,
    { document, operation, conditions }: PlannedOperation & { readonly conditions: ReadonlyMap<string, boolean> },
  ) {
    this.schema = schema;
    this.#operation = operation;
    this.#selecting = { schema, fragments: fragmentsOf(document), conditions };
  }

  /** The fields of the operation itself. */
  root(): readonly PlannedField[] {
    const type = this.schema.getRootType(this.#operation.operation);
    if (!type) throw new NotPlanned('an operation without a type', { isLasting: true });
    return this.fieldsOf(type, [this.#operation.selectionSet]);
  }

  fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): readonly PlannedField[] {
    const ofType = this.#known.get(type) ?? new Map<string, readonly PlannedField[]>();
    this.#known.set(type, ofType);
    const id = sets.map((set) => this.#numberOf(set)).join();
    const known = ofType.get(id);
    if (known) return known;
    const fields: PlannedField[] = [];
    for (const [key, nodes] of selectFields(this.#selecting, type, sets)) fields.push(this.#plan(type, key, nodes));
    ofType.set(id, fields);
    return fields;
  }

  #numberOf(set: SelectionSetNode): number {
    const known = this.#numbers.get(set) ?? this.#numbers.size;
    this.#numbers.set(set, known);
    return known;
  }

  #plan(parentType: GraphQLObjectType, key: string, fieldNodes: readonly FieldNode[]): PlannedField {
    const [{ name }] = fieldNodes as [FieldNode];
    if (name.value === '__typename') return { key, answer: () => parentType.name };
    const field = parentType.getFields()[name.value];
    if (field === undefined) throw new NotPlanned(`the field ${name.value}`, { isLasting: true });
    const { fragments } = this.#selecting;
    const facts: FieldFacts = {
      fieldName: name.value,
      fieldNodes,
      returnType: field.type,
      parentType,
      schema: this.schema,
      fragments,
      operation: this.#operation,
    };
    const complete = completionOf(this, field.type, facts);
    return { key, answer: isRead(field) ? readOf(field, complete) : resolutionOf(field, facts, complete) };
  }
}

/** An operation of a document that was validated. */
export interface PlannedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = Object.create(null) as Record<string, FragmentDefinitionNode>;
  for (const definition of definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  return fragments;
}

const isRead = ({ resolve }: Field): boolean => resolve === undefined || resolve === defaultFieldResolver;

/** A field without a resolver: the member of its name. */
function readOf({ name, type }: Field, complete: Complete): PlannedField['answer'] {
  const isShown = shownInField(type);
  if (isShown === undefined) return (run, source) => completed(run, memberOf(source, name), complete);
  return (run, source) => {
    const value = memberOf(source, name);
    return isShown(value) ? value : completed(run, value, complete);
  };
}

function memberOf(source: unknown, name: string): unknown {
  if (typeof source !== 'object' || source === null) throw new NotPlanned('a source that is no object');
  return (source as Record<string, unknown>)[name];
}

function completed(run: PlanRun, value: unknown, complete: Complete): unknown {
  if (typeof value === 'function') throw new NotPlanned('a member that is a function');
  return isPromise(value) ? value.then((found) => complete(run, found)) : complete(run, value);
}

function resolutionOf(field: Field, facts: FieldFacts, complete: Complete): PlannedField['answer'] {
  const resolve = field.resolve as NonNullable<Field['resolve']>;
  const [node] = facts.fieldNodes as [FieldNode];
  const argumentsIn =
    field.args.length === 0 ? () => ({}) : ({ variables }: PlanRun) => getArgumentValues(field, node, variables);
  return (run, source) => {
    const value: unknown = resolve(source, argumentsIn(run), run.context, infoOf(facts, run));
    return isPromise(value) ? value.then((found) => complete(run, found)) : complete(run, value);
  };
}
