import {
  Kind,
  isAbstractType,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { NotPlanned } from './not-planned.ts';

/** What selections depend on besides the type they are made of. */
export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The values of the variables that `@skip` and `@include` name. */
  readonly conditions: ReadonlyMap<string, boolean>;
}

/** The fields that selection sets ask of an object type, merged under the names they have in the response, in order. */
export function selectFields(
  selecting: Selecting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  for (const node of fieldsIn(selecting, type, sets)) {
    const key = (node.alias ?? node.name).value;
    // An ordinary object cannot hold this name; the results of graphql-js have no prototype.
    if (key === '__proto__') throw new NotPlanned('a field called __proto__', { isLasting: true });
    const same = fields.get(key);
    if (same) same.push(node);
    else fields.set(key, [node]);
  }
  return fields;
}

/** In the order of the document, fragments in their places. */
function* fieldsIn(
  selecting: Selecting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Generator<FieldNode> {
  for (const selection of sets.flatMap(({ selections }) => selections)) {
    if (!isIncluded(selection, selecting)) continue;
    if (selection.kind === Kind.FIELD) yield selection;
    else yield* fieldsIn(selecting, type, fragmentSets(selecting, type, selection));
  }
}

/** What a fragment selects of the type: nothing where it is for others. */
function fragmentSets(
  { schema, fragments }: Selecting,
  type: GraphQLObjectType,
  selection: InlineFragmentNode | FragmentSpreadNode,
): SelectionSetNode[] {
  const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
  const isFor = fragment && appliesTo(fragment.typeCondition?.name.value, type, schema);
  return isFor ? [fragment.selectionSet] : [];
}

function appliesTo(condition: string | undefined, type: GraphQLObjectType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditional = schema.getType(condition);
  return isAbstractType(conditional) && schema.isSubType(conditional, type);
}

const isIncluded = ({ directives = [] }: SelectionNode, { conditions }: Selecting): boolean =>
  directives.every((directive) => conditionOf(directive, conditions) !== (directive.name.value === 'skip'));

function conditionOf({ name, arguments: given = [] }: DirectiveNode, conditions: Selecting['conditions']): boolean {
  const is = valueOf(given[0]?.value, conditions);
  if (is === undefined || !['skip', 'include'].includes(name.value))
    throw new NotPlanned(`the directive @${name.value}`, { isLasting: true });
  return is;
}

function valueOf(condition: ValueNode | undefined, conditions: Selecting['conditions']): boolean | undefined {
  if (condition?.kind === Kind.BOOLEAN) return condition.value;
  return condition?.kind === Kind.VARIABLE ? conditions.get(condition.name.value) : undefined;
}
