import {
  createSourceEventStream,
  execute,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Context } from '../../../src/resolvers/context.ts';
import { formatErrors } from '../../../src/resolvers/graphql/format-errors.ts';
import { LiveStream } from '../../../src/resolvers/graphql/socket/live-stream.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { DomainError, type ErrorCode } from '../../../src/services/kernel/errors.ts';
import type { App } from '../../../src/app.ts';
import { contextOf } from '../../support/run-document.ts';
import type { Kind } from './kinds.ts';
import type { RootField, Sights } from './documents.ts';

/** Answers that mean: this is not for you. What anybody is refused for another reason, they may try. */
const denials: ReadonlySet<string> = new Set<ErrorCode>(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']);

/** One answer, as a cell of the matrix says it, and word for word. */
export interface Answer {
  readonly cell: string;
  /** What the client reads, without the number of the request. */
  readonly words: string;
  readonly isDenied: boolean;
  readonly stream?: LiveStream;
}

export interface Requester {
  readonly kind: Kind;
  /** The authenticated actor; `null` for those whose authentication is refused. */
  readonly actor: Actor | null;
}

const caller = { locale: 'fr', address: '203.0.113.7', agent: 'matrix' } as const;

/** Authenticates every kind of person, once. */
export async function authenticateAll(
  app: App,
  kinds: readonly Kind[],
  tokens: ReadonlyMap<string, string>,
): Promise<Requester[]> {
  const requesters: Requester[] = [];
  for (const kind of kinds) {
    const token = kind.person === null ? undefined : tokens.get(kind.person);
    if (kind.person !== null && token === undefined) throw new Error(`No token for ${kind.person}`);
    const actor = await app.sessions.authenticate(token, caller).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'UNAUTHENTICATED') return null;
      throw error;
    });
    requesters.push({ kind, actor });
  }
  return requesters;
}

export const refusedAtAuthentication: Answer = {
  cell: 'deny UNAUTHENTICATED',
  words: 'UNAUTHENTICATED',
  isDenied: true,
};

export class Prober {
  readonly #app: App;
  readonly #schema: GraphQLSchema;

  constructor(app: App, schema: GraphQLSchema) {
    [this.#app, this.#schema] = [app, schema];
  }

  contextOf(actor: Actor): Context {
    return contextOf(this.#app, actor);
  }

  /** Asks for a root field; `sights` notes what was seen of every object in the answer. */
  async ask(
    actor: Actor,
    { root, name, document }: RootField,
    variables: Record<string, unknown>,
    sights?: Sights,
  ): Promise<Answer> {
    if (root === 'Subscription') return this.#subscribe(actor, name, { document, variables });
    const result = (await execute({
      schema: this.#schema,
      document,
      variableValues: variables,
      contextValue: this.contextOf(actor),
    })) as ExecutionResult;
    return this.#answerOf(result, { name, actor, type: this.#schema.getType(root) as GraphQLObjectType }, sights);
  }

  /** Executes a subscription’s field for one event. */
  async hear(
    actor: Actor,
    { name, document }: RootField,
    { variables, event, sights }: { variables: Record<string, unknown>; event: unknown; sights: Sights },
  ): Promise<Answer> {
    const result = (await execute({
      schema: this.#schema,
      document,
      variableValues: variables,
      rootValue: event,
      contextValue: this.contextOf(actor),
    })) as ExecutionResult;
    return this.#answerOf(
      result,
      { name, actor, type: this.#schema.getType('Subscription') as GraphQLObjectType },
      sights,
    );
  }

  async #subscribe(
    actor: Actor,
    name: string,
    { document, variables }: { document: DocumentNode; variables: Record<string, unknown> },
  ): Promise<Answer> {
    const stream = await createSourceEventStream({
      schema: this.#schema,
      document,
      variableValues: variables,
      contextValue: this.contextOf(actor),
    });
    if (stream instanceof LiveStream) return { cell: 'allow', words: 'a stream', isDenied: false, stream };
    return this.#answerOf(stream as ExecutionResult, { name, actor });
  }

  #answerOf(
    { data, errors = [] }: ExecutionResult,
    { name, actor, type }: { name: string; actor: Actor; type?: GraphQLObjectType },
    sights?: Sights,
  ): Answer {
    const formatted = formatErrors(errors, { locale: actor.locale, requestId: 'matrix', log: this.#app.log });
    if (data && type && sights)
      sights.note(this.#schema, type, data, new Set(formatted.map(({ path }) => (path ?? []).join('.'))));
    const code = formatted[0]?.extensions?.['code'];
    const value = data?.[name];
    if (value !== null && value !== undefined)
      return {
        cell: formatted.length === 0 ? 'allow' : `allow, then ${String(code)}`,
        words: JSON.stringify(data),
        isDenied: false,
      };
    if (code === undefined) return { cell: 'null', words: 'null', isDenied: false };
    const isDenied = denials.has(String(code));
    const words = JSON.stringify(
      formatted.map(({ message, path, extensions }) => ({
        message,
        path,
        code: extensions?.['code'],
        details: extensions?.['details'],
      })),
    );
    return { cell: `${isDenied ? 'deny' : 'rule'} ${String(code)}`, words, isDenied };
  }
}
