import { LockMode } from '@mikro-orm/core';
import type { ConsentPurpose } from '../../../entities/identity/consent-record.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import type { MailPreparation } from '../../notifications/index.ts';
import { userRegistered } from '../events.ts';
import { freshToken, issueToken, mailedSecret } from '../one-time-tokens.ts';
import { storeRegistrationConsents } from './consents.ts';

/** Whoever has an account at an address, whatever its status, locked until the commit; null when nobody has. */
export const accountAt = ({ em }: Tx<'em'>, email: string): Promise<User | null> =>
  em.findOne(User, { email }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** Somebody who did something that calls for an account before they had one. */
export interface PersonToBe {
  readonly email: string;
  /** Of the password that they chose; null for none. */
  readonly passwordHash: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly locale: Locale;
  /** As they were given then: when, and from which network. */
  readonly consents: { purpose: ConsentPurpose; policyVersion: string }[];
  readonly network: string | null;
  readonly createdAt: Date;
}

/** Opens an account at a free address that waits for the address to be proven. */
export async function openPendingAccount(
  tx: Tx<'em' | 'emit' | 'record'>,
  { consents, network, createdAt, ...person }: PersonToBe,
): Promise<User> {
  const user = tx.em.create(User, person);
  storeRegistrationConsents(tx, user, { consents, network, createdAt });
  tx.record({ action: 'USER_CREATED', targetType: 'user', targetId: user.id, payload: { role: user.role } });
  tx.emit(userRegistered, { userId: user.id });
  // Of two at one instant the second is refused here, and finds the account when it is tried again.
  await tx.em.flush();
  return user;
}

export interface WantedActivation {
  readonly userId: string;
  readonly derived: DerivedSecrets;
  readonly minutes: number;
}

/** A token for the activation link of an account that waits; null when it waits no more. Its mail makes the link: `activationLink`. */
export const issueActivation: UseCase<'em' | 'now' | 'config', WantedActivation, string | null> = async (
  tx,
  { userId, derived, minutes },
) => {
  const user = await tx.em.findOne(User, { id: userId, status: 'PENDING' }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (user === null) return null;
  const token = freshToken(derived);
  await issueToken(tx, user, { purpose: 'ACTIVATION', token, minutes });
  return token.id;
};

/** The link of such a token, just before its mail leaves: the secret in it is stored nowhere. */
export const activationLink = (
  { config, derived }: Pick<Parameters<MailPreparation>[0], 'config' | 'derived'>,
  tokenId: string,
): string => `${config.frontUrl}/activate?token=${mailedSecret(derived, tokenId)}`;
