import type { ProofPurpose } from '../../../entities/identity/two-factor-challenge.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, UseCase } from '../../platform/context.ts';
import { findIdentity } from './attach-identity.ts';
import { finishFlow, flowOfCode } from './flow-steps.ts';

/** What a browser has at the end of a trip. */
export interface TripEnd {
  readonly code: string;
  readonly proof: string;
}

export interface IdentityProof {
  readonly purpose: ProofPurpose;
  readonly end: TripEnd | null | undefined;
}

/**
 * Ends a trip to a provider that the person who asks began for this purpose: they have just signed in there, with an
 * identity that is attached to their account. `TOKEN_INVALID` for another trip, `SSO_REFUSED` for another identity.
 */
export async function proveIdentity({ run }: Pick<AppContext, 'run'>, { purpose, end }: IdentityProof): Promise<void> {
  if (!end) throw new DomainError('TOKEN_INVALID');
  if (!(await run(endTrip, { ...end, purpose }))) throw new DomainError('SSO_REFUSED');
}

/** Never throws for an identity that is not theirs: what is written about it must be committed. */
const endTrip: UseCase<'em' | 'actor' | 'now' | 'record', TripEnd & { purpose: ProofPurpose }, boolean> = async (
  tx,
  { code, proof, purpose },
) => {
  const userId = personOf(tx.actor);
  const { flow, claims } = await flowOfCode(tx, { secret: code, proof }, purpose);
  if (flow.user?.id !== userId) throw new DomainError('TOKEN_INVALID');
  const identity = await findIdentity(tx, claims);
  finishFlow(tx, flow);
  const about = { targetType: 'auth', targetId: userId, payload: { purpose, provider: flow.provider } } as const;
  if (identity?.user.id !== userId) {
    tx.record({ action: 'IDENTITY_PROOF_FAILED', outcome: 'FAILURE', ...about });
    return false;
  }
  identity.lastUsedAt = tx.now;
  tx.record({ action: 'IDENTITY_PROVEN', ...about });
  return true;
};
