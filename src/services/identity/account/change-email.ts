import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import { z } from 'zod';
import { OneTimeToken, type TokenPurpose } from '../../../entities/identity/one-time-token.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Tx, Operation, UseCase } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { mailAddressKnown } from './account-mails.ts';
import { userAddressChanged } from '../events.ts';
import { accountOf, type Account } from './account.ts';
import { normalEmail } from './email-address.ts';
import { endOtherSessions } from '../sessions/end-other-sessions.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { mayMailAccount } from './mail-allowance.ts';
import { freshToken, issueToken, redeemToken, type FreshToken } from '../one-time-tokens.ts';
import { decoyRecipient } from './decoy-recipient.ts';
import { dropRegistrations } from './registrations/drop-registrations.ts';
import { mailEmailChange, mailEmailChanged } from '../security-mails.ts';
import { distrustDevices } from '../second-factor/trusted-devices.ts';

/** The same whether the new address was free or not. */
export interface EmailChangeReceipt {
  readonly email: string;
  readonly isLinkMailed: boolean;
}

/** The old address may take a change back for three days. */
const undoMs = 3 * 86_400_000;

/**
 * Asks for another address: nothing changes until the link that is mailed there is followed. An address that somebody has
 * already gives the same answer, and its owner is notified.
 */
export const requestEmailChange: Operation<
  'run' | 'limits' | 'derived' | 'actor',
  { readonly email: string },
  EmailChangeReceipt
> = async (ctx, input) => {
  const email = normalEmail(input.email);
  await ctx.limits.take('account-mail/address', subscriberOf(ctx.actor.address));
  const isMailAllowed = await mayMailAccount(ctx.limits, email);
  await ctx.run(beginChange, { email, isMailAllowed, token: freshToken(ctx.derived) });
  return { email, isLinkMailed: true };
};

const payload = z.object({ tokenId: z.uuid().nullable() });

/** Written for every request, `null` when the address has had enough mails: who is written to is decided by the job. */
export const mailEmailChangeTask = defineTask('identity.mail-email-change', payload, { priority: 50 });

const beginChange: UseCase<
  'em' | 'actor' | 'now' | 'config' | 'enqueue' | 'record',
  { email: string; isMailAllowed: boolean; token: FreshToken },
  void
> = async (tx, { email, isMailAllowed, token }) => {
  const user = await tx.em.findOneOrFail(User, { id: personOf(tx.actor) });
  tx.record({ action: 'EMAIL_CHANGE_REQUEST', targetType: 'user', targetId: user.id, severity: 'MEDIUM' });
  const row = await issueToken(tx, user, { purpose: 'EMAIL_CHANGE', token });
  row.newEmail = email;
  tx.enqueue(mailEmailChangeTask, { tokenId: isMailAllowed ? token.id : null });
};

/** The job: the link to an address that is free; to the owner of one that is not, a word that somebody wanted it. */
export const sendEmailChange: Operation<'run', PayloadOf<typeof mailEmailChangeTask>, void> = async (
  { run },
  { tokenId },
) => {
  if (tokenId !== null) await run(mailChange, { tokenId });
};

const mailChange: UseCase<'em' | 'now' | 'config' | 'enqueue', { tokenId: string }, void> = async (tx, { tokenId }) => {
  const token = await tx.em.findOne(OneTimeToken, { id: tokenId, usedAt: null }, { populate: ['user'] });
  if (!token?.newEmail || token.user === null) return;
  const { user, newEmail: email } = token;
  const holder = await tx.em.findOne(User, { email });
  if (holder === null) await mailEmailChange(tx, user, { tokenId, email });
  else
    await mailAddressKnown(tx, holder.id === user.id || holder.status === 'ERASED' ? decoyRecipient : holder, tokenId);
};

type Changing = 'em' | 'actor' | 'now' | 'config' | 'record' | 'publish' | 'enqueue' | 'emit';

/**
 * Follows the link of the new address: it is the account's from now on. The old one is notified, with a link that undoes
 * the change. `TOKEN_INVALID` for a link that is used, too old, or whose address was taken meanwhile.
 */
export const confirmEmailChange: Operation<'run' | 'derived', { readonly token: string }, Account> = async (
  { run, derived },
  { token },
) => {
  try {
    return await run(moveAddress, { token, undo: freshToken(derived) });
  } catch (error) {
    // Two people who confirm one address at one instant: the second comes too late.
    if (error instanceof UniqueConstraintViolationException)
      throw new DomainError('TOKEN_INVALID', {}, { cause: error });
    throw error;
  }
};

const moveAddress: UseCase<Changing, { token: string; undo: FreshToken }, Account> = async (tx, { token, undo }) => {
  const { user, email } = await redeemChange(tx, token, 'EMAIL_CHANGE');
  const oldEmail = user.email;
  user.email = email;
  await dropRegistrations(tx, email);
  const undoRow = await issueToken(tx, user, { purpose: 'EMAIL_UNDO', token: undo });
  Object.assign(undoRow, { newEmail: oldEmail, expiresAt: new Date(tx.now.getTime() + undoMs) });
  tx.record({ action: 'EMAIL_CHANGED', targetType: 'user', targetId: user.id });
  tx.emit(userAddressChanged, { userId: user.id });
  await endOtherSessions(tx, user, 'EMAIL_CHANGED');
  await mailEmailChanged(tx, user, { tokenId: undo.id, oldEmail });
  return accountOf(user);
};

/**
 * Follows the link that the old address was sent: the account has it again. Every session ends and no device is trusted,
 * since somebody else may have been at work; a new password is the owner's next step. Links that this address was not
 * the first to be sent are void, and so are those to addresses that were only asked for.
 */
export const undoEmailChange: UseCase<Changing, { readonly token: string }, Account> = async (tx, { token }) => {
  const { id, user, email } = await redeemChange(tx, token, 'EMAIL_UNDO');
  user.email = email;
  // Whoever took the address may have moved on to another, and has the link that was sent there.
  await tx.em.nativeUpdate(
    OneTimeToken,
    { user: user.id, purpose: 'EMAIL_UNDO', usedAt: null, id: { $gt: id } },
    { usedAt: tx.now },
  );
  await tx.em.nativeUpdate(OneTimeToken, { user: user.id, purpose: 'EMAIL_CHANGE', usedAt: null }, { usedAt: tx.now });
  tx.record({ action: 'EMAIL_CHANGE_UNDONE', targetType: 'user', targetId: user.id, severity: 'HIGH' });
  tx.emit(userAddressChanged, { userId: user.id });
  await endSessions(tx, user, 'EMAIL_CHANGE_UNDONE');
  await distrustDevices(tx, user);
  return accountOf(user);
};

/** Uses a link up, and answers whose it is and the address that it gives them. */
async function redeemChange(
  tx: Tx<'em' | 'now'>,
  token: string,
  purpose: TokenPurpose,
): Promise<{ id: string; user: User; email: string }> {
  const row = await tx.em.findOne(OneTimeToken, { tokenHash: fingerprint(token), purpose });
  const email = row?.newEmail ?? null;
  if (email === null || (await tx.em.count(User, { email })) > 0) throw new DomainError('TOKEN_INVALID');
  const user = await redeemToken(tx, token, purpose);
  await tx.em.lock(user, LockMode.PESSIMISTIC_WRITE);
  if (user.status !== 'ACTIVE') throw new DomainError('TOKEN_INVALID');
  return { id: row?.id ?? '', user, email };
}
