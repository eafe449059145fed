import { Session } from '../../../entities/identity/session.entity.ts';
import { personOf, stepUpMs } from '../../access/actor.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import { sessionsChanged } from '../events.ts';
import { reauthenticate, type Reauthentication, type ReauthenticationNeeds } from './reauthenticate.ts';

export interface SteppedUp {
  /** Sensitive actions are open until then. */
  readonly provenUntil: Date;
}

/**
 * Reauthenticates within a session: sensitive actions are open for ten minutes. A second factor where the person
 * has one; a passkey always; else what they sign in with. Refuses as `proveMyself` does.
 */
export const stepUp: Operation<ReauthenticationNeeds | 'now', Reauthentication, SteppedUp> = async (ctx, proof) => {
  await reauthenticate(ctx, { ...proof, purpose: 'STEP_UP' });
  await ctx.run(markProven, undefined);
  return { provenUntil: new Date(ctx.now.getTime() + stepUpMs) };
};

const markProven: UseCase<'em' | 'actor' | 'now' | 'publish', void, void> = async ({ em, actor, now, publish }) => {
  const userId = personOf(actor);
  await em.nativeUpdate(Session, { id: actor.sessionId ?? '', user: userId }, { provenAt: now });
  publish(sessionsChanged, userId, { userId });
};
