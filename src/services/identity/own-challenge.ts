import { LockMode } from '@mikro-orm/core';
import type { ProofPurpose } from '../../entities/identity/two-factor-challenge.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import { personOf } from '../access/actor.ts';
import type { Needs } from '../platform/scope.ts';
import { makeChallenge, openChallenge, type ChallengeNeeds, type OpenChallenge } from './challenges.ts';

/** The challenge of this session for a purpose, begun when there is none. */
export async function ownChallenge(
  scope: Needs<ChallengeNeeds | 'actor'>,
  purpose: ProofPurpose,
): Promise<OpenChallenge> {
  const sessionId = scope.actor.sessionId ?? '';
  const open = await openChallenge(scope, { sessionId, purpose });
  if (open !== null) return open;
  const user = await scope.em.findOneOrFail(
    User,
    { id: personOf(scope.actor) },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return { user, challenge: await makeChallenge(scope, user, { purpose, sessionId, methods: [] }) };
}
