import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { LoginThrottle } from '../../../entities/identity/login-throttle.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { networkOf } from '../../kernel/network.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { isTrusted } from '../second-factor/trusted-devices.ts';
import {
  countAttempt,
  forgiveAttempt,
  freeFailures,
  noAttempts,
  attemptOrigins,
  waitsUntil,
  type AttemptOrigin,
} from './attempt-throttle.ts';

/** An attempt that may be made: whose hash to compare with, and the count it was taken from. */
export interface Attempt {
  readonly userId: string | null;
  readonly passwordHash: string | null;
  readonly isActive: boolean;
  readonly throttleKey: string;
}

/** Who tries: the address they gave, a keyed hash of it for counting, and what a trusted device shows. */
export interface Attempting {
  readonly email: string;
  readonly accountKey: string;
  readonly deviceToken?: string | null | undefined;
}

const throttleKeyOf = (origin: AttemptOrigin, accountKey: string): string => fingerprint(`${origin} ${accountKey}`);

/** The counts that stand against one account, from every kind of place. */
export const throttleKeysOf = (accountKey: string): string[] =>
  attemptOrigins.map((origin) => throttleKeyOf(origin, accountKey));

/**
 * Counts an attempt before it is made, and refuses one too many: `RATE_LIMITED` with `retryAfter` in seconds. An
 * address that nobody has goes the same way.
 */
export const beginAttempt: UseCase<'em' | 'actor' | 'now', Attempting, Attempt> = async (
  tx,
  { email, accountKey, deviceToken },
) => {
  const { db } = writing(tx.em);
  const user = await db
    .selectFrom('user')
    .select(['id', 'password_hash', 'status'])
    .where('email', '=', email)
    .executeTakeFirst();
  const origin = await originOf(tx, { userId: user?.id ?? '', deviceToken });
  const throttleKey = throttleKeyOf(origin, accountKey);
  const count = await lockCount(tx, throttleKey);
  const until = waitsUntil(count, tx.now, origin);
  if (until !== null)
    throw new DomainError('RATE_LIMITED', { retryAfter: Math.ceil((until.getTime() - tx.now.getTime()) / 1000) });
  countAttempt(count, tx.now);
  const { id: userId = null, password_hash: passwordHash = null, status } = user ?? {};
  return { userId, passwordHash, isActive: status === 'ACTIVE', throttleKey };
};

/** A device that this person trusts is known by what it shows, wherever it is; a network, by their having signed in from it lately. */
async function originOf(
  { em, actor, now }: Tx<'em' | 'actor' | 'now'>,
  { userId, deviceToken }: { userId: string; deviceToken: string | null | undefined },
): Promise<AttemptOrigin> {
  if (await isTrusted({ em, now }, userId, deviceToken)) return 'TRUSTED';
  const network = networkOf(actor.address);
  if (network === null) return 'STRANGER';
  const session = await writing(em)
    .db.selectFrom('session')
    .select('id')
    .where('user_id', '=', userId)
    .where('address', '=', network)
    .limit(1)
    .executeTakeFirst();
  return session === undefined ? 'STRANGER' : 'KNOWN';
}

async function lockCount({ em, now }: Tx<'em' | 'now'>, key: string): Promise<LoginThrottle> {
  const { db, dialect } = writing(em);
  const { failures, lastFailureAt, day, dayFailures } = noAttempts(now);
  const insert = db
    .insertInto('login_throttle')
    .values({ key, failures, last_failure_at: lastFailureAt, locked_until: null, day, day_failures: dayFailures });
  await (
    dialect === 'mysql'
      ? insert.onDuplicateKeyUpdate({ key: sql`\`key\`` })
      : insert.onConflict((conflict) => conflict.column('key').doNothing())
  ).execute();
  return em.findOneOrFail(LoginThrottle, { key }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** Records a failed attempt in the audit log; the fifth in a row, and those after it, lock the account for a while. */
export const failAttempt: UseCase<'em' | 'record', Attempt, void> = async ({ em, record }, { userId, throttleKey }) => {
  const { failures, lockedUntil } = await em.findOneOrFail(LoginThrottle, { key: throttleKey });
  const about = { targetType: 'auth', targetId: userId, outcome: 'FAILURE', payload: { failures } } as const;
  record({ action: 'LOGIN_FAILED', severity: 'MEDIUM', ...about });
  if (failures >= freeFailures)
    record({
      action: 'ACCOUNT_LOCKED',
      severity: 'HIGH',
      ...about,
      payload: { failures, until: lockedUntil?.toISOString() ?? null },
    });
};

/** Forgets what was counted against an account, from every kind of place: whoever shows that they are the owner is not kept waiting. */
export const forgiveAccount = async ({ em }: Tx<'em'>, throttleKeys: readonly string[]): Promise<void> =>
  void (await em.nativeUpdate(
    LoginThrottle,
    { key: { $in: [...throttleKeys] } },
    { failures: 0, lockedUntil: null, dayFailures: 0 },
  ));

/** The password was right: the attempt does not count. */
export async function forgive({ em }: Tx<'em'>, throttleKey: string): Promise<void> {
  forgiveAttempt(await em.findOneOrFail(LoginThrottle, { key: throttleKey }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
}
