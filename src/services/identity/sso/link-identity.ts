import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { UseCase } from '../../platform/context.ts';
import { lockPerson, mailMethodAdded } from '../account/sign-in-methods.ts';
import { attachIdentity, findIdentity, linkedIdentityOf, type LinkedIdentity } from './attach-identity.ts';
import { finishFlow, flowOfCode, verifiedEmail } from './flow-steps.ts';
import { providerNames } from './providers.ts';

export interface IdentityLink {
  readonly code: string;
  readonly proof: string;
}

/**
 * Attaches an identity to the account of the current user who began the OAuth flow. Its address must be verified by the
 * provider and be that of the account: `SSO_EMAIL_UNVERIFIED`, `IDENTITY_EMAIL_DIFFERS`; `IDENTITY_TAKEN` when it
 * belongs to another account.
 */
export const linkIdentity: UseCase<
  'em' | 'actor' | 'now' | 'config' | 'record' | 'enqueue',
  IdentityLink,
  LinkedIdentity
> = async (tx, { code, proof }) => {
  const userId = personOf(tx.actor);
  const { flow, claims } = await flowOfCode(tx, { secret: code, proof }, 'LINK');
  if (flow.user?.id !== userId) throw new DomainError('TOKEN_INVALID');
  const user = await lockPerson(tx, userId);
  const email = verifiedEmail(claims);
  if (email !== user.email) throw new DomainError('IDENTITY_EMAIL_DIFFERS');
  const known = await findIdentity(tx, claims);
  if (known !== null && known.user.id !== userId) throw new DomainError('IDENTITY_TAKEN');
  finishFlow(tx, flow);
  if (known !== null) return linkedIdentityOf(known);
  const identity = attachIdentity(tx, user, { ...claims, provider: flow.provider, email });
  await mailMethodAdded(tx, user, { key: identity.id, method: providerNames[identity.provider] });
  return linkedIdentityOf(identity);
};
