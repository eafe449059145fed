import { PendingRegistration } from '../../../entities/identity/pending-registration.entity.ts';
import type { Locale } from '../../kernel/locale.ts';
import { networkOf, subscriberOf } from '../../kernel/network.ts';
import type { Tx, Operation, UseCase } from '../../platform/context.ts';
import { requireConsents, type GivenConsent } from './consents.ts';
import { normalEmail } from './email-address.ts';
import { mayMailAccount } from './mail-allowance.ts';
import type { FreshToken } from '../one-time-tokens.ts';
import { requireGoodPassword } from '../password/password.policy.ts';
import { answerRegistrationTask } from './registrations/answer-registration.ts';
import { freshRegistration } from './registrations/registration-token.ts';

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
 * Asks for an account, which opens when the link that is mailed is followed. The caller learns nothing about the
 * address: nothing is looked up here, and a job decides who is written to about what. Whatever else was asked for at the
 * address stays as it is.
 */
export const register: Operation<Needed, Registration, RegistrationReceipt> = async (ctx, registration) => {
  const email = normalEmail(registration.email);
  requireConsents(registration.consents);
  requireGoodPassword(registration.password, { ...registration, brand: ctx.config.FROM_NAME });
  await ctx.limits.take('register/address', subscriberOf(ctx.actor.address));
  const passwordHash = await ctx.passwords.hash(registration.password);
  const isMailAllowed = await mayMailAccount(ctx.limits, email);
  await ctx.run(storeRegistration, {
    ...registration,
    email,
    passwordHash,
    token: freshRegistration(ctx.derived),
    isMailAllowed,
  });
  return { email, isActivationMailed: true };
};

interface Entry extends Omit<Registration, 'password'> {
  readonly passwordHash: string;
  readonly token: FreshToken;
  readonly isMailAllowed: boolean;
}

const storeRegistration: UseCase<'em' | 'actor' | 'now' | 'config' | 'enqueue' | 'record', Entry, void> = async (
  tx,
  { token, isMailAllowed, ...entry },
) => {
  const { email, passwordHash, firstName, lastName, address = null, locale } = entry;
  await dropOldest(tx, email);
  // Beyond the allowance its link is mailed to nobody: it is good for nothing until it is asked for again.
  const expiresAt = isMailAllowed ? new Date(tx.now.getTime() + tx.config.MAILED_TOKEN_MINUTES * 60_000) : tx.now;
  tx.em.create(PendingRegistration, {
    id: token.id,
    email,
    passwordHash,
    firstName,
    lastName,
    address,
    locale,
    network: networkOf(tx.actor.address),
    tokenHash: token.hash,
    expiresAt,
    consents: entry.consents.map(({ purpose, policyVersion }) => ({ purpose, policyVersion })),
  });
  tx.record({ action: 'REGISTRATION_REQUESTED', targetId: token.id });
  tx.enqueue(answerRegistrationTask, { registrationId: token.id, isMailAllowed });
};

/** So many wait at one address at most. */
const mostWaiting = 10;

/** Of those whose link is good no more, the oldest go when there are too many: no link dies because somebody else asked. */
async function dropOldest({ em, now }: Tx<'em' | 'now'>, email: string): Promise<void> {
  const over = await em.find(
    PendingRegistration,
    { email, expiresAt: { $lte: now } },
    { orderBy: { id: 'desc' }, offset: mostWaiting - 1, limit: mostWaiting, fields: ['id'] },
  );
  if (over.length > 0) await em.nativeDelete(PendingRegistration, { id: { $in: over.map(({ id }) => id) } });
}
