import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { User } from '../../entities/identity/user.entity.ts';
import { subscriberOf } from '../kernel/network.ts';
import type { JobType, Operation, UseCase } from '../platform/scope.ts';
import { mailPasswordReset } from './account-mails.ts';
import { normalEmail } from './email-address.ts';
import { mayMailAccount } from './mail-allowance.ts';
import { freshToken, issueToken, type FreshToken } from './one-time-tokens.ts';

/** The same for any address. */
export interface PasswordResetReceipt {
  readonly email: string;
  readonly isLinkMailed: boolean;
}

const payload = z.object({ userId: z.uuid().nullable() });

/** Written for every request, `null` when the address has no active account, so that both take the same time. */
export const mailPasswordResetJob: JobType<z.infer<typeof payload>> = { kind: 'identity.mail-password-reset', payload, priority: 50 };

/** Mails a link for choosing a new password, to an address with an active account. The answer is the same for any address. */
export const requestPasswordReset: Operation<'run' | 'limits' | 'actor' | 'db', { readonly email: string }, PasswordResetReceipt> = async (house, input) => {
  const email = normalEmail(input.email);
  await house.limits.take('account-mail/address', subscriberOf(house.actor.address));
  const isMailAllowed = await mayMailAccount(house.limits, email);
  const active = await house.db.selectFrom('user').select('id').where('email', '=', email).where('status', '=', 'ACTIVE').executeTakeFirst();
  await house.run(queueRequest, { userId: isMailAllowed ? (active?.id ?? null) : null, targetId: active?.id ?? null });
  return { email, isLinkMailed: true };
};

const queueRequest: UseCase<'enqueue' | 'record', { userId: string | null; targetId: string | null }, void> = async ({ enqueue, record }, { userId, targetId }) => {
  record({ action: 'PASSWORD_RESET_REQUEST', targetType: 'auth', targetId });
  enqueue(mailPasswordResetJob, { userId });
};

/** The job: a fresh link, if the account is still active. */
export const sendPasswordReset: Operation<'run' | 'derived', { userId: string | null }, void> = async ({ run, derived }, { userId }) => {
  if (userId !== null) await run(issueReset, { userId, token: freshToken(derived) });
};

const issueReset: UseCase<'em' | 'now' | 'config' | 'enqueue', { userId: string; token: FreshToken }, void> = async (scope, { userId, token }) => {
  const user = await scope.em.findOne(User, { id: userId, status: 'ACTIVE' }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (user === null) return;
  await issueToken(scope, user, { purpose: 'PASSWORD_RESET', token });
  await mailPasswordReset(scope, user, token.id);
};
