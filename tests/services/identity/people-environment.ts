import type { TokenPurpose } from '../../../src/entities/identity/one-time-token.entity.ts';
import { anonymous, type Actor } from '../../../src/services/access/actor.ts';
import { bcryptPasswords } from '../../../src/services/adapters/passwords/bcrypt.ts';
import type { Passwords } from '../../../src/services/adapters/passwords/port.ts';
import { registrationSecret } from '../../../src/services/identity/account/registrations/registration-token.ts';
import { mailedSecret } from '../../../src/services/identity/one-time-tokens.ts';
import type { AppContext, AppServices, Operation } from '../../../src/services/platform/context.ts';
import { auditEntries, type EntrySeen } from '../../support/audit-log.ts';
import { testClock, type TestClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { noLimits } from '../../support/no-limits.ts';

/** The app with a clock that stands still and hashes that are counted, for what people do with their accounts. */
export interface PeopleEnvironment extends AppEnvironment {
  readonly clock: TestClock;
  /** One entry per hash made or compared. */
  readonly hashes: ('hash' | 'matches')[];
  /** Performs an operation, as a stranger unless an actor is given; `run` takes use cases in the same way. */
  perform<K extends keyof AppContext, I, O>(operation: Operation<K, I, O>, input: I, actor?: Actor): Promise<O>;
  /** The token of the newest activation mail to this address; undefined when there is none. */
  activationToken(email: string): Promise<string | undefined>;
  /** The same for a mail about a new password. */
  resetToken(email: string): Promise<string | undefined>;
  mailsTo(email: string): Promise<string[]>;
  auditLog(): Promise<EntrySeen[]>;
}

/** Somebody at this address, not signed in. */
export const stranger = (address = '192.0.2.1'): Actor => anonymous({ locale: 'en', address, agent: 'test' });

export async function openPeopleEnvironment({
  services = {},
  environment = {},
}: { services?: Partial<AppServices>; environment?: Record<string, string> } = {}): Promise<PeopleEnvironment> {
  const clock = testClock();
  const hashes: ('hash' | 'matches')[] = [];
  const env = await openTestEnvironment({
    isServed: false,
    clock,
    environment,
    services: { limits: noLimits, ...services, passwords: counted(services.passwords ?? bcryptPasswords(4), hashes) },
  });
  return {
    ...env,
    clock,
    hashes,
    perform: (operation, input, actor = stranger()) => operation(env.contextFor(actor), input),
    run: (useCase, input, actor = stranger()) => env.run(useCase, input, actor),
    activationToken: (email) => tokenOf(env, email, 'ACTIVATION'),
    resetToken: (email) => tokenOf(env, email, 'PASSWORD_RESET'),
    mailsTo: async (email) =>
      (
        await env.db
          .selectFrom('email_delivery')
          .select('template')
          .where('to_email', '=', email)
          .orderBy('created_at')
          .orderBy('id')
          .execute()
      ).map(({ template }) => template),
    auditLog: () => auditEntries(env.db),
  };
}

async function tokenOf({ db, app }: AppEnvironment, email: string, purpose: TokenPurpose): Promise<string | undefined> {
  const { derived } = app.services;
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
}

const counted = (real: Passwords, hashes: ('hash' | 'matches')[]): Passwords => ({
  ...real,
  hash: (password) => (hashes.push('hash'), real.hash(password)),
  matches: (password, hash) => (hashes.push('matches'), real.matches(password, hash)),
});

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
