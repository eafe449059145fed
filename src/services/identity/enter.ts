import type { User } from '../../entities/identity/user.entity.ts';
import type { Needs, Surroundings } from '../platform/scope.ts';
import { openSession } from './open-session.ts';
import { firstToken, type RefreshToken } from './refresh-tokens.ts';
import { answer, type OpenSession, type SessionAnswer } from './session-answer.ts';

/** Ways to prove who one is other than the password. A passkey whose person was verified counts as both factors. */
export type Entrance =
  | { readonly method: 'SSO'; readonly provider: string }
  | { readonly method: 'PASSKEY'; readonly passkeyId: string };

/** What letting somebody in needs of its transaction. */
export type EnterNeeds = 'em' | 'actor' | 'now' | 'config' | 'record';

export interface Entered {
  readonly session: OpenSession;
  readonly refresh: RefreshToken;
}

/** What somebody who was let in is answered. */
export type EnterAnswer = SessionAnswer;

/** Lets an active person in, however they proved who they are: the one place where providers and passkeys end. */
export async function enter(scope: Needs<EnterNeeds>, user: User, how: Entrance): Promise<Entered> {
  const refresh = firstToken();
  return { session: openSession(scope, user, { refresh, how: { ...how } }), refresh };
}

/** What the client is given, once the transaction has returned. */
export const answerEntered = (house: Pick<Surroundings, 'accessTokens' | 'derived' | 'now'>, { session, refresh }: Entered): EnterAnswer =>
  answer(house, session, refresh);
