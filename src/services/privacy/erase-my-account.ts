import type { PersonalReason } from '../../entities/privacy/erasure-receipt.entity.ts';
import { personOf } from '../access/actor.ts';
import { proveMyself, type Proof, type Proving } from '../identity/index.ts';
import type { Operation } from '../platform/context.ts';
import { erasePerson, type Receipt } from './erase-person.ts';

export interface EraseMyAccount extends Proof {
  readonly reason: PersonalReason;
}

/** Erases the person who asks, once they have proven it is them by what they sign in with; for good. `ERASURE_BLOCKED` says what must be settled before. */
export const eraseMyAccount: Operation<Proving | 'personalData', EraseMyAccount, Receipt> = async (
  ctx,
  { reason, ...proof },
) => {
  await proveMyself(ctx, { ...proof, purpose: 'ERASURE' });
  return ctx.run(erasePerson, {
    userId: personOf(ctx.actor),
    decidedBy: 'PERSON',
    reason,
    personalData: ctx.personalData,
  });
};
