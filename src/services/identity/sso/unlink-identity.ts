import { Identity } from '../../../entities/identity/identity.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { UseCase } from '../../platform/context.ts';
import { revokeMethod, requireAnotherSignInMethod, lockPerson } from '../account/sign-in-methods.ts';
import { linkedIdentityOf, type LinkedIdentity } from './attach-identity.ts';
import { providerNames } from './providers.ts';

/** Detaches an identity of the current user; their other sessions end. `SIGN_IN_METHOD_NEEDED` when it is their last sign-in method; another’s is `NOT_FOUND`. */
export const unlinkIdentity: UseCase<
  'em' | 'actor' | 'now' | 'config' | 'record' | 'publish' | 'enqueue',
  { readonly id: string },
  LinkedIdentity
> = async (tx, { id }) => {
  const user = await lockPerson(tx, personOf(tx.actor));
  const identity = await tx.em.findOne(Identity, { id, user: user.id });
  if (identity === null) throw new DomainError('NOT_FOUND');
  await requireAnotherSignInMethod(tx, user);
  tx.em.remove(identity);
  tx.record({
    action: 'IDENTITY_UNLINKED',
    targetType: 'user',
    targetId: user.id,
    severity: 'MEDIUM',
    payload: { identityId: id, provider: identity.provider },
  });
  await revokeMethod(tx, user, { key: id, method: providerNames[identity.provider] });
  return linkedIdentityOf(identity);
};
