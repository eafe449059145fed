import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { NotPlanned } from './not-planned.ts';

/** One run of a plan. */
export interface PlanRun {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
  readonly root: unknown;
}

/** Turns what a resolver returned into what the response shows, or a promise of it. */
export type Complete = (run: PlanRun, value: unknown) => unknown;

/** One field of an object in the response. */
export interface PlannedField {
  readonly key: string;
  readonly answer: (run: PlanRun, source: unknown) => unknown;
}

/** What a resolver may learn of the field it answers for, but for what one run gives. */
export interface FieldFacts {
  readonly fieldName: string;
  readonly fieldNodes: readonly FieldNode[];
  readonly returnType: GraphQLOutputType;
  readonly parentType: GraphQLObjectType;
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly operation: OperationDefinitionNode;
}

/** The `info` of a resolver. Places in the response are not kept: no resolver of ours reads one. */
class PlannedInfo implements GraphQLResolveInfo {
  readonly fieldName: string;
  readonly fieldNodes: readonly FieldNode[];
  readonly returnType: GraphQLOutputType;
  readonly parentType: GraphQLObjectType;
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly operation: OperationDefinitionNode;
  readonly rootValue: unknown;
  readonly variableValues: Record<string, unknown>;

  constructor(facts: FieldFacts, run: PlanRun) {
    this.fieldName = facts.fieldName;
    this.fieldNodes = facts.fieldNodes;
    this.returnType = facts.returnType;
    this.parentType = facts.parentType;
    this.schema = facts.schema;
    this.fragments = facts.fragments;
    this.operation = facts.operation;
    this.rootValue = run.root;
    this.variableValues = run.variables;
  }

  get path(): never {
    throw new NotPlanned('a resolver that reads its place in the response', { isLasting: true });
  }
}

export const infoOf = (facts: FieldFacts, run: PlanRun): GraphQLResolveInfo => new PlannedInfo(facts, run);

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';

const ignored = (): void => undefined;

/** What nobody waits for any more may fail unseen: graphql-js executes the operation again. */
export const abandon = (pending: readonly unknown[] | undefined): void =>
  pending?.forEach((each) => {
    if (isPromise(each)) each.then(ignored, ignored);
  });
