import { LockMode } from '@mikro-orm/core';
import { OneTimeToken, type TokenPurpose } from '../../entities/identity/one-time-token.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import type { MailRenewal } from '../notifications/index.ts';
import type { Tx } from '../platform/context.ts';
import { mailPasswordReset } from './account/account-mails.ts';
import { openChallenge } from './second-factor/challenges.ts';
import { freshToken, issueToken, type FreshToken } from './one-time-tokens.ts';
import { mailEmailChange } from './security-mails.ts';
import { sendCode } from './second-factor/sent-codes.ts';
import { invitationDays } from './users/invitation-days.ts';
import { mailInvitation } from './users/user-mails.ts';

/** Whoever asked longer ago than this after the link ran out has given up, or asked again. */
const graceMs = 24 * 3_600_000;

type Renewing = Tx<'em' | 'now' | 'config' | 'enqueue'>;

interface Waiting {
  readonly user: User;
  readonly token: OneTimeToken;
}

/** The token that a mail (`<template>:<token id>`) carried, if its person still waits for it: not used, not followed by a newer one. */
async function waitingFor({ em, now }: Renewing, dedupeKey: string, purpose: TokenPurpose): Promise<Waiting | null> {
  const id = dedupeKey.slice(dedupeKey.lastIndexOf(':') + 1);
  const token = await em.findOne(OneTimeToken, { id, purpose, usedAt: null });
  if (token === null || token.user === null || token.expiresAt.getTime() + graceMs <= now.getTime()) return null;
  const user = await em.findOne(User, { id: token.user.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return user === null ? null : { user, token };
}

/** A new link of one purpose in the place of the one that a mail carried; the old one is void. */
const renewLink =
  (
    purpose: TokenPurpose,
    mailIt: (tx: Renewing, waiting: Waiting, fresh: FreshToken) => Promise<string | undefined>,
  ): MailRenewal =>
  async (tx, { dedupeKey }, derived) => {
    const waiting = await waitingFor(tx, dedupeKey, purpose);
    if (waiting === null) return undefined;
    waiting.token.usedAt = tx.now;
    await tx.em.flush();
    return mailIt(tx, waiting, freshToken(derived));
  };

export const renewPasswordReset: MailRenewal = renewLink('PASSWORD_RESET', async (tx, { user }, token) => {
  if (user.status !== 'ACTIVE') return undefined;
  await issueToken(tx, user, { purpose: 'PASSWORD_RESET', token });
  return mailPasswordReset(tx, user, token.id);
});

export const renewInvitation: MailRenewal = renewLink('INVITATION', async (tx, { user }, token) => {
  if (user.status !== 'PENDING') return undefined;
  await issueToken(tx, user, { purpose: 'INVITATION', token, minutes: invitationDays * 24 * 60 });
  return mailInvitation(tx, user, { tokenId: token.id, key: token.id });
});

export const renewEmailChange: MailRenewal = renewLink(
  'EMAIL_CHANGE',
  async (tx, { user, token: { newEmail } }, token) => {
    if (user.status !== 'ACTIVE' || newEmail === null) return undefined;
    const row = await issueToken(tx, user, { purpose: 'EMAIL_CHANGE', token });
    row.newEmail = newEmail;
    return mailEmailChange(tx, user, { tokenId: token.id, email: newEmail });
  },
);

/** A new code, unless the challenge was answered, ended, or has a newer one already. */
export const renewTwoFactorCode: MailRenewal = async (tx, { data: { challengeId, codeNumber } }) => {
  if (typeof challengeId !== 'string') return undefined;
  const open = await openChallenge(tx, { id: challengeId });
  const isNewest =
    open !== null && open.challenge.codeNumber === codeNumber && open.challenge.codeMethod === 'EMAIL_OTP';
  return isNewest ? sendCode(tx, { ...open, method: 'EMAIL_OTP' }) : undefined;
};
