import { LockMode } from '@mikro-orm/core';
import { TwoFactorChallenge } from '../../../entities/identity/two-factor-challenge.entity.ts';
import { TwoFactor } from '../../../entities/identity/two-factor.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import type { Locale } from '../../kernel/locale.ts';
import { SmsFailure, type SmsPort } from '../../adapters/sms/port.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { Tx, Operation, AppContext, UseCase } from '../../platform/context.ts';
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
  const { run, derived, sms, config } = ctx;
  const target = await run(beginSending, which);
  if (target === null) return;
  if (target.isInDoubt) {
    await run((await holds(sms, which)) ? endSending : renewCode, which);
    return;
  }
  crashPoint('sms-begun');
  const text = words[target.locale](codeOf(derived, which), config.FROM_NAME);
  try {
    await sms.send({ id: idOf(which), to: target.phone, text, validSeconds: codeMinutes * 60 });
    crashPoint('sms-handed-over');
  } catch (error) {
    await recordFailure(ctx, which, error);
    return;
  }
  await run(endSending, which);
};

const idOf = ({ challengeId, codeNumber }: SmsCode): string => `${challengeId}-${codeNumber}`;

const holds = async (sms: SmsPort, which: SmsCode): Promise<boolean> => (await sms.holds?.(idOf(which))) === true;

async function recordFailure({ run, log }: Pick<AppContext, SendNeeds>, which: SmsCode, error: unknown): Promise<void> {
  const kind = error instanceof SmsFailure ? error.kind : 'ambiguous';
  log.warn(
    { challengeId: which.challengeId, kind, ...(error instanceof SmsFailure ? { status: error.status } : { error }) },
    'code not sent by SMS',
  );
  await run(kind === 'ambiguous' ? renewCode : endSending, which);
  if (kind === 'retryable') throw error;
}

interface Target {
  readonly phone: string;
  readonly locale: Locale;
  /** The sending of this very code began once, and nobody knows how it ended. */
  readonly isInDoubt: boolean;
}

/** From here on a crash leaves the code in doubt. */
const beginSending: UseCase<'em' | 'now', SmsCode, Target | null> = async (tx, which) => {
  const challenge = await challengeOf(tx, which);
  if (challenge === null) return null;
  const factor = await tx.em.findOne(TwoFactor, { user: challenge.user.id, method: 'SMS_OTP' });
  if (!factor?.phone) return null;
  const isInDoubt = challenge.codeInFlight === which.codeNumber;
  challenge.codeInFlight = which.codeNumber;
  const { locale } = await tx.em.findOneOrFail(User, { id: challenge.user.id });
  return { phone: factor.phone, locale, isInDoubt };
};

const endSending: UseCase<'em' | 'now', SmsCode, void> = async (tx, which) => {
  const challenge = await challengeOf(tx, which);
  if (challenge !== null) challenge.codeInFlight = null;
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
