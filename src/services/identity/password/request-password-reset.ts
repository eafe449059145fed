import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { User } from '../../../entities/identity/user.entity.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { mailPasswordReset } from '../account/account-mails.ts';
import { normalEmail } from '../account/email-address.ts';
import { mayMailAccount } from '../account/mail-allowance.ts';
import { lockNobody } from '../actor-lock.ts';
import { freshToken, issueToken, type FreshToken } from '../one-time-tokens.ts';
import { decoyRecipient, absentId } from '../account/decoy-recipient.ts';

/** The same for any address. */
export interface PasswordResetReceipt {
  readonly email: string;
  readonly isLinkMailed: boolean;
}

const payload = z.object({ userId: z.uuid().nullable(), isMailAllowed: z.boolean().default(true) });
type Mailing = z.infer<typeof payload>;

/** Written for every request, for nobody when the address has no active account, so that both take the same time. */
export const mailPasswordResetTask = defineTask('identity.mail-password-reset', payload, { priority: 50 });

/** Mails a link for choosing a new password, to an address with an active account. The answer is the same for any address. */
export const requestPasswordReset: Operation<
  'run' | 'limits' | 'actor' | 'db',
  { readonly email: string },
  PasswordResetReceipt
> = async (ctx, input) => {
  const email = normalEmail(input.email);
  await ctx.limits.take('account-mail/address', subscriberOf(ctx.actor.address));
  const isMailAllowed = await mayMailAccount(ctx.limits, email);
  const active = await ctx.db
    .selectFrom('user')
    .select('id')
    .where('email', '=', email)
    .where('status', '=', 'ACTIVE')
    .executeTakeFirst();
  await ctx.run(queueRequest, { userId: active?.id ?? null, isMailAllowed });
  return { email, isLinkMailed: true };
};

const queueRequest: UseCase<'enqueue' | 'record', Mailing, void> = async (
  { enqueue, record },
  { userId, isMailAllowed },
) => {
  record({ action: 'PASSWORD_RESET_REQUEST', targetType: 'auth', targetId: userId });
  enqueue(mailPasswordResetTask, { userId, isMailAllowed });
};

/** The job: a fresh link, if the account is still active. For decoyRecipient, the same work, so that timing reveals nothing. */
export const sendPasswordReset: Operation<'run' | 'derived', PayloadOf<typeof mailPasswordResetTask>, void> = async (
  { run, derived },
  { userId, isMailAllowed },
) => {
  if (isMailAllowed) await run(issueReset, { userId: userId ?? absentId, token: freshToken(derived) });
};

const issueReset: UseCase<'em' | 'now' | 'config' | 'enqueue', { userId: string; token: FreshToken }, void> = async (
  tx,
  { userId, token },
) => {
  const user = await tx.em.findOne(User, { id: userId, status: 'ACTIVE' }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (user === null) lockNobody(tx.em);
  await issueToken(tx, user, { purpose: 'PASSWORD_RESET', token });
  await mailPasswordReset(tx, user ?? decoyRecipient, token.id);
};
