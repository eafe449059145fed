import {
  execute,
  getOperationAST,
  getVariableValues,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { newBudget } from '../limits/node-budget.ts';
import type { LimitedContext } from '../parts.ts';
import { answerFields } from './completion.ts';
import { NotPlanned } from './not-planned.ts';
import { OperationPlans } from './plan-store.ts';
import { isPromise } from './planned-field.ts';

/** One execution of an operation of a document that was validated. */
export interface Asked {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined;
  readonly contextValue: LimitedContext;
  readonly rootValue?: unknown;
}

export type Execute = (asked: Asked) => ExecutionResult | Promise<ExecutionResult>;

/** Who executed an operation; a test counts them. */
export type Executed = 'planned' | 'fell back' | 'graphql-js';

/**
 * Executes operations by plans of closures, made when an operation comes for the second time and kept as long as its
 * document. graphql-js stays the one that says what is right: it executes mutations, whatever a plan does not know, and
 * every operation in which something fails. Nothing is done twice by that, since a plan only reads (`reading`).
 */
export function createExecute(
  schema: GraphQLSchema,
  onExecuted: (by: Executed, failure?: unknown) => void = () => {},
): Execute {
  const plansOf = planStore(schema);
  const byGraphqlJs = (asked: Asked) => execute({ ...asked, schema });
  return (asked) => {
    const plans = plansOf(asked);
    if (plans === undefined || plans.isGivenUp) {
      onExecuted('graphql-js');
      return byGraphqlJs(asked);
    }
    const again = (failure: unknown) => {
      plans.note(failure);
      onExecuted('fell back', failure);
      return byGraphqlJs(asked);
    };
    const succeed = (data: unknown): ExecutionResult => {
      onExecuted('planned');
      return { data: data as NonNullable<ExecutionResult['data']> };
    };
    try {
      const data = run(schema, plans, asked);
      return isPromise(data) ? data.then(succeed, again) : succeed(data);
    } catch (failure) {
      return again(failure);
    }
  };
}

/** The plans of the operation that is executed; none the first time, as most texts that come once come never again. */
function planStore(schema: GraphQLSchema): (asked: Asked) => OperationPlans | undefined {
  const known = new WeakMap<OperationDefinitionNode, OperationPlans | 'seen'>();
  return ({ document, operationName }) => {
    const operation = getOperationAST(document, operationName);
    if (!operation) return undefined;
    const plans = known.get(operation);
    if (plans instanceof OperationPlans) return plans;
    known.set(operation, plans === undefined ? 'seen' : new OperationPlans(schema, { document, operation }));
    return plans === undefined ? undefined : (known.get(operation) as OperationPlans);
  };
}

function run(schema: GraphQLSchema, plans: OperationPlans, asked: Asked): unknown {
  const { variableValues, contextValue, rootValue } = asked;
  const { variableDefinitions = [] } = plans.operation;
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, variableValues ?? {});
  if (errors) throw new NotPlanned('values of variables that are wrong');
  return answerFields(
    plans.fieldsFor(coerced),
    { variables: coerced, context: reading(contextValue), root: rootValue },
    rootValue,
  );
}

const left = (): never => {
  throw new NotPlanned('an operation that does more than read', { isLasting: true });
};
/** What a resolver's context has that does more than read. */
const writers = { run: left, perform: left, note: left };

/** The same request with loaders and a budget of its own, in which nothing can be written. */
const reading = (context: LimitedContext): LimitedContext => ({ ...context, ...writers, budget: newBudget() });
