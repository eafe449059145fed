import type { ReauthenticationPurpose } from '../../../entities/identity/two-factor-challenge.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, UseCase } from '../../platform/context.ts';
import { findIdentity } from './attach-identity.ts';
import { finishFlow, flowOfCode } from './flow-steps.ts';

/** What a browser has at the end of an OAuth flow. */
export interface OauthFlowEnd {
  readonly code: string;
  readonly proof: string;
}

export interface IdentityReauthentication {
  readonly purpose: ReauthenticationPurpose;
  readonly end: OauthFlowEnd | null | undefined;
}

/**
 * Ends an OAuth flow with a provider that the current user began for this purpose: they have just signed in there, with an
 * identity that is attached to their account. `TOKEN_INVALID` for another flow, `SSO_REFUSED` for another identity.
 */
export async function verifyIdentity(
  { run }: Pick<AppContext, 'run'>,
  { purpose, end }: IdentityReauthentication,
): Promise<void> {
  if (!end) throw new DomainError('TOKEN_INVALID');
  if (!(await run(endFlow, { ...end, purpose }))) throw new DomainError('SSO_REFUSED');
}

/** Never throws for an identity that is not theirs: what is written about it must be committed. */
const endFlow: UseCase<
  'em' | 'actor' | 'now' | 'record',
  OauthFlowEnd & { purpose: ReauthenticationPurpose },
  boolean
> = async (tx, { code, proof, purpose }) => {
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
