import { TwoFactorChallenge } from '../../entities/identity/two-factor-challenge.entity.ts';
import { TwoFactor } from '../../entities/identity/two-factor.entity.ts';
import type { Locale } from '../kernel/locale.ts';
import { SmsFailure } from '../adapters/sms/port.ts';
import type { Operation, UseCase } from '../platform/scope.ts';
import type { SmsCode } from './send-sms-code.job.ts';
import { codeMinutes, codeOf } from './two-factor-code.ts';

const words: Readonly<Record<Locale, (code: string, brand: string) => string>> = {
  fr: (code, brand) => `${brand}\u00a0: votre code est ${code}. Il est valable ${codeMinutes} minutes. Ne le donnez à personne.`,
  en: (code, brand) => `${brand}: your code is ${code}. It is valid for ${codeMinutes} minutes. Give it to nobody.`,
};

/** The job: sends the code of a challenge, unless it is too late or another one was sent since. */
export const sendSmsCode: Operation<'run' | 'derived' | 'sms' | 'config' | 'log', SmsCode, void> = async ({ run, derived, sms, config, log }, which) => {
  const target = await run(findTarget, which);
  if (target === null) return;
  const text = words[target.locale](codeOf(derived, which), config.FROM_NAME);
  try {
    await sms.send({ id: `${which.challengeId}-${which.codeNumber}`, to: target.phone, text, validSeconds: codeMinutes * 60 });
  } catch (error) {
    // A doubt is not worth a second message: the person asks for another code.
    if (error instanceof SmsFailure && error.kind !== 'retryable') log.warn({ challengeId: which.challengeId, kind: error.kind, status: error.status }, 'code not sent by SMS');
    else throw error;
  }
};

const findTarget: UseCase<'em' | 'now', SmsCode, { phone: string; locale: Locale } | null> = async ({ em, now }, { challengeId, codeNumber }) => {
  const challenge = await em.findOne(TwoFactorChallenge, { id: challengeId, codeNumber, codeMethod: 'SMS_OTP', codeExpiresAt: { $gt: now }, endedAt: null }, { populate: ['user'] });
  if (challenge === null) return null;
  const factor = await em.findOne(TwoFactor, { user: challenge.user.id, method: 'SMS_OTP' });
  return factor?.phone ? { phone: factor.phone, locale: challenge.user.locale } : null;
};
