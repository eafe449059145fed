import { LockMode, type Loaded } from '@mikro-orm/core';
import { OneTimeToken, type TokenPurpose } from '../../entities/identity/one-time-token.entity.ts';
import type { User } from '../../entities/identity/user.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { fingerprint, newId } from '../kernel/ids.ts';
import type { DerivedSecrets } from '../platform/derived-secrets.ts';
import type { Tx, UseCase } from '../platform/context.ts';
import { accountOf, type Account } from './account/account.ts';
import { decoyRecipient } from './account/decoy-recipient.ts';

/** A token before it is written: the row's id, and what is kept of the secret. */
export interface FreshToken {
  readonly id: string;
  readonly hash: string;
}

/**
 * The secret itself, made from the row's id under a key that only the application has: 256 bits. Nothing needs to store it
 * until its mail leaves; the mail makes it again.
 */
export const mailedSecret = (derived: DerivedSecrets, tokenId: string): string => derived.of('one-time-token', tokenId);

export function freshToken(derived: DerivedSecrets): FreshToken {
  const id = newId();
  return { id, hash: fingerprint(mailedSecret(derived, id)) };
}

/**
 * Which tokens void those that were sent before for the same purpose: what the owner asks for while they are signed in. The
 * others may be asked for by a stranger, or be the owner's only way back, and stay good until one of them is used.
 */
const voidsEarlier: ReadonlySet<TokenPurpose> = new Set(['EMAIL_CHANGE']);

export interface Issuing {
  readonly purpose: TokenPurpose;
  readonly token: FreshToken;
  readonly minutes?: number;
}

/** Writes a token for a person as they are now; one that opens nothing for nobody. */
export async function issueToken(
  { em, now, config }: Tx<'em' | 'now' | 'config'>,
  user: User | null,
  { purpose, token, minutes = config.MAILED_TOKEN_MINUTES }: Issuing,
): Promise<OneTimeToken> {
  if (user !== null && voidsEarlier.has(purpose))
    await em.nativeUpdate(OneTimeToken, { user: user.id, purpose, usedAt: null }, { usedAt: now });
  return em.create(OneTimeToken, {
    id: token.id,
    createdAt: now,
    user,
    purpose,
    tokenHash: token.hash,
    email: user?.email ?? decoyRecipient.email,
    passwordVersion: user?.passwordVersion ?? 0,
    expiresAt: new Date(now.getTime() + minutes * 60_000),
  });
}

/** The row of the token that a person was given last for a purpose; `null` when there is none. */
export const newestToken: UseCase<'em', { userId: string; purpose: TokenPurpose }, string | null> = async (
  { em },
  { userId, purpose },
) => {
  const [token] = await em.find(OneTimeToken, { user: userId, purpose }, { orderBy: { id: 'desc' }, limit: 1 });
  return token?.id ?? null;
};

/** Whose token this is, if it could be used now; it is not used up. `null` when it could not. */
export const ownerOfToken: UseCase<'em' | 'now', { token: string; purpose: TokenPurpose }, Account | null> = async (
  { em, now },
  { token: secret, purpose },
) => {
  const found = await em.findOne(
    OneTimeToken,
    { tokenHash: fingerprint(secret), purpose, usedAt: null, expiresAt: { $gt: now } },
    { populate: ['user'] },
  );
  const owner = found === null ? null : presentOwner(found);
  return owner === null ? null : accountOf(owner);
};

/** Whose token it is, if they are still whom it was made for. Taking an address back must work even after whoever took it changed the password and the address again. */
const presentOwner = ({ user, purpose, email, passwordVersion }: Loaded<OneTimeToken, 'user'>): User | null =>
  user !== null && (purpose === 'EMAIL_UNDO' || (user.email === email && user.passwordVersion === passwordVersion))
    ? user
    : null;

/**
 * Uses a token up and answers whose it was. `TOKEN_INVALID` when it is unknown, used, too old, for another purpose, or
 * made under another address or password than the person has now.
 */
export async function redeemToken({ em, now }: Tx<'em' | 'now'>, secret: string, purpose: TokenPurpose): Promise<User> {
  const token = await em.findOne(
    OneTimeToken,
    { tokenHash: fingerprint(secret) },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (token === null || token.purpose !== purpose || token.usedAt !== null || token.expiresAt <= now)
    throw new DomainError('TOKEN_INVALID');
  const owner = presentOwner(await em.populate(token, ['user']));
  if (owner === null) throw new DomainError('TOKEN_INVALID');
  token.usedAt = now;
  return owner;
}
