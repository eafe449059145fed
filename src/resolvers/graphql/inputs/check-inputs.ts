import {
  Kind,
  isInputType,
  typeFromAST,
  type ArgumentNode,
  type DirectiveNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  type VariableDefinitionNode,
  type VariableNode,
} from 'graphql';
import type { FieldError } from '../../../services/kernel/errors.ts';
import type { Variables } from '../limits/cost.ts';
import { compositeNamed, fieldOf, typeOfField, type Parent, type ShapeReader } from '../limits/shape.ts';
import { maxFaults } from './faults.ts';
import { literalFaults, type VariableReader } from './literals.ts';
import { rawFaults } from './raw-values.ts';

/**
 * The invalid values of an operation, each reported by the path of its argument: `input.email`, whether it was written
 * in the document or sent as a variable of any name. The document's names have been checked. Each field of the document
 * is visited once for all requests, and each value of a variable once, however often it is used.
 */
export function checkInputs(
  reader: ShapeReader,
  operation: OperationDefinitionNode,
  variables: Variables,
): FieldError[] {
  const values = valuesIn(reader, operation);
  if (values.length === 0) return [];
  const given = new OperationVariables(reader.schema, operation.variableDefinitions ?? [], variables);
  const found: FieldError[] = [];
  for (const { type, value, path } of values) {
    if (found.length >= maxFaults) break;
    found.push(...literalFaults(type, value, { path, variables: given }));
  }
  return found.slice(0, maxFaults);
}

/** A value that an operation gives to an argument. */
interface GivenValue {
  readonly type: GraphQLInputType;
  readonly value: ValueNode;
  /** The argument's name. */
  readonly path: string;
}

const known = new WeakMap<OperationDefinitionNode, readonly GivenValue[]>();

function valuesIn(reader: ShapeReader, operation: OperationDefinitionNode): readonly GivenValue[] {
  const found = known.get(operation) ?? new InputWalk(reader, operation).values();
  known.set(operation, found);
  return found;
}

class InputWalk {
  readonly #reader: ShapeReader;
  readonly #operation: OperationDefinitionNode;
  readonly #seen = new Set<string>();
  readonly #found: GivenValue[] = [];

  constructor(reader: ShapeReader, operation: OperationDefinitionNode) {
    this.#reader = reader;
    this.#operation = operation;
  }

  /** In the order in which they are written. */
  values(): readonly GivenValue[] {
    this.#directives(this.#operation.directives);
    this.#set(this.#operation.selectionSet, this.#reader.schema.getRootType(this.#operation.operation) ?? undefined);
    return this.#found;
  }

  #set(set: SelectionSetNode, parent: Parent): void {
    for (const selection of set.selections) {
      this.#directives(selection.directives);
      if (selection.kind === Kind.FIELD) this.#field(selection, parent);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) this.#fragment(selection.name.value);
      else
        this.#set(
          selection.selectionSet,
          selection.typeCondition ? compositeNamed(this.#reader.schema, selection.typeCondition.name.value) : parent,
        );
    }
  }

  #fragment(name: string): void {
    const fragment = this.#reader.fragments.get(name);
    if (!fragment || this.#seen.has(name)) return;
    this.#seen.add(name);
    this.#set(fragment.selectionSet, compositeNamed(this.#reader.schema, fragment.typeCondition.name.value));
  }

  #field(field: FieldNode, parent: Parent): void {
    const name = field.name.value;
    this.#arguments(fieldOf(parent, name)?.args, field.arguments);
    if (field.selectionSet) this.#set(field.selectionSet, typeOfField(parent, name));
  }

  #directives(nodes: readonly DirectiveNode[] = []): void {
    for (const { name, arguments: given } of nodes)
      this.#arguments(this.#reader.schema.getDirective(name.value)?.args, given);
  }

  #arguments(defined: readonly GraphQLArgument[] = [], given: readonly ArgumentNode[] = []): void {
    for (const { name, value } of given) {
      const argument = defined.find((one) => one.name === name.value);
      if (argument) this.#found.push({ type: argument.type, value, path: name.value });
    }
  }
}

/**
 * The values of an operation's variables: each is checked against its type once, and reported where it is used first.
 */
class OperationVariables implements VariableReader {
  readonly values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  readonly #schema: GraphQLSchema;
  readonly #given: Variables;
  readonly #definitions = new Map<string, VariableDefinitionNode>();
  readonly #formatted = new Set<string>();

  constructor(schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[], given: Variables) {
    this.#schema = schema;
    this.#given = given;
    for (const definition of definitions) {
      const name = definition.variable.name.value;
      this.#definitions.set(name, definition);
      if (Object.hasOwn(given, name)) this.values[name] = given[name];
      else if (definition.defaultValue) this.values[name] = definition.defaultValue;
    }
  }

  faultsOf({ name: { value: name } }: VariableNode, path: string): FieldError[] {
    const definition = this.#definitions.get(name);
    if (!definition || this.#formatted.has(name)) return [];
    this.#formatted.add(name);
    const type = typeFromAST(this.#schema, definition.type);
    if (!isInputType(type)) return [];
    const isGiven = Object.hasOwn(this.#given, name) && this.#given[name] !== undefined;
    if (isGiven || !definition.defaultValue) return rawFaults(type, this.#given[name], path);
    return literalFaults(type, definition.defaultValue, { path, variables: this });
  }
}
