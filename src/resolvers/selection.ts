import { Kind } from 'graphql';
import type { DirectiveNode, GraphQLResolveInfo, SelectionNode, SelectionSetNode, ValueNode } from 'graphql';
import type { Selection } from '../services/platform/selection.ts';

/**
 * The selected fields of the current field's result, by schema name: aliases merged, fragments followed, @skip and
 * @include obeyed.
 */
export function selectionOf(info: GraphQLResolveInfo): Selection {
  const paths = new Set<string>();
  const collect = (set: SelectionSetNode | undefined, prefix: string): void => {
    for (const node of set?.selections ?? []) {
      if (isLeftOut(node, info)) continue;
      if (node.kind === Kind.FIELD) {
        const path = prefix + node.name.value;
        paths.add(path);
        collect(node.selectionSet, `${path}.`);
      } else {
        collect(
          node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : info.fragments[node.name.value]?.selectionSet,
          prefix,
        );
      }
    }
  };
  for (const node of info.fieldNodes) collect(node.selectionSet, '');
  return { has: (path) => paths.has(path) };
}

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
