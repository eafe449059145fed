import { TwoFactorChallenge } from '../../../entities/identity/two-factor-challenge.entity.ts';
import type { TwoFactorMethod } from '../../../entities/identity/two-factor.entity.ts';
import type { User } from '../../../entities/identity/user.entity.ts';
import { newId } from '../../kernel/ids.ts';
import { safeEqual } from '../../kernel/safe-equal.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import type { Tx } from '../../platform/context.ts';
import { decoyRecipient, absentId } from '../account/decoy-recipient.ts';
import { lockNobody } from '../actor-lock.ts';
import { mailTwoFactorCode } from '../security-mails.ts';
import { sendSmsCodeTask } from './send-sms-code.task.ts';
import { codeMinutes, codeOf } from './two-factor-code.ts';

/** The ways by which we send codes. */
export type SentMethod = Exclude<TwoFactorMethod, 'TOTP'>;
export const isSent = (method: string | undefined): method is SentMethod =>
  method === 'EMAIL_OTP' || method === 'SMS_OTP';

export interface Sending {
  readonly user: User;
  readonly challenge: TwoFactorChallenge;
  readonly method: SentMethod;
}

/** Sends a fresh code for a challenge by mail or SMS; the one sent before is void. Returns the mail's delivery. */
export async function sendCode(
  tx: Tx<'em' | 'now' | 'config' | 'enqueue'>,
  { user, challenge, method }: Sending,
): Promise<string | undefined> {
  Object.assign(challenge, {
    codeMethod: method,
    codeNumber: challenge.codeNumber + 1,
    codeExpiresAt: new Date(tx.now.getTime() + codeMinutes * 60_000),
  });
  const which = { challengeId: challenge.id, codeNumber: challenge.codeNumber };
  if (method === 'EMAIL_OTP') return mailTwoFactorCode(tx, user, { ...which, purpose: challenge.purpose });
  tx.enqueue(sendSmsCodeTask, which);
  return undefined;
}

/** The same work, for a challenge that there is not: the code goes nowhere. */
export async function sendToDecoy(tx: Tx<'em' | 'now' | 'config' | 'enqueue'>, method: SentMethod): Promise<void> {
  lockNobody(tx.em);
  await tx.em.nativeUpdate(TwoFactorChallenge, { id: absentId }, { codeMethod: method });
  const which = { challengeId: newId(), codeNumber: 1 };
  if (method === 'SMS_OTP') tx.enqueue(sendSmsCodeTask, which);
  else await mailTwoFactorCode(tx, decoyRecipient, { ...which, purpose: 'LOGIN' });
}

/** What somebody shows for a code that was sent to them. */
interface ShownCode {
  readonly method: string;
  readonly code: string;
}

/** Is this the code that was sent for this challenge, in time? It is used up then. */
export function consumeCode(
  { now, derived }: Tx<'now'> & { readonly derived: DerivedSecrets },
  challenge: TwoFactorChallenge,
  { method, code }: ShownCode,
): boolean {
  const { id: challengeId, codeNumber, codeMethod, codeExpiresAt } = challenge;
  if (codeMethod !== method || codeExpiresAt === null || codeExpiresAt <= now) return false;
  if (!safeEqual(code, codeOf(derived, { challengeId, codeNumber }))) return false;
  Object.assign(challenge, { codeMethod: null, codeExpiresAt: null });
  return true;
}
