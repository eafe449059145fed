import { Identity, type IdentityProvider } from '../../entities/identity/identity.entity.ts';
import { Passkey } from '../../entities/identity/passkey.entity.ts';
import { RecoveryCode } from '../../entities/identity/recovery-code.entity.ts';
import type { User } from '../../entities/identity/user.entity.ts';
import type { Needs } from '../platform/scope.ts';
import type { Means } from './proof.policy.ts';
import { confirmedFactors } from './two-factors.ts';

/** What a person has to prove themself by. An identity at a provider that is not `offered` any more proves nothing. */
export async function meansOf({ em }: Needs<'em'>, { id, passwordHash }: Pick<User, 'id' | 'passwordHash'>, offered: readonly IdentityProvider[] = []): Promise<Means> {
  const factors = await confirmedFactors({ em }, { id });
  const passkeys = await em.count(Passkey, { user: id });
  const identities = offered.length === 0 ? 0 : await em.count(Identity, { user: id, provider: { $in: [...offered] } });
  const codes = await em.count(RecoveryCode, { user: id, usedAt: null });
  return { hasPassword: passwordHash !== null, hasPasskey: passkeys > 0, hasIdentity: identities > 0, factors: factors.map(({ method }) => method), hasRecoveryCode: codes > 0 };
}
