import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { User } from '../../../entities/identity/user.entity.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { UserRole } from '../../kernel/roles.ts';
import { onceByKey, type Keyed } from '../../platform/request-keys.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import { accountOf, type Account } from '../account/account.ts';
import { normalEmail } from '../account/email-address.ts';
import { userRegistered } from '../events.ts';
import { freshToken, type FreshToken } from '../one-time-tokens.ts';
import { generatedPassword } from '../seed.ts';
import { invite } from './invitation.ts';

export interface NewUser extends Keyed {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: UserRole;
  readonly locale: Locale;
}

/**
 * An admin invites somebody: an account that waits, and a mail by which its person chooses a password. Nobody knows the
 * password it has until then. An address that has an account already is `INPUT_INVALID`: admins may know.
 */
export const createUser: Operation<'run' | 'passwords' | 'derived', NewUser, Account> = async (
  { run, passwords, derived },
  input,
) => {
  const passwordHash = await passwords.hash(generatedPassword());
  try {
    return await run(enterInvited, {
      ...input,
      email: normalEmail(input.email),
      passwordHash,
      token: freshToken(derived),
    });
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw fieldError('input.email', 'unique');
  }
};

type Entry = NewUser & { readonly passwordHash: string; readonly token: FreshToken };

type Entering = 'em' | 'actor' | 'now' | 'config' | 'emit' | 'enqueue' | 'record';

/** What the server adds itself is no part of the content that a key stands for. */
const enterInvited: UseCase<Entering, Entry, Account> = (tx, { key, ...entry }) => {
  const { passwordHash: _hash, token: _token, ...content } = entry;
  return onceByKey<Account>(
    tx,
    { operation: 'createUser', key, content },
    {
      first: () => enter(tx, entry),
      again: async (id) => accountOf(await tx.em.findOneOrFail(User, { id })),
    },
  );
};

/** Writes the invited account and queues its mail. */
export const enter: UseCase<Entering, Omit<Entry, 'key'>, Account> = async (tx, { token, ...entry }) => {
  const user = tx.em.create(User, { ...entry, invitedAt: tx.now });
  tx.record({
    action: 'USER_CREATED',
    targetType: 'user',
    targetId: user.id,
    severity: user.role === 'ADMIN' ? 'HIGH' : 'MEDIUM',
    payload: { role: user.role, isInvited: true },
  });
  tx.emit(userRegistered, { userId: user.id });
  await invite(tx, user, { token });
  return accountOf(user);
};
