import { execute, parse, validate, type ExecutionResult } from 'graphql';
import { createApp, type App } from '../../../src/app.ts';
import { createContext, type Context } from '../../../src/resolvers/context.ts';
import { newBudget } from '../../../src/resolvers/graphql/limits/node-budget.ts';
import { anonymous, type Actor } from '../../../src/services/access/actor.ts';
import { bcryptPasswords } from '../../../src/services/adapters/passwords/bcrypt.ts';
import type { TokenPurpose } from '../../../src/entities/identity/one-time-token.entity.ts';
import type { Passwords } from '../../../src/services/adapters/passwords/port.ts';
import type { AppServices } from '../../../src/services/platform/context.ts';
import type { RateLimits } from '../../../src/services/platform/rate-limits.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import type { Db, Operation, TransactionContext, AppContext, UseCase } from '../../../src/services/platform/context.ts';
import { registrationSecret } from '../../../src/services/identity/account/registrations/registration-token.ts';
import { mailedSecret } from '../../../src/services/identity/one-time-tokens.ts';
import { testClock, type TestClock } from '../../support/clock.ts';
import { createDatabase } from '../../support/database.ts';
import { captureLogs, type CapturedLogs } from '../../support/logs.ts';
import { testConfig } from '../../support/world.ts';

/** The real app on a database of its own, with a clock that stands still and hashes that are counted. */
export interface TestEnvironment {
  readonly app: App;
  readonly clock: TestClock;
  readonly logs: CapturedLogs;
  /** One entry per hash made or compared. */
  readonly hashes: ('hash' | 'matches')[];
  perform<K extends keyof AppContext, I, O>(operation: Operation<K, I, O>, input: I, actor?: Actor): Promise<O>;
  run<K extends keyof TransactionContext, I, O>(useCase: UseCase<K, I, O>, input: I, actor?: Actor): Promise<O>;
  readonly db: Db;
  /** Runs a document through the schema, as this caller. */
  ask(document: string, variables?: Record<string, unknown>, actor?: Actor): Promise<ExecutionResult>;
  /** The token of the newest activation mail to this address; undefined when there is none. */
  activationToken(email: string): Promise<string | undefined>;
  /** The same for a mail about a new password. */
  resetToken(email: string): Promise<string | undefined>;
  mailsTo(email: string): Promise<string[]>;
  auditLog(): Promise<
    { action: string; severity: string; outcome: string; target_id: string | null; payload: unknown }[]
  >;
  close(): Promise<void>;
}

/** Somebody at this address, not signed in. */
export const stranger = (address = '192.0.2.1'): Actor => anonymous({ locale: 'en', address, agent: 'test' });

/** Limits by address have tests of their own; here they would count in real time. */
export const noLimits: RateLimits = {
  take: async () => undefined,
  check: async () => undefined,
  forgive: async () => undefined,
};

export async function openTestEnvironment({
  services = {},
  environment = {},
}: { services?: Partial<AppServices>; environment?: Record<string, string> } = {}): Promise<TestEnvironment> {
  const database = await createDatabase();
  const clock = testClock();
  const logs = captureLogs();
  const hashes: ('hash' | 'matches')[] = [];
  const app = await createApp(
    testConfig(database, { DATA_DIR: database.directory, KEYS_DIR: `${database.directory}-keys`, ...environment }),
    {
      clock,
      log: logs.log,
      services: { limits: noLimits, ...services, passwords: counted(services.passwords ?? bcryptPasswords(4), hashes) },
    },
  );
  const contextFor = (actor: Actor) => app.contextFor({ actor, requestId: 'test' });
  const db = contextFor(stranger()).db;
  const tokenOf = async (email: string, purpose: TokenPurpose): Promise<string | undefined> => {
    const { derived } = contextFor(stranger());
    const asked =
      purpose === 'ACTIVATION'
        ? await db
            .selectFrom('pending_registration')
            .select('id')
            .where('email', '=', email)
            .orderBy('id', 'desc')
            .limit(1)
            .executeTakeFirst()
        : undefined;
    if (asked !== undefined) return registrationSecret(derived, asked.id);
    const row = await db
      .selectFrom('one_time_token')
      .select('id')
      .where('email', '=', email)
      .where('purpose', '=', purpose)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && mailedSecret(derived, row.id);
  };
  return {
    app,
    clock,
    logs,
    hashes,
    perform: (operation, input, actor = stranger()) => operation(contextFor(actor), input),
    run: (useCase, input, actor = stranger()) => contextFor(actor).run(useCase, input),
    db,
    ask: (document, variables = {}, actor = stranger()) => ask(app, { document, variables, actor }),
    activationToken: (email) => tokenOf(email, 'ACTIVATION'),
    resetToken: (email) => tokenOf(email, 'PASSWORD_RESET'),
    mailsTo: async (email) =>
      (
        await db
          .selectFrom('email_delivery')
          .select('template')
          .where('to_email', '=', email)
          .orderBy('created_at')
          .orderBy('id')
          .execute()
      ).map(({ template }) => template),
    auditLog: async () =>
      (
        await db
          .selectFrom('audit_entry')
          .select(['action', 'severity', 'outcome', 'target_id', 'payload'])
          .orderBy('seq')
          .execute()
      ).map((row) => ({ ...row, payload: jsonFrom(row.payload) })),
    async close() {
      await app.close();
      await database.drop();
    },
  };
}

const counted = (real: Passwords, hashes: ('hash' | 'matches')[]): Passwords => ({
  ...real,
  hash: (password) => (hashes.push('hash'), real.hash(password)),
  matches: (password, hash) => (hashes.push('matches'), real.matches(password, hash)),
});

/** As the API builds it for a request. */
export const contextOf = (app: App, actor: Actor): Context =>
  createContext(app.contextFor({ actor, requestId: 'test' }), {
    signal: new AbortController().signal,
    budget: newBudget(),
  });

async function ask(
  app: App,
  { document, variables, actor }: { document: string; variables: Record<string, unknown>; actor: Actor },
): Promise<ExecutionResult> {
  const parsed = parse(document);
  const schema = await app.schema();
  const errors = validate(schema, parsed);
  if (errors.length > 0) return { errors };
  return execute({ schema, document: parsed, variableValues: variables, contextValue: contextOf(app, actor) });
}

export const goodPassword = 'Un-Cheval-Bleu-42';

export const registration = (email: string) => ({
  email,
  password: goodPassword,
  firstName: 'Camille',
  lastName: 'Morel',
  locale: 'fr' as const,
  consents: [
    { purpose: 'TERMS' as const, policyVersion: '2026-11-20' },
    { purpose: 'PRIVACY' as const, policyVersion: '2026-11-20' },
  ],
});
