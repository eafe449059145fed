import {
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { NotPlanned } from './not-planned.ts';
import { shownAsItIs } from './leaf-values.ts';
import { abandon, infoOf, isPromise, type Complete, type FieldFacts, type PlannedField } from './planned-field.ts';
import type { PlanRun } from './planned-field.ts';

/** Where completions find the fields of the objects below them. */
export interface Plans {
  readonly schema: GraphQLSchema;
  fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): readonly PlannedField[];
}

/**
 * How values of a type enter the response, as graphql-js would let them; what would be an error there is left to it.
 * Source: https://spec.graphql.org/October2021/#CompleteValue()
 */
export function completionOf(plans: Plans, type: GraphQLOutputType, facts: FieldFacts): Complete {
  return isNonNullType(type) ? ofSome(present(plans, type.ofType, facts)) : ofAny(present(plans, type, facts));
}

/** Never null: what is there is shown, or left to graphql-js. */
function present(plans: Plans, type: GraphQLOutputType, facts: FieldFacts): Complete {
  if (isListType(type)) return ofList(completionOf(plans, type.ofType, facts));
  if (isLeafType(type)) return ofLeaf(type);
  if (isObjectType(type)) return ofObject(plans, type, facts);
  return ofAbstract(plans, type as GraphQLAbstractType, facts);
}

const ofAny =
  (complete: Complete): Complete =>
  (run, value) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return complete(run, value);
  };

const ofSome =
  (complete: Complete): Complete =>
  (run, value) => {
    if (value === null || value === undefined) throw new NotPlanned('null where none may be');
    if (value instanceof Error) throw value;
    return complete(run, value);
  };

const ofLeaf = (type: GraphQLLeafType): Complete => {
  const isShown = shownAsItIs(type);
  return (_run, value) => (isShown(value) ? value : serialized(type, value));
};

function serialized(type: GraphQLLeafType, value: unknown): unknown {
  const text: unknown = type.serialize(value);
  if (text === null || text === undefined) throw new NotPlanned('a value that is serialized as nothing');
  return text;
}

const ofList =
  (complete: Complete): Complete =>
  (run, value) => {
    const items = Array.isArray(value) ? (value as unknown[]) : itemsOf(value);
    const completed = new Array<unknown>(items.length);
    let isPending = false;
    try {
      for (let at = 0; at < items.length; at += 1) {
        const item = items[at];
        const one = isPromise(item) ? item.then((found) => complete(run, found)) : complete(run, item);
        isPending ||= isPromise(one);
        completed[at] = one;
      }
    } catch (error) {
      if (isPending) abandon(completed);
      throw error;
    }
    return isPending ? Promise.all(completed) : completed;
  };

function itemsOf(value: unknown): unknown[] {
  if (typeof value === 'object' && value !== null && Symbol.iterator in value) return [...(value as Iterable<unknown>)];
  throw new NotPlanned('a list that is none');
}

function ofObject(plans: Plans, type: GraphQLObjectType, facts: FieldFacts): Complete {
  const fields = plans.fieldsOf(type, setsOf(facts));
  if (!type.isTypeOf) return (run, value) => answerFields(fields, run, value);
  return (run, value) => {
    requireType(type, facts, { run, value });
    return answerFields(fields, run, value);
  };
}

function requireType(
  type: GraphQLObjectType,
  facts: FieldFacts,
  { run, value }: { run: PlanRun; value: unknown },
): void {
  if (type.isTypeOf && type.isTypeOf(value, run.context, infoOf(facts, run)) !== true)
    throw new NotPlanned(`a value that is no ${type.name}`);
}

/** Members of unions and interfaces are planned when the first of them comes. */
function ofAbstract(plans: Plans, type: GraphQLAbstractType, facts: FieldFacts): Complete {
  const { resolveType } = type;
  if (!resolveType) throw new NotPlanned(`${type.name}, whose members do not say what they are`, { isLasting: true });
  const known = new Map<string, Complete>();
  const memberOf = (name: unknown): Complete => {
    const member = typeof name === 'string' ? (known.get(name) ?? planMember(plans, type, { name, facts })) : undefined;
    if (member === undefined) throw new NotPlanned(`a value that is no ${type.name}`);
    known.set(name as string, member);
    return member;
  };
  return (run, value) => {
    const name: unknown = resolveType(value, run.context, infoOf(facts, run), type);
    return isPromise(name) ? name.then((found) => memberOf(found)(run, value)) : memberOf(name)(run, value);
  };
}

function planMember(
  plans: Plans,
  type: GraphQLAbstractType,
  { name, facts }: { name: string; facts: FieldFacts },
): Complete | undefined {
  const member = plans.schema.getType(name);
  return isObjectType(member) && plans.schema.isSubType(type, member) ? ofObject(plans, member, facts) : undefined;
}

const setsOf = ({ fieldNodes }: FieldFacts): SelectionSetNode[] =>
  fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);

/** The fields of one object, in their order; a promise when one of them is. */
export function answerFields(fields: readonly PlannedField[], run: PlanRun, source: unknown): unknown {
  const answers: Record<string, unknown> = {};
  let pending: Promise<unknown>[] | undefined;
  try {
    for (const { key, answer } of fields) {
      const value = answer(run, source);
      answers[key] = value;
      if (isPromise(value))
        (pending ??= []).push(
          value.then((found) => {
            answers[key] = found;
          }),
        );
    }
  } catch (error) {
    abandon(pending);
    throw error;
  }
  return pending === undefined ? answers : Promise.all(pending).then(() => answers);
}
