import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import { User } from '../../entities/identity/user.entity.ts';
import type { Locale } from '../kernel/locale.ts';
import { newId } from '../kernel/ids.ts';
import { subscriberOf } from '../kernel/network.ts';
import type { Needs, Operation, UseCase } from '../platform/scope.ts';
import { mailActivation, mailAddressKnown } from './account-mails.ts';
import { demandConsents, keepConsents, type GivenConsent } from './consents.ts';
import { normalEmail } from './email-address.ts';
import { userRegistered } from './events.ts';
import { mayMailAccount } from './mail-allowance.ts';
import { freshToken, issueToken, newestToken, type FreshToken } from './one-time-tokens.ts';
import { invite, isInvited } from './users/invitation.ts';
import { demandGoodPassword } from './password.policy.ts';

export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Where they live, for their invoices. */
  readonly address?: string | null | undefined;
  readonly locale: Locale;
  readonly consents: readonly GivenConsent[];
}

/** The same for everyone, whether the address was free or not. */
export interface RegistrationReceipt {
  readonly email: string;
  readonly isActivationMailed: boolean;
}

type Needed = 'run' | 'passwords' | 'limits' | 'derived' | 'actor' | 'config';

/**
 * Opens an account that waits for its address to be proven. Whoever asks learns nothing about the address: the answer,
 * and the time it takes, are the same when it already has an account, whose owner is told by mail instead.
 */
export const register: Operation<Needed, Registration, RegistrationReceipt> = async (house, registration) => {
  const email = normalEmail(registration.email);
  demandConsents(registration.consents);
  demandGoodPassword(registration.password, { ...registration, brand: house.config.FROM_NAME });
  await house.limits.take('register/address', subscriberOf(house.actor.address));
  const passwordHash = await house.passwords.hash(registration.password);
  const isMailAllowed = await mayMailAccount(house.limits, email);
  const entry: Entry = { ...registration, email, passwordHash, token: freshToken(house.derived), isMailAllowed };
  try {
    await house.run(enterPerson, entry);
  } catch (error) {
    // Two registrations of one address at one instant: the second finds the first.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    await house.run(enterPerson, entry);
  }
  return { email, isActivationMailed: true };
};

interface Entry extends Omit<Registration, 'password'> {
  readonly passwordHash: string;
  readonly token: FreshToken;
  readonly isMailAllowed: boolean;
}

type EntryNeeds = 'em' | 'actor' | 'now' | 'config' | 'emit' | 'enqueue' | 'record';

const enterPerson: UseCase<EntryNeeds, Entry, void> = async (scope, entry) => {
  const known = await scope.em.findOne(User, { email: entry.email }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (known === null) return openAccount(scope, entry);
  if (isInvited(known)) return inviteAgain(scope, known, entry);
  if (known.status === 'PENDING') return registerAgain(scope, known, entry);
  scope.record({ action: 'REGISTRATION_REPEATED', targetType: 'user', targetId: known.id });
  await writeInVain(scope, entry);
  // About what the journal and the event of a free address cost.
  await newestToken(scope, { userId: known.id, purpose: 'ACTIVATION' });
  if (entry.isMailAllowed && known.status !== 'ERASED') await mailAddressKnown(scope, known, entry.token.id);
};

async function openAccount(scope: Needs<EntryNeeds>, { email, passwordHash, firstName, lastName, address = null, locale, ...entry }: Entry): Promise<void> {
  const user = scope.em.create(User, { email, passwordHash, firstName, lastName, address, locale });
  keepConsents(scope, user, entry.consents);
  await issueToken(scope, user, { purpose: 'ACTIVATION', token: entry.token });
  scope.record({ action: 'USER_CREATED', targetType: 'user', targetId: user.id, payload: { role: user.role } });
  scope.emit(userRegistered, { userId: user.id });
  if (entry.isMailAllowed) await mailActivation(scope, user, entry.token.id);
}

/**
 * The address was never proven: whoever registers last decides what the account will be, and earlier links are void
 * (they were made under another password). Somebody who registers another's address early gains nothing.
 */
async function registerAgain(scope: Needs<EntryNeeds>, user: User, entry: Entry): Promise<void> {
  const { passwordHash, firstName, lastName, address = null, locale } = entry;
  Object.assign(user, { passwordHash, firstName, lastName, address, locale, passwordVersion: user.passwordVersion + 1 });
  keepConsents(scope, user, entry.consents);
  await issueToken(scope, user, { purpose: 'ACTIVATION', token: entry.token });
  scope.record({ action: 'REGISTRATION_REPEATED', targetType: 'user', targetId: user.id });
  if (entry.isMailAllowed) await mailActivation(scope, user, entry.token.id);
}

/** An admin has made this account, perhaps with more rights: whoever registers its address changes nothing of it. */
async function inviteAgain(scope: Needs<EntryNeeds>, user: User, entry: Entry): Promise<void> {
  scope.record({ action: 'REGISTRATION_REPEATED', targetType: 'user', targetId: user.id });
  await writeInVain(scope, { ...entry, consents: [] });
  await invite(scope, user, entry);
}

const takenBack = new Error('Written in vain');

/**
 * Writes what a free address has written, and takes it back: the time it takes would tell one that is known. Going back
 * costs what the token of a free address costs.
 */
async function writeInVain({ em, actor }: Needs<EntryNeeds>, { passwordHash, firstName, lastName, address = null, locale, consents }: Entry): Promise<void> {
  const writing = em.transactional(async (inner) => {
    const user = inner.create(User, { email: `${newId()}@in-vain.invalid`, passwordHash, firstName, lastName, address, locale });
    keepConsents({ em: inner, actor, record: () => undefined }, user, consents);
    await inner.flush();
    throw takenBack;
  });
  await writing.catch((error: unknown) => {
    if (error !== takenBack) throw error;
  });
}
