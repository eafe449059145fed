import { LockMode } from '@mikro-orm/core';
import { TwoFactor, type TwoFactorMethod } from '../../../entities/identity/two-factor.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { UseCase } from '../../platform/context.ts';
import { endOtherSessions } from '../sessions/end-other-sessions.ts';
import { dropIdleCodes, makeRecoveryCodes, mayHaveCodes } from './recovery-codes.ts';
import { mailTwoFactorChanged } from '../security-mails.ts';
import { destroySeed } from './totp-seeds.ts';
import { distrustDevices } from './trusted-devices.ts';
import { confirmedFactors } from './two-factors.ts';

/**
 * Takes a second factor away; with the last one, and no passkey, the recovery codes go too. Other sessions end, and no device is trusted
 * any more. `NOT_FOUND` when the person has no such factor.
 */
export const disableTwoFactor: UseCase<
  'em' | 'actor' | 'now' | 'config' | 'record' | 'publish' | 'enqueue',
  { readonly method: TwoFactorMethod },
  readonly TwoFactorMethod[]
> = async (tx, { method }) => {
  const user = await tx.em.findOneOrFail(User, { id: personOf(tx.actor) });
  const factor = await tx.em.findOne(TwoFactor, { user: user.id, method }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (factor === null || factor.confirmedAt === null) throw new DomainError('NOT_FOUND');
  await destroySeed(tx, factor);
  await tx.em.nativeDelete(TwoFactor, { id: factor.id });
  const left = (await confirmedFactors(tx, user)).map((one) => one.method).filter((one) => one !== method);
  await dropIdleCodes(tx, user);
  tx.record({ action: 'TWO_FACTOR_DISABLED', targetType: 'auth', targetId: user.id, payload: { method } });
  await endOtherSessions(tx, user, 'TWO_FACTOR_CHANGED');
  await distrustDevices(tx, user);
  await mailTwoFactorChanged(tx, user, { method, isEnabled: false, eventId: factor.id });
  return left;
};

/** Ten new recovery codes, shown this once; the old ones are void. `ACTION_NOT_ALLOWED` without a second factor or a passkey. */
export const regenerateRecoveryCodes: UseCase<'em' | 'actor' | 'record', void, readonly string[]> = async (tx) => {
  const user = await tx.em.findOneOrFail(User, { id: personOf(tx.actor) }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!(await mayHaveCodes(tx, user))) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'regenerate' });
  tx.record({ action: 'RECOVERY_CODES_MADE', targetType: 'auth', targetId: user.id });
  return makeRecoveryCodes(tx, user);
};
