import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { PendingRegistration } from '../../../entities/identity/pending-registration.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Tx, Operation, UseCase } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { normalEmail } from './email-address.ts';
import { mayMailAccount } from './mail-allowance.ts';
import { absentId } from './decoy-recipient.ts';
import { freshToken, issueToken, type FreshToken } from '../one-time-tokens.ts';
import type { RegistrationReceipt } from './register.ts';
import { mailLinks, waitingAt, type Waiting } from './registrations/mail-links.ts';
import { inviteAgain, isInvited } from '../users/invitation.ts';

const payload = z.object({
  userId: z.uuid().nullable(),
  registrationId: z.uuid().nullable().default(null),
  isMailAllowed: z.boolean().default(true),
});
type Resending = z.infer<typeof payload>;

/** Written for every request, without anybody when the address waits for nothing, so that both take the same time. */
export const resendActivationTask = defineTask('identity.resend-activation', payload, { priority: 50 });

/** Sends the activation mail once more, to an address that waits for it. The answer is the same for any address. */
export const resendActivation: Operation<
  'run' | 'limits' | 'actor' | 'db',
  { readonly email: string },
  RegistrationReceipt
> = async (ctx, input) => {
  const email = normalEmail(input.email);
  await ctx.limits.take('account-mail/address', subscriberOf(ctx.actor.address));
  const isMailAllowed = await mayMailAccount(ctx.limits, email);
  const known = await ctx.db.selectFrom('user').select(['id', 'status']).where('email', '=', email).executeTakeFirst();
  const newest = await ctx.db
    .selectFrom('pending_registration')
    .select('id')
    .where('email', '=', email)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const isTaken = known !== undefined && known.status !== 'PENDING';
  await ctx.run(queueResending, {
    userId: isTaken ? null : (known?.id ?? null),
    registrationId: isTaken ? null : (newest?.id ?? null),
    isMailAllowed,
  });
  return { email, isActivationMailed: true };
};

const queueResending: UseCase<'enqueue', Resending, void> = async ({ enqueue }, input) =>
  enqueue(resendActivationTask, input);

/** The job: the links of all that waits at the address. To nobody, with the same work, where nothing does. */
export const sendActivationAgain: Operation<'run' | 'derived', PayloadOf<typeof resendActivationTask>, void> = async (
  { run, derived },
  input,
) => {
  if (input.isMailAllowed) await run(renewLinks, { ...input, token: freshToken(derived) });
};

const renewLinks: UseCase<'em' | 'now' | 'config' | 'enqueue', Resending & { token: FreshToken }, void> = async (
  tx,
  { userId, registrationId, token },
) => {
  const registration = await tx.em.findOne(PendingRegistration, { id: registrationId ?? absentId });
  const known = await tx.em.findOne(
    User,
    { id: userId ?? absentId, status: 'PENDING' },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const waiting = await waitingAt(tx, { email: (registration ?? known)?.email ?? '', known });
  if (known !== null && isInvited(known)) return inviteAgain(tx, known, { newest: waiting.token, token });
  await mailLinks(tx, await withLink(tx, waiting, token), token.id);
};

/** An account that waits since long has a new link: its others went with the retention of tokens. */
async function withLink(tx: Tx<'em' | 'now' | 'config'>, waiting: Waiting, token: FreshToken): Promise<Waiting> {
  const isForgotten = waiting.account !== null && waiting.token === null && waiting.registrations.length === 0;
  return isForgotten
    ? { ...waiting, token: await issueToken(tx, waiting.account, { purpose: 'ACTIVATION', token }) }
    : waiting;
}
