import type { PersonalReason } from '../../entities/privacy/erasure-receipt.entity.ts';
import { personOf } from '../access/actor.ts';
import { reauthenticate, type Reauthentication, type ReauthenticationNeeds } from '../identity/index.ts';
import type { Operation } from '../platform/context.ts';
import { erasePerson, type Receipt } from './erase-person.ts';

export interface EraseMyAccount extends Reauthentication {
  readonly reason: PersonalReason;
}

/** Erases the current user, once they have reauthenticated with what they sign in with; for good. `ERASURE_BLOCKED` lists what must be done before. */
export const eraseMyAccount: Operation<ReauthenticationNeeds | 'personalData', EraseMyAccount, Receipt> = async (
  ctx,
  { reason, ...proof },
) => {
  await reauthenticate(ctx, { ...proof, purpose: 'ERASURE' });
  return ctx.run(erasePerson, {
    userId: personOf(ctx.actor),
    decidedBy: 'PERSON',
    reason,
    personalData: ctx.personalData,
  });
};
