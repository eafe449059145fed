import { Kind } from 'graphql';
import type { DirectiveNode, FieldNode, GraphQLResolveInfo, SelectionNode, SelectionSetNode, ValueNode } from 'graphql';
import type { Selection } from '../services/platform/selection.ts';

/** Selections that no variable decides about, by the field: requests with the same document share them. */
const shared = new WeakMap<FieldNode, Selection>();

/**
 * The selected fields of the current field's result, by schema name: aliases merged, fragments followed, @skip and
 * @include obeyed.
 */
export function selectionOf(info: GraphQLResolveInfo): Selection {
  const [only, another] = info.fieldNodes as [FieldNode, ...FieldNode[]];
  const known = another === undefined ? shared.get(only) : undefined;
  if (known !== undefined) return known;
  const { selection, isConditional } = collected(info);
  if (another === undefined && !isConditional) shared.set(only, selection);
  return selection;
}

function collected(info: GraphQLResolveInfo): { readonly selection: Selection; readonly isConditional: boolean } {
  const paths = new Set<string>();
  let isConditional = false;
  const collect = (set: SelectionSetNode | undefined, prefix: string): void => {
    for (const node of set?.selections ?? []) {
      isConditional ||= node.directives !== undefined && node.directives.length > 0;
      if (isLeftOut(node, info)) continue;
      if (node.kind !== Kind.FIELD) {
        collect(setWithin(node, info), prefix);
        continue;
      }
      const path = prefix + node.name.value;
      paths.add(path);
      collect(node.selectionSet, `${path}.`);
    }
  };
  for (const node of info.fieldNodes) collect(node.selectionSet, '');
  return { selection: { has: (path) => paths.has(path) }, isConditional };
}

const setWithin = (
  node: Exclude<SelectionNode, FieldNode>,
  { fragments }: GraphQLResolveInfo,
): SelectionSetNode | undefined =>
  node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments[node.name.value]?.selectionSet;

const isLeftOut = ({ directives }: SelectionNode, info: GraphQLResolveInfo): boolean =>
  directives !== undefined && directives.some((directive) => leavesOut(directive, info));

function leavesOut({ name, arguments: args }: DirectiveNode, info: GraphQLResolveInfo): boolean {
  if (name.value !== 'skip' && name.value !== 'include') return false;
  const value = args?.find((argument) => argument.name.value === 'if')?.value;
  return (name.value === 'skip') === isTrue(value, info);
}

const isTrue = (value: ValueNode | undefined, info: GraphQLResolveInfo): boolean =>
  value?.kind === Kind.VARIABLE
    ? info.variableValues[value.name.value] === true
    : value?.kind === Kind.BOOLEAN && value.value;
