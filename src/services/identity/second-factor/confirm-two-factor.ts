import { TwoFactor, type TwoFactorMethod } from '../../../entities/identity/two-factor.entity.ts';
import { Session } from '../../../entities/identity/session.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Tx, Operation, UseCase } from '../../platform/context.ts';
import { openChallenge, type OpenChallenge } from './challenges.ts';
import { endOtherSessions } from '../sessions/end-other-sessions.ts';
import { makeMissingCodes } from './recovery-codes.ts';
import {
  requireRightAnswer,
  verificationSecretsOf,
  tryAnswer,
  type VerificationSecrets,
  type Tried,
} from './check-answer.ts';
import { mailTwoFactorChanged } from '../security-mails.ts';
import { distrustDevices } from './trusted-devices.ts';

export interface FactorConfirmation {
  readonly method: TwoFactorMethod;
  readonly code: string;
}

/** A factor that is in force. */
export interface ConfirmedFactor {
  readonly method: TwoFactorMethod;
  /** Ten codes for the day the factor is lost, shown this once; empty when the person has codes already. */
  readonly recoveryCodes: readonly string[];
}

type Needed = 'em' | 'actor' | 'now' | 'config' | 'record' | 'publish' | 'enqueue';

/**
 * Puts a second factor in force with a first code. Recovery codes come with the first factor, whether they are wanted or
 * not; other sessions end. `CODE_INVALID`, five tries; `TOKEN_INVALID` when nothing waits to be confirmed.
 */
export const confirmTwoFactor: Operation<
  'run' | 'vault' | 'derived' | 'sso',
  FactorConfirmation,
  ConfirmedFactor
> = async (ctx, answer) => {
  const tried = requireRightAnswer(await ctx.run(confirm, { answer, secrets: verificationSecretsOf(ctx) }));
  return { method: answer.method, recoveryCodes: tried.recoveryCodes };
};

const confirm: UseCase<
  Needed,
  { answer: FactorConfirmation; secrets: VerificationSecrets },
  (Tried & { recoveryCodes: readonly string[] }) | null
> = async (tx, shown) => {
  personOf(tx.actor);
  const open = await openChallenge(tx, { sessionId: tx.actor.sessionId ?? '', purpose: 'SETUP' });
  if (open === null) return null;
  const tried = await tryAnswer(tx, open, shown);
  return { ...tried, recoveryCodes: tried.isRight ? await putInForce(tx, open, shown.answer.method) : [] };
};

async function putInForce(
  tx: Tx<Needed>,
  { user, challenge }: OpenChallenge,
  method: TwoFactorMethod,
): Promise<readonly string[]> {
  const factor = await tx.em.findOne(TwoFactor, { user: user.id, method });
  if (factor === null) throw new DomainError('NOT_FOUND');
  factor.confirmedAt = tx.now;
  tx.record({ action: 'TWO_FACTOR_ENABLED', targetType: 'auth', targetId: user.id, payload: { method } });
  await tx.em.nativeUpdate(Session, { id: tx.actor.sessionId ?? '' }, { provenAt: tx.now });
  await endOtherSessions(tx, user, 'TWO_FACTOR_CHANGED');
  await distrustDevices(tx, user);
  await mailTwoFactorChanged(tx, user, { method, isEnabled: true, eventId: challenge.id });
  return makeMissingCodes(tx, user);
}
