import { TimeLimit } from '../../src/resolvers/graphql/time-limit.ts';
import {
  createSourceEventStream,
  execute,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { App } from '../../src/app.ts';
import { createContext, type Context } from '../../src/resolvers/context.ts';
import { formatErrors } from '../../src/resolvers/graphql/format-errors.ts';
import { newBudget } from '../../src/resolvers/graphql/limits/node-budget.ts';
import type { Actor } from '../../src/services/access/actor.ts';

export interface Answer {
  /** What was answered; empty when nothing was. */
  readonly data: Readonly<Record<string, unknown>>;
  /** As a client receives them. */
  readonly errors: readonly GraphQLFormattedError[];
  /** The code of each error. */
  readonly codes: readonly string[];
}

/** The context that resolvers have for a request of this actor. */
export const contextOf = (app: App, actor: Actor): Context =>
  createContext(app.contextFor({ actor, requestId: 'test' }), {
    time: new TimeLimit(10_000),
    budget: newBudget(),
  });

export type Variables = Readonly<Record<string, unknown>>;

interface Operation {
  readonly text: string;
  readonly variables: Variables;
}

/** Runs a document through the schema as this actor, without HTTP; a document that does not fit the schema throws. */
export async function runDocument(app: App, actor: Actor, { text, variables }: Operation): Promise<Answer> {
  const schema = await app.schema();
  const { data, errors = [] } = (await execute({
    schema,
    document: parseFor(schema, text),
    variableValues: variables,
    contextValue: contextOf(app, actor),
  })) as ExecutionResult;
  const formatted = formatErrors(errors, { locale: actor.locale, requestId: 'test', log: app.log });
  return {
    data: data ?? {},
    errors: formatted,
    codes: formatted.map(({ extensions }) => String(extensions?.['code'])),
  };
}

/** Opens a subscription as this actor, without a socket. */
export async function openSubscription(app: App, actor: Actor, { text, variables }: Operation) {
  const schema = await app.schema();
  return createSourceEventStream({
    schema,
    document: parseFor(schema, text),
    variableValues: variables,
    contextValue: contextOf(app, actor),
  });
}

function parseFor(schema: GraphQLSchema, text: string): DocumentNode {
  const document = parse(text);
  const faults = validate(schema, document);
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
  return document;
}
