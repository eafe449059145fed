import {
  Kind,
  isCompositeType,
  getNamedType,
  type FieldNode,
  type GraphQLField,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { compositeNamed, fieldOf, listsIn, typeOfField, type Parent, type ShapeReader } from './shape.ts';
import { costOf, isFree } from '../../../schema/directives/cost.ts';
import { documentLimits } from './limits.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** The estimate of one operation: how many objects it may make. `page` is the largest page it asks for. */
export interface Estimate {
  readonly cost: number;
  readonly page: number;
  /** The variables that it depends on, whatever their values: pages that are asked for. */
  readonly variables: ReadonlySet<string>;
}

const pageArguments = new Set(['first', 'last', 'limit']);

/**
 * Estimates an operation before it runs: a scalar costs 0, an object 1, a list its page times its element.
 * A connection hands its page to its `edges`. The document must be free of fragment cycles.
 */
export function estimate(reader: ShapeReader, operation: OperationDefinitionNode, variables: Variables): Estimate {
  const estimator = new Estimator(reader, operation, variables);
  const cost = estimator.costOf(
    operation.selectionSet,
    reader.schema.getRootType(operation.operation) ?? undefined,
    undefined,
  );
  return { cost: Math.min(cost, Number.MAX_SAFE_INTEGER), page: estimator.page, variables: estimator.asked };
}

/** What a field costs by itself, and how long its list is when nobody says. */
function priceOf(field: GraphQLField<unknown, unknown>): { own: number; size: number } {
  const { cost, size } = costOf(field);
  const made = getNamedType(field.type);
  const isMade = isCompositeType(made) && !isFree(made);
  return { own: cost ?? (isMade ? 1 : 0), size: size ?? documentLimits.defaultPageSize };
}

class Estimator {
  page = 0;
  readonly asked = new Set<string>();
  readonly #reader: ShapeReader;
  readonly #variables: Variables;
  readonly #defaults = new Map<string, ValueNode | undefined>();
  readonly #known = new Map<string, number>();

  constructor(reader: ShapeReader, operation: OperationDefinitionNode, variables: Variables) {
    this.#reader = reader;
    this.#variables = variables;
    for (const definition of operation.variableDefinitions ?? [])
      this.#defaults.set(definition.variable.name.value, definition.defaultValue);
  }

  costOf(set: SelectionSetNode, parent: Parent, inherited: number | undefined): number {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) cost += this.#costOfField(selection, parent, inherited);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) cost += this.#costOfFragment(selection.name.value, inherited);
      else {
        const condition = selection.typeCondition?.name.value;
        cost += this.costOf(
          selection.selectionSet,
          condition === undefined ? parent : compositeNamed(this.#reader.schema, condition),
          inherited,
        );
      }
    }
    return cost;
  }

  #costOfFragment(name: string, inherited: number | undefined): number {
    const key = `${name} ${inherited ?? ''}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const fragment = this.#reader.fragments.get(name);
    const cost = fragment
      ? this.costOf(
          fragment.selectionSet,
          compositeNamed(this.#reader.schema, fragment.typeCondition.name.value),
          inherited,
        )
      : 0;
    this.#known.set(key, cost);
    return cost;
  }

  #costOfField(field: FieldNode, parent: Parent, inherited: number | undefined): number {
    const name = field.name.value;
    const definition = fieldOf(parent, name);
    // Introspection is allowed or refused as a whole; it never touches data.
    if (!definition || !parent || name.startsWith('__')) return 0;
    const { own, size } = priceOf(definition);
    // A list of scalars is one value.
    if (!field.selectionSet) return own;
    const asked = this.#pageOf(field, definition);
    const lists = listsIn(definition.type);
    const children = this.costOf(field.selectionSet, typeOfField(parent, name), lists > 0 ? undefined : asked);
    return (asked ?? inherited ?? size) ** lists * (own + children);
  }

  #pageOf(field: FieldNode, definition: GraphQLField<unknown, unknown>): number | undefined {
    const given = (field.arguments ?? [])
      .filter(({ name }) => pageArguments.has(name.value))
      .map(({ value }) => this.#numberOf(value));
    const stated = given.reduce((most, size) => (size === undefined ? most : Math.max(size, most ?? 0)), undefined);
    const declared = definition.args.find(({ name }) => pageArguments.has(name));
    if (!declared) return undefined;
    const page =
      stated ?? (typeof declared.defaultValue === 'number' ? declared.defaultValue : documentLimits.defaultPageSize);
    this.page = Math.max(this.page, page);
    return Math.max(page, 1);
  }

  #numberOf(value: ValueNode | undefined): number | undefined {
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind !== Kind.VARIABLE) return undefined;
    const name = value.name.value;
    this.asked.add(name);
    const given = this.#variables[name];
    if (typeof given === 'number') return given;
    const fallback = this.#defaults.get(name);
    return fallback?.kind === Kind.INT ? Number(fallback.value) : undefined;
  }
}
