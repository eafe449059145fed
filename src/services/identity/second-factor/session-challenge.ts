import { LockMode } from '@mikro-orm/core';
import type { ReauthenticationPurpose } from '../../../entities/identity/two-factor-challenge.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { personOf } from '../../access/actor.ts';
import type { Tx } from '../../platform/context.ts';
import { makeChallenge, openChallenge, type ChallengeNeeds, type OpenChallenge } from './challenges.ts';

/** The challenge of this session for a purpose, begun when there is none. */
export async function sessionChallenge(
  tx: Tx<ChallengeNeeds | 'actor'>,
  purpose: ReauthenticationPurpose,
): Promise<OpenChallenge> {
  const sessionId = tx.actor.sessionId ?? '';
  const open = await openChallenge(tx, { sessionId, purpose });
  if (open !== null) return open;
  const user = await tx.em.findOneOrFail(User, { id: personOf(tx.actor) }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return { user, challenge: await makeChallenge(tx, user, { purpose, sessionId, methods: [] }) };
}
