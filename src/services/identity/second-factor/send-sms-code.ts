import { LockMode } from '@mikro-orm/core';
import { TwoFactorChallenge } from '../../../entities/identity/two-factor-challenge.entity.ts';
import { TwoFactor } from '../../../entities/identity/two-factor.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import type { Locale } from '../../kernel/locale.ts';
import { sendText } from '../../notifications/index.ts';
import type { Tx, Operation, UseCase } from '../../platform/context.ts';
import { sendCode } from './sent-codes.ts';
import type { SmsCode } from './send-sms-code.task.ts';
import { codeMinutes, codeOf } from './two-factor-code.ts';
import type { sendSmsCodeTask } from './send-sms-code.task.ts';
import type { PayloadOf } from '../../platform/task.ts';

const words: Readonly<Record<Locale, (code: string, brand: string) => string>> = {
  fr: (code, brand) =>
    `${brand}\u00a0: votre code est ${code}. Il est valable ${codeMinutes} minutes. Ne le donnez à personne.`,
  en: (code, brand) => `${brand}: your code is ${code}. It is valid for ${codeMinutes} minutes. Give it to nobody.`,
};

/** A vendor that never answers is not paid for more of them, for one challenge. */
const mostRenewals = 4;

type SendNeeds = 'run' | 'derived' | 'sms' | 'config' | 'log';

/**
 * The job: sends the code of a challenge, unless it is too late or another one was sent since. A code that nobody knows the
 * outcome of is void: its person gets a new one, since two of them would confuse.
 */
export const sendSmsCode: Operation<SendNeeds, PayloadOf<typeof sendSmsCodeTask>, void> = async (ctx, which) => {
  const target = await ctx.run(targetOf, which);
  if (target === null) return;
  const { userId, phone, locale } = target;
  const status = await sendText(ctx, {
    kind: 'security-code',
    recipientId: userId,
    to: phone,
    text: words[locale](codeOf(ctx.derived, which), ctx.config.FROM_NAME),
    dedupeKey: `security-code:${which.challengeId}:${which.codeNumber}`,
    validSeconds: codeMinutes * 60,
  });
  if (status === 'UNKNOWN') await ctx.run(renewCode, which);
};

interface Target {
  readonly userId: string;
  readonly phone: string;
  readonly locale: Locale;
}

const targetOf: UseCase<'em' | 'now', SmsCode, Target | null> = async (tx, which) => {
  const challenge = await challengeOf(tx, which);
  if (challenge === null) return null;
  const factor = await tx.em.findOne(TwoFactor, { user: challenge.user.id, method: 'SMS_OTP' });
  if (!factor?.phone) return null;
  const { id: userId, locale } = await tx.em.findOneOrFail(User, { id: challenge.user.id });
  return { userId, phone: factor.phone, locale };
};

const renewCode: UseCase<'em' | 'now' | 'config' | 'enqueue', SmsCode, void> = async (tx, which) => {
  const challenge = await challengeOf(tx, which);
  if (challenge === null || challenge.codeNumber >= mostRenewals) return;
  const user = await tx.em.findOneOrFail(User, { id: challenge.user.id });
  await sendCode(tx, { user, challenge, method: 'SMS_OTP' });
};

/** The challenge, locked, if this code is the one it waits for. */
const challengeOf = (
  { em, now }: Tx<'em' | 'now'>,
  { challengeId, codeNumber }: SmsCode,
): Promise<TwoFactorChallenge | null> =>
  em.findOne(
    TwoFactorChallenge,
    { id: challengeId, codeNumber, codeMethod: 'SMS_OTP', codeExpiresAt: { $gt: now }, endedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
