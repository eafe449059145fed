import {
  getNamedType,
  isCompositeType,
  isObjectType,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { DomainError } from '../../../services/kernel/errors.ts';
import { listsIn } from './shape.ts';
import { runLimits } from './limits.ts';

/** How many objects one operation may still put into lists. Shared by reference when a context is copied. */
export interface NodeBudget {
  left: number;
}

export const newBudget = (): NodeBudget => ({ left: runLimits.nodes });

/**
 * Counts the elements of every list of objects as it is resolved, and aborts an operation that exceeds the limit. Only
 * lists are counted: single objects are bounded by the document's cost, so scalars and objects pay nothing.
 */
export function enforceNodeBudget(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) if (isListOfObjects(field)) watch(field);
  }
}

const isListOfObjects = ({ type }: GraphQLField<unknown, unknown>): boolean =>
  listsIn(type) > 0 && isCompositeType(getNamedType(type));

/** Marks a field whose lists are counted: a schema that two servers of a process share counts each list once. */
const watched = 'atelier.nodesAreCounted';

function watch(field: GraphQLField<unknown, { budget?: NodeBudget } | undefined>): void {
  if (field.extensions[watched] === true) return;
  field.extensions = { ...field.extensions, [watched]: true };
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (...call) => {
    const found: unknown = resolve(...call);
    const budget = call[2]?.budget;
    if (budget === undefined) return found;
    return found instanceof Promise ? found.then((list: unknown) => spend(budget, list)) : spend(budget, found);
  };
}

function spend(budget: NodeBudget, list: unknown): unknown {
  if (Array.isArray(list)) budget.left -= list.length;
  if (budget.left < 0) throw new DomainError('DOCUMENT_TOO_COMPLEX', { limit: 'nodes', allowed: runLimits.nodes });
  return list;
}
