import {
  createSourceEventStream,
  execute,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { createContext, type Context } from '../../../src/resolvers/context.ts';
import { formatErrors } from '../../../src/resolvers/graphql/format-errors.ts';
import { newBudget } from '../../../src/resolvers/graphql/limits/node-budget.ts';
import { LiveStream } from '../../../src/resolvers/graphql/socket/live-stream.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { DomainError, type ErrorCode } from '../../../src/services/kernel/errors.ts';
import type { App } from '../../../src/app.ts';
import type { Kind } from './kinds.ts';
import type { RootField, Sights } from './documents.ts';

/** Answers that mean: this is not for you. What anybody is refused for another reason, they may try. */
const denials: ReadonlySet<string> = new Set<ErrorCode>(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']);

/** One answer, as a cell of the matrix says it, and word for word. */
export interface Told {
  readonly cell: string;
  /** What the client reads, without the number of the request. */
  readonly words: string;
  readonly isDenied: boolean;
  readonly stream?: LiveStream;
}

export interface Seated {
  readonly kind: Kind;
  /** Who they are at the doors; `null` for those the doors refuse whatever they ask. */
  readonly actor: Actor | null;
}

const caller = { locale: 'fr', address: '203.0.113.7', agent: 'matrix' } as const;

/** Every kind of person at the doors of the house, once. */
export async function seatAll(
  app: App,
  kinds: readonly Kind[],
  tokens: ReadonlyMap<string, string>,
): Promise<Seated[]> {
  const seated: Seated[] = [];
  for (const kind of kinds) {
    const token = kind.seat === null ? undefined : tokens.get(kind.seat);
    if (kind.seat !== null && token === undefined) throw new Error(`Nobody sits on ${kind.seat}`);
    const actor = await app.sessions.authenticate(token, caller).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'UNAUTHENTICATED') return null;
      throw error;
    });
    seated.push({ kind, actor });
  }
  return seated;
}

export const refusedAtTheDoor: Told = { cell: 'deny UNAUTHENTICATED', words: 'UNAUTHENTICATED', isDenied: true };

export class Prober {
  readonly #app: App;
  readonly #schema: GraphQLSchema;

  constructor(app: App, schema: GraphQLSchema) {
    [this.#app, this.#schema] = [app, schema];
  }

  contextOf(actor: Actor): Context {
    return createContext(this.#app.contextFor({ actor, requestId: 'matrix' }), {
      signal: new AbortController().signal,
      budget: newBudget(),
    });
  }

  /** Asks for a root field; `sights` notes what was seen of every object in the answer. */
  async ask(
    actor: Actor,
    { root, name, document }: RootField,
    variables: Record<string, unknown>,
    sights?: Sights,
  ): Promise<Told> {
    if (root === 'Subscription') return this.#subscribe(actor, name, { document, variables });
    const result = (await execute({
      schema: this.#schema,
      document,
      variableValues: variables,
      contextValue: this.contextOf(actor),
    })) as ExecutionResult;
    return this.#told(result, { name, actor, type: this.#schema.getType(root) as GraphQLObjectType }, sights);
  }

  /** Executes a subscription’s field for one event. */
  async hear(
    actor: Actor,
    { name, document }: RootField,
    { variables, event, sights }: { variables: Record<string, unknown>; event: unknown; sights: Sights },
  ): Promise<Told> {
    const result = (await execute({
      schema: this.#schema,
      document,
      variableValues: variables,
      rootValue: event,
      contextValue: this.contextOf(actor),
    })) as ExecutionResult;
    return this.#told(result, { name, actor, type: this.#schema.getType('Subscription') as GraphQLObjectType }, sights);
  }

  async #subscribe(
    actor: Actor,
    name: string,
    { document, variables }: { document: DocumentNode; variables: Record<string, unknown> },
  ): Promise<Told> {
    const stream = await createSourceEventStream({
      schema: this.#schema,
      document,
      variableValues: variables,
      contextValue: this.contextOf(actor),
    });
    if (stream instanceof LiveStream) return { cell: 'allow', words: 'a stream', isDenied: false, stream };
    return this.#told(stream as ExecutionResult, { name, actor });
  }

  #told(
    { data, errors = [] }: ExecutionResult,
    { name, actor, type }: { name: string; actor: Actor; type?: GraphQLObjectType },
    sights?: Sights,
  ): Told {
    const told = formatErrors(errors, { locale: actor.locale, requestId: 'matrix', log: this.#app.log });
    if (data && type && sights)
      sights.note(this.#schema, type, data, new Set(told.map(({ path }) => (path ?? []).join('.'))));
    const code = told[0]?.extensions?.['code'];
    const value = data?.[name];
    if (value !== null && value !== undefined)
      return {
        cell: told.length === 0 ? 'allow' : `allow, then ${String(code)}`,
        words: JSON.stringify(data),
        isDenied: false,
      };
    if (code === undefined) return { cell: 'null', words: 'null', isDenied: false };
    const isDenied = denials.has(String(code));
    const words = JSON.stringify(
      told.map(({ message, path, extensions }) => ({
        message,
        path,
        code: extensions?.['code'],
        details: extensions?.['details'],
      })),
    );
    return { cell: `${isDenied ? 'deny' : 'rule'} ${String(code)}`, words, isDenied };
  }
}
