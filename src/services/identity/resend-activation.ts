import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { User } from '../../entities/identity/user.entity.ts';
import { subscriberOf } from '../kernel/network.ts';
import type { JobType, Operation, UseCase } from '../platform/scope.ts';
import { mailActivation } from './account-mails.ts';
import { normalEmail } from './email-address.ts';
import { mayMailAccount } from './mail-allowance.ts';
import { freshToken, issueToken, type FreshToken } from './one-time-tokens.ts';
import { invite, isInvited } from './users/invitation.ts';
import type { RegistrationReceipt } from './register.ts';

const payload = z.object({ userId: z.uuid().nullable() });

/** Written for every request, `null` when the address waits for nothing, so that both take the same time. */
export const resendActivationJob: JobType<z.infer<typeof payload>> = { kind: 'identity.resend-activation', payload, priority: 50 };

/** Sends the activation mail once more, to an address that waits for it. The answer is the same for any address. */
export const resendActivation: Operation<'run' | 'limits' | 'actor' | 'db', { readonly email: string }, RegistrationReceipt> = async (house, input) => {
  const email = normalEmail(input.email);
  await house.limits.take('account-mail/address', subscriberOf(house.actor.address));
  const isMailAllowed = await mayMailAccount(house.limits, email);
  const waiting = await house.db.selectFrom('user').select('id').where('email', '=', email).where('status', '=', 'PENDING').executeTakeFirst();
  await house.run(queueResending, { userId: isMailAllowed ? (waiting?.id ?? null) : null });
  return { email, isActivationMailed: true };
};

const queueResending: UseCase<'enqueue', { userId: string | null }, void> = async ({ enqueue }, input) =>
  enqueue(resendActivationJob, input);

/** The job: a fresh link, if the account still waits for one. */
export const sendActivationAgain: Operation<'run' | 'derived', { userId: string | null }, void> = async ({ run, derived }, { userId }) => {
  if (userId !== null) await run(renewActivation, { userId, token: freshToken(derived) });
};

const renewActivation: UseCase<'em' | 'now' | 'config' | 'enqueue', { userId: string; token: FreshToken }, void> = async (scope, { userId, token }) => {
  const user = await scope.em.findOne(User, { id: userId, status: 'PENDING' }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (user === null) return;
  if (isInvited(user)) return invite(scope, user, { token });
  await issueToken(scope, user, { purpose: 'ACTIVATION', token });
  await mailActivation(scope, user, token.id);
};
