import { Writable } from 'node:stream';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { createServer } from '../../../src/resolvers/create-server.ts';
import type { GraphQLParts, LimitedContext } from '../../../src/resolvers/graphql/parts.ts';
import { RegisteredOperations } from '../../../src/resolvers/graphql/registered/registered-operations.ts';
import { LiveStream } from '../../../src/resolvers/graphql/socket/live-stream.ts';
import type { SocketLimits } from '../../../src/resolvers/graphql/socket/socket-limits.ts';
import type { ReadMultipart } from '../../../src/resolvers/http/graphql-route.ts';
import { anonymous, type Actor } from '../../../src/services/access/actor.ts';
import { wallClock, type Clock } from '../../../src/services/kernel/clock.ts';
import { DomainError } from '../../../src/services/kernel/errors.ts';
import type { LiveDelivery, LiveListener, LiveSource } from '../../../src/services/platform/live/source.ts';
import { createExaminer, type HealthCheck } from '../../../src/services/platform/health.ts';
import { createLogger } from '../../../src/services/platform/logger.ts';
import { createMetrics } from '../../../src/services/platform/metrics.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';

type SampleContext = LimitedContext & { actor: Actor; attempts: string[] };

/** A small executable schema: people, a slow field, a field that fails, mutations that try secrets. */
export function sampleSchema(): GraphQLSchema {
  const schema = buildSchema(/* GraphQL */ `
    directive @public on FIELD_DEFINITION
    directive @cacheControl(maxAge: Int!) on FIELD_DEFINITION
    type Query {
      prices(search: String): [String!]! @public @cacheControl(maxAge: 60)
      pages(fails: Boolean): [String!] @public @cacheControl(maxAge: 300)
      news: [String!]! @public
      me: User
      orders(first: Int = 20, after: String): OrderConnection!
      slow(milliseconds: Int!): String
      broken: String
      strict: String!
      long(length: Int!): String!
      many(count: Int!): [User!]!
      search(text: String!, tags: [String!]): [User!]!
    }
    type Mutation {
      login(input: LoginInput!): LoginResult
      rename(name: String!): User
    }
    type Subscription {
      orderUpdated(id: ID!, after: Int): OrderEvent
      notificationAdded(after: Int): OrderEvent
      forbidden: OrderEvent
    }
    type OrderEvent {
      seq: Int!
      status: String
      viewer: ID
      executions: Int
      person: User
    }
    input LoginInput {
      email: String!
      password: String!
    }
    type Session {
      accessToken: String!
      accessTokenExpiresAt: String
      refreshToken: String
      user: User!
    }
    type TwoFactorChallenge {
      challengeToken: String!
      methods: [String!]!
      codeSentBy: String
    }
    union LoginResult = Session | TwoFactorChallenge
    type OrderConnection {
      edges: [OrderEdge!]!
    }
    type OrderEdge {
      node: Order!
    }
    type Order {
      id: ID!
      customer: User
    }
    type User {
      id: ID!
      name: String
      displayName: String
      role: String
      friend: User
      friends(first: Int): [User!]!
    }
  `);
  const user = (id: string) => ({ id, name: 'Ada', friends: [], friend: null });
  const roots: Record<string, (args: never, context: SampleContext) => unknown> = {
    me: (_args, { actor }) => (actor.userId === null ? null : user(actor.userId)),
    orders: () => ({ edges: [{ node: { id: '1', customer: user('1') } }] }),
    slow: ({ milliseconds }: { milliseconds: number }, { time: { signal } }) =>
      new Promise((resolve) => {
        counters.slow += 1;
        const timer = setTimeout(() => resolve('done'), milliseconds);
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve('aborted');
        });
      }),
    broken: () => {
      throw new Error('the secret of db.internal');
    },
    prices: ({ search = '' }: { search?: string }) => ['one', 'two'].filter((name) => name.includes(search)),
    pages: ({ fails = false }: { fails?: boolean }) => {
      if (fails) throw new DomainError('NOT_FOUND');
      return ['first'];
    },
    news: () => ['today'],
    strict: () => {
      throw new DomainError('NOT_FOUND');
    },
    long: ({ length }: { length: number }) => 'x'.repeat(length),
    many: ({ count }: { count: number }) => Array.from({ length: count }, (_, i) => user(String(i))),
    search: () => [],
    login: ({ input }: { input: { email: string; password: string } }, { attempts }) => {
      attempts.push(input.password);
      const [token = ''] = input.email.split('@');
      if (input.password !== 'right' || !roleOf(token)) throw new DomainError('CREDENTIALS_INVALID');
      return {
        __typename: 'Session',
        accessToken: token,
        user: { ...user(token), displayName: token, role: roleOf(token) },
      };
    },
    rename: () => user('1'),
  };
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {}))
      field.resolve = (_source, args, context) => roots[field.name]?.(args as never, context as SampleContext);
  }
  subscribeSample(schema);
  for (const name of ['login', 'verifyTwoFactor', 'register', 'requestPasswordReset']) markCredential(schema, name);
  return schema;
}

/** People who may see orders; tests take some away. */
export const entitledPeople = new Set(['ada', 'grace', 'root']);
export const counters = { executions: 0, questions: 0, slow: 0 };

/** What `@Credential` writes on a field of the real schema. */
function markCredential(schema: GraphQLSchema, name: string): void {
  const field = schema.getMutationType()?.getFields()[name];
  if (field !== undefined) field.extensions = { ...field.extensions, cost: { cost: 50, credential: true } };
}

function subscribeSample(schema: GraphQLSchema): void {
  const fields = schema.getSubscriptionType()?.getFields() ?? {};
  for (const [name, field] of Object.entries(fields)) {
    field.resolve = (event: LiveDelivery, _args: unknown, { actor }: SampleContext) => {
      counters.executions += 1;
      return { seq: event.seq, status: event.payload['status'], viewer: actor.userId, executions: counters.executions };
    };
    field.subscribe = (_source, args: { id?: string; after?: number }, { actor }: SampleContext) => {
      if (name === 'forbidden') throw new DomainError('FORBIDDEN');
      return new LiveStream({
        topic: { name },
        key: args.id ?? actor.userId ?? '',
        after: args.after,
        dependsOn: name === 'orderUpdated' ? 'role' : 'person',
        entitled: (_event, asked) => {
          counters.questions += 1;
          return new Set(
            asked.map(({ userId }) => userId ?? '').filter((id) => name !== 'orderUpdated' || entitledPeople.has(id)),
          );
        },
      });
    };
  }
}

/** Streams in memory: what the platform's live events promise, without the database. */
export class ToyLive implements LiveSource {
  readonly #events = new Map<string, LiveDelivery[]>();
  readonly #listeners = new Map<string, Set<LiveListener>>();

  publish(topic: string, key: string, payload: Record<string, unknown>): void {
    const stream = `${topic}:${key}`;
    const events = this.#events.get(stream) ?? [];
    const event = { seq: events.length + 1, payload };
    this.#events.set(stream, [...events, event]);
    for (const listener of this.#listeners.get(stream) ?? []) listener(event);
  }

  open(...[topic, key, after, listener]: Parameters<LiveSource['open']>): ReturnType<LiveSource['open']> {
    const stream = `${topic}:${key}`;
    if (after !== null && after < 0) return Promise.reject(new DomainError('CURSOR_EXPIRED'));
    const missed = after === null ? [] : (this.#events.get(stream) ?? []).filter(({ seq }) => seq > after);
    for (const event of missed) listener(event);
    const listeners = this.#listeners.get(stream) ?? new Set();
    this.#listeners.set(stream, listeners.add(listener));
    return Promise.resolve(() => void listeners.delete(listener));
  }

  /** Nothing of the sample only passes. */
  listen(...[topic, key, listener]: Parameters<LiveSource['listen']>): ReturnType<LiveSource['listen']> {
    const stream = `${topic}:${key}`;
    const listeners = this.#listeners.get(stream) ?? new Set();
    this.#listeners.set(stream, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  get listening(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0);
  }
}

export interface ToyOptions {
  readonly isProduction?: boolean;
  readonly scale?: number;
  readonly isOverloaded?: () => boolean;
  readonly readMultipart?: ReadMultipart;
  readonly origins?: readonly string[];
  readonly expiresAt?: Date | null;
  readonly clock?: Clock;
  readonly checks?: Readonly<Record<string, HealthCheck>>;
  readonly socketLimits?: Partial<SocketLimits>;
  readonly operations?: RegisteredOperations;
  readonly config?: Partial<
    Omit<typeof listening, 'TRUSTED_PROXIES' | 'TRUSTED_HOSTS'> & { TRUSTED_PROXIES: string[]; TRUSTED_HOSTS: string[] }
  >;
}

const people: Readonly<Record<string, Actor['role']>> = { ada: 'CUSTOMER', grace: 'CUSTOMER', root: 'ADMIN' };
/** Tokens of many people, `person-1`, `person-2` …, for tests of numbers. */
const roleOf = (token: string): Actor['role'] => people[token] ?? (token.startsWith('person-') ? 'CUSTOMER' : null);

/** What the entry points need, over the toy schema. A token is a person's name; `bad` is refused. */
export function toyNeeds({
  isProduction = false,
  scale = 1_000,
  origins = [],
  expiresAt = null,
  operations = new RegisteredOperations([]),
}: ToyOptions = {}) {
  const lines: string[] = [];
  const attempts: string[] = [];
  const log = createLogger(
    'info',
    new Writable({
      write: (line, _encoding, next) => {
        lines.push(String(line));
        next();
      },
    }),
  );
  const needs: GraphQLParts = {
    schema: sampleSchema(),
    log,
    metrics: createMetrics(),
    limits: createRateLimits({ scale }),
    operations,
    config: { isProduction, GRAPHQL_PUBLIC: false, CORS_ORIGINS: [...origins] },
    authenticate: (token, caller) => {
      if (token === undefined) return Promise.resolve({ actor: anonymous(caller), expiresAt: null });
      const role = roleOf(token);
      if (!role) return Promise.reject(new DomainError('UNAUTHENTICATED'));
      return Promise.resolve({
        actor: { kind: 'PERSON', userId: token, role, sessionId: `session-of-${token}`, ...caller },
        expiresAt,
      });
    },
    createContext: ({ actor, time, budget }) => ({ actor, time, budget, attempts }) as SampleContext,
  };
  return { needs, lines, attempts };
}

/** What a server of a test listens as, and who may ask it. */
export const listening = {
  HOST: '127.0.0.1',
  PORT: 0,
  TRUSTED_PROXIES: [],
  TRUSTED_HOSTS: [],
  publicUrl: 'http://127.0.0.1',
  CONNECTIONS_PER_ADDRESS: 4_000,
  STOP_SECONDS: 7,
};

/** A real server on a free port. */
export async function startSampleServer(options: ToyOptions = {}) {
  const { needs, lines, attempts } = toyNeeds(options);
  const live = new ToyLive();
  const { readMultipart, isOverloaded, socketLimits } = options;
  const server = await createServer({
    ...needs,
    live,
    clock: options.clock ?? wallClock,
    health: createExaminer({
      checks: () => options.checks ?? {},
      isEssential: (name) => name !== 'mail',
      clock: wallClock,
      log: needs.log,
    }),
    config: { ...needs.config, ...listening, ...options.config },
    ...(readMultipart ? { readMultipart } : {}),
    ...(socketLimits ? { socketLimits } : {}),
    ...(isOverloaded ? { load: { isOverloaded, stop: () => undefined } } : {}),
  });
  const url = await server.listen();
  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: text === '' ? {} : JSON.parse(text) };
  };
  return { ...server, url, needs, lines, attempts, post, live };
}

export type SampleServer = Awaited<ReturnType<typeof startSampleServer>>;
