import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Passkey } from '../../../entities/identity/passkey.entity.ts';
import { PasskeyFailure, type PasskeyJson, type ProvenRegistration } from '../../adapters/passkeys/port.ts';
import { personOf, type Actor } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint, newSecret } from '../../kernel/ids.ts';
import type { Operation, AppContext, UseCase } from '../../platform/context.ts';
import { findMyAccount } from '../queries/find-account.ts';
import { makeMissingCodes } from '../second-factor/recovery-codes.ts';
import { lockPerson, mailMethodAdded } from '../account/sign-in-methods.ts';
import { storeChallenge, type PasskeyBinding } from './store-challenge.ts';
import { myPasskeyOf, passkeyText, passkeysOf, type MyPasskey } from './passkey-view.ts';
import { consumeChallenge } from './consume-challenge.ts';

/** More than anybody’s devices. */
const most = 20;

export interface NewPasskey {
  /** What the person calls it. */
  readonly name: string;
  readonly response: PasskeyJson;
}

const boundTo = (actor: Actor): PasskeyBinding => ({
  purpose: 'REGISTRATION',
  userId: personOf(actor),
  askedBy: actor.sessionId,
});

/** What a browser is asked, to make a passkey for the current user that their device lets only them use. */
export const passkeyRegistrationOptions: Operation<'run' | 'passkeys' | 'db' | 'actor', void, PasskeyJson> = async (
  ctx,
) => {
  const owner = await findMyAccount(ctx);
  const challenge = newSecret();
  await ctx.run(storeChallenge, { ...boundTo(ctx.actor), challenge });
  return ctx.passkeys.registrationOptions({ challenge, owner, known: await passkeysOf(ctx.db, owner.id) });
};

/** A passkey that was just registered. */
export interface RegisteredPasskey {
  readonly passkey: MyPasskey;
  /** Ten codes for the day the passkey is lost, shown this once; empty when the person has codes already. */
  readonly recoveryCodes: readonly string[];
}

/**
 * Keeps a new passkey of the current user: from now on a sign-in method, and an answer wherever they reauthenticate. Recovery
 * codes come with the first of either, passkey or second factor. `PASSKEY_REFUSED` when the answer is not to a challenge of theirs;
 * `PASSKEY_KNOWN` when it is somebody’s already; `ACTION_NOT_ALLOWED` beyond twenty.
 */
export const registerPasskey: Operation<'run' | 'passkeys' | 'actor', NewPasskey, RegisteredPasskey> = async (
  ctx,
  { name, response },
) => {
  const proven = await verified(ctx, response).catch((error: unknown) => {
    throw error instanceof PasskeyFailure ? new DomainError('PASSKEY_REFUSED', {}, { cause: error }) : error;
  });
  return ctx.run(keepPasskey, { ...proven, name }).catch((error: unknown) => {
    throw error instanceof UniqueConstraintViolationException ? new DomainError('PASSKEY_KNOWN') : error;
  });
};

async function verified(
  { run, passkeys, actor }: Pick<AppContext, 'run' | 'passkeys' | 'actor'>,
  response: PasskeyJson,
): Promise<ProvenRegistration> {
  const challenge = passkeys.challengeOf(response);
  if (!(await run(consumeChallenge, { ...boundTo(actor), challenge }))) throw new PasskeyFailure('no such challenge');
  return passkeys.verifyRegistration(response, challenge);
}

const keepPasskey: UseCase<
  'em' | 'actor' | 'now' | 'config' | 'record' | 'enqueue',
  ProvenRegistration & { name: string },
  RegisteredPasskey
> = async (tx, { name, ...proven }) => {
  const user = await lockPerson(tx, personOf(tx.actor));
  if ((await tx.em.count(Passkey, { user: user.id })) >= most) throw new DomainError('ACTION_NOT_ALLOWED', { most });
  const { credentialId, publicKey, counter, transports, isSynced } = proven;
  const passkey = tx.em.create(Passkey, {
    user,
    name,
    credentialId,
    publicKey,
    counter,
    isSynced,
    credentialHash: fingerprint(credentialId),
    transports: transports.join(',').slice(0, 100),
    createdAt: tx.now,
    lastUsedAt: null,
  });
  tx.record({
    action: 'PASSKEY_ADDED',
    targetType: 'user',
    targetId: user.id,
    severity: 'MEDIUM',
    payload: { passkeyId: passkey.id },
  });
  await mailMethodAdded(tx, user, { key: passkey.id, method: passkeyText(name, user.locale) });
  return { passkey: myPasskeyOf(passkey), recoveryCodes: await makeMissingCodes(tx, user) };
};
