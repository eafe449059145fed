import {
  Kind,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  type ObjectFieldNode,
  type ValueNode,
  type VariableNode,
} from 'graphql';
import type { FieldError } from '../../../services/kernel/errors.ts';
import { faultOf, firstOf, inside, textFaults } from './faults.ts';

/** How the values of an operation's variables are read, where a literal holds one. */
export interface VariableReader {
  readonly values: Record<string, unknown>;
  faultsOf(variable: VariableNode, path: string): FieldError[];
}

interface Place {
  readonly path: string;
  readonly variables: VariableReader;
}

/** What is wrong with a value written into the document. */
export function literalFaults(type: GraphQLInputType, node: ValueNode, { path, variables }: Place): FieldError[] {
  if (node.kind === Kind.VARIABLE) return variableFaults(type, node, { path, variables });
  if (isNonNullType(type))
    return node.kind === Kind.NULL
      ? [{ path, rules: ['type'] }]
      : literalFaults(type.ofType, node, { path, variables });
  return node.kind === Kind.NULL ? [] : givenFaults(type, node, { path, variables });
}

function givenFaults(
  type: GraphQLInputType,
  node: Exclude<ValueNode, VariableNode>,
  { path, variables }: Place,
): FieldError[] {
  if (isListType(type)) {
    const ofType: GraphQLInputType = type.ofType;
    if (node.kind !== Kind.LIST) return literalFaults(ofType, node, { path, variables });
    return firstOf(node.values, (item, i) => literalFaults(ofType, item, { path: inside(path, i), variables }));
  }
  if (isInputObjectType(type))
    return node.kind === Kind.OBJECT
      ? objectFaults(type, node.fields, { path, variables })
      : [{ path, rules: ['type'] }];
  return isLeafType(type) ? leafFaults(type, node, { path, variables }) : [];
}

/** A nullable variable is allowed in the place of an argument with a default; a literal null is not. */
function variableFaults(type: GraphQLInputType, node: VariableNode, { path, variables }: Place): FieldError[] {
  const faults = variables.faultsOf(node, path);
  if (faults.length > 0 || !isNonNullType(type)) return faults;
  return variables.values[node.name.value] === null ? [{ path, rules: ['type'] }] : [];
}

function objectFaults(
  type: GraphQLInputObjectType,
  given: readonly ObjectFieldNode[],
  { path, variables }: Place,
): FieldError[] {
  const fields = type.getFields();
  const names = new Set(given.map(({ name }) => name.value));
  const wrong = firstOf(given, ({ name, value }) => {
    const place = inside(path, name.value);
    const field = Object.hasOwn(fields, name.value) ? fields[name.value] : undefined;
    return field ? literalFaults(field.type, value, { path: place, variables }) : [{ path: place, rules: ['shape'] }];
  });
  const missing = Object.values(fields).filter((field) => isRequiredInputField(field) && !names.has(field.name));
  return [...wrong, ...missing.map(({ name }) => ({ path: inside(path, name), rules: ['shape'] }))];
}

function leafFaults(type: GraphQLLeafType, node: ValueNode, { path, variables }: Place): FieldError[] {
  const texts = partFaults(node, { path, variables });
  if (texts.length > 0) return texts;
  try {
    return type.parseLiteral(node, variables.values) === undefined ? [{ path, rules: ['type'] }] : [];
  } catch (error) {
    return [faultOf(error, path)];
  }
}

/** Texts and variables inside a literal of a scalar that accepts objects and lists. */
function partFaults(node: ValueNode, { path, variables }: Place): FieldError[] {
  if (node.kind === Kind.VARIABLE) return variables.faultsOf(node, path);
  if (node.kind === Kind.STRING) return textFaults(node.value, path);
  if (node.kind === Kind.LIST)
    return firstOf(node.values, (item, i) => partFaults(item, { path: inside(path, i), variables }));
  if (node.kind !== Kind.OBJECT) return [];
  return firstOf(node.fields, ({ name, value }) => partFaults(value, { path: inside(path, name.value), variables }));
}
