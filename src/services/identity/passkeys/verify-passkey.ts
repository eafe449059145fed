import { LockMode } from '@mikro-orm/core';
import { Passkey } from '../../../entities/identity/passkey.entity.ts';
import { PasskeyFailure, type PasskeyJson } from '../../adapters/passkeys/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint, newSecret } from '../../kernel/ids.ts';
import type { Tx, Operation, AppContext, UseCase } from '../../platform/context.ts';
import { passkeysOf, transportsOf } from './passkey-view.ts';
import { storeChallenge, type PasskeyBinding } from './store-challenge.ts';
import { consumeChallenge } from './consume-challenge.ts';

/** A signature that was made with a person’s passkey for this purpose just now. */
export interface VerifiedPasskey {
  readonly passkeyId: string;
  readonly userId: string;
  /** To be believed by `useCounter`, in the transaction that acts on the proof. */
  readonly counter: number;
}

export interface PasskeyResponse {
  readonly response: PasskeyJson;
  readonly bound: PasskeyBinding;
}

/** What a browser is asked to sign. For a person who is known, only their own passkeys will do. */
export const passkeyAssertionOptions: Operation<'run' | 'passkeys' | 'db', PasskeyBinding, PasskeyJson> = async (
  { run, passkeys, db },
  bound,
) => {
  const challenge = newSecret();
  const known = bound.userId === null ? [] : await passkeysOf(db, bound.userId);
  await run(storeChallenge, { ...bound, challenge });
  return passkeys.assertionOptions({ challenge, known });
};

/**
 * Holds an answer against its challenge, which it uses up, and the passkey it names: to sign in, or as the proof of a
 * known person. `null` says the same of everything that is not as it must be.
 */
export const checkPasskey: Operation<'run' | 'passkeys' | 'db', PasskeyResponse, VerifiedPasskey | null> = (
  ctx,
  shown,
) =>
  holdAgainst(ctx, shown).catch((error: unknown) => {
    if (error instanceof PasskeyFailure) return null;
    throw error;
  });

/** The same to sign in, where nothing else counts the tries: `PASSKEY_REFUSED`, and a line in the audit log. */
export const verifyPasskey: Operation<'run' | 'passkeys' | 'db', PasskeyResponse, VerifiedPasskey> = async (
  ctx,
  shown,
) => {
  const proven = await checkPasskey(ctx, shown);
  if (proven !== null) return proven;
  await ctx.run(recordRefusal, shown.bound);
  throw new DomainError('PASSKEY_REFUSED');
};

async function holdAgainst(
  { run, passkeys, db }: Pick<AppContext, 'run' | 'passkeys' | 'db'>,
  { response, bound }: PasskeyResponse,
): Promise<VerifiedPasskey | null> {
  const { challenge, credentialId, ownerId } = passkeys.readAssertion(response);
  if (!(await run(consumeChallenge, { ...bound, challenge }))) return null;
  const row = await db
    .selectFrom('passkey')
    .select(['id', 'user_id', 'credential_id', 'public_key', 'transports'])
    .where('credential_hash', '=', fingerprint(credentialId))
    .executeTakeFirst();
  const isTheirs =
    row !== undefined && (ownerId === null || ownerId === row.user_id) && (bound.userId ?? row.user_id) === row.user_id;
  if (!isTheirs) return null;
  const stored = {
    credentialId: row.credential_id,
    publicKey: row.public_key,
    transports: transportsOf(row.transports),
  };
  const { counter } = await passkeys.verifyAssertion(response, challenge, stored);
  return { passkeyId: row.id, userId: row.user_id, counter };
}

const recordRefusal: UseCase<'record', PasskeyBinding, void> = async ({ record }, { purpose, userId }) =>
  record({
    action: 'LOGIN_FAILED',
    targetType: 'auth',
    targetId: userId,
    severity: 'MEDIUM',
    outcome: 'FAILURE',
    payload: { method: 'PASSKEY', purpose },
  });

/**
 * Believes a proof’s counter, under a lock. False when it has not grown: the key may have been copied, which is written
 * down as HIGH. So that the entry is committed, the caller refuses after its transaction.
 */
export async function useCounter(
  { em, now, record }: Tx<'em' | 'now' | 'record'>,
  { passkeyId, userId, counter }: VerifiedPasskey,
): Promise<boolean> {
  const passkey = await em.findOne(Passkey, { id: passkeyId, user: userId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (passkey === null) return false;
  // Synced passkeys do not count: they say 0 for ever.
  if ((counter > 0 || passkey.counter > 0) && counter <= passkey.counter) {
    record({
      action: 'PASSKEY_COUNTER_REGRESSED',
      targetType: 'user',
      targetId: userId,
      severity: 'HIGH',
      outcome: 'FAILURE',
      payload: { passkeyId, known: passkey.counter, shown: counter },
    });
    return false;
  }
  Object.assign(passkey, { counter, lastUsedAt: now });
  return true;
}
