import { Identity, type IdentityProvider } from '../../../entities/identity/identity.entity.ts';
import type { ProvenClaims } from '../../../entities/identity/oauth-flow.entity.ts';
import type { User } from '../../../entities/identity/user.entity.ts';
import type { Tx } from '../../platform/context.ts';

/** An identity as its person sees it. */
export interface LinkedIdentity {
  readonly id: string;
  readonly provider: IdentityProvider;
  readonly email: string;
  readonly linkedAt: Date;
  readonly lastUsedAt: Date | null;
}

export const linkedIdentityOf = ({ id, provider, email, createdAt, lastUsedAt }: Identity): LinkedIdentity => ({
  id,
  provider,
  email,
  linkedAt: createdAt,
  lastUsedAt,
});

/**
 * Whose identity this is, whatever their account’s state; null when it is nobody’s yet. Providers distinguish “aB” from “Ab”;
 * the collation of MySQL's columns does not.
 */
export async function findIdentity({ em }: Tx<'em'>, { issuer, subject }: Pick<ProvenClaims, 'issuer' | 'subject'>) {
  const found = await em.findOne(Identity, { issuer, subject }, { populate: ['user'] });
  return found?.issuer === issuer && found.subject === subject ? found : null;
}

export function attachIdentity(
  { em, now, record }: Tx<'em' | 'now' | 'record'>,
  user: User,
  {
    provider,
    issuer,
    subject,
    email,
  }: Pick<ProvenClaims, 'issuer' | 'subject'> & { provider: IdentityProvider; email: string },
): Identity {
  const identity = em.create(Identity, { user, provider, issuer, subject, email, createdAt: now, lastUsedAt: null });
  record({
    action: 'IDENTITY_LINKED',
    targetType: 'user',
    targetId: user.id,
    severity: 'MEDIUM',
    payload: { identityId: identity.id, provider },
  });
  return identity;
}
