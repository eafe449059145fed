import { LockMode } from '@mikro-orm/core';
import { ApiToken } from '../../../entities/identity/api-token.entity.ts';
import { ServiceAccount } from '../../../entities/identity/service-account.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { UseCase } from '../../platform/context.ts';
import { sessionsChanged } from '../events.ts';

type Needed = 'em' | 'now' | 'record' | 'publish';

/** Ends a service account for good, and all its tokens at once. Errors: NOT_FOUND, ACTION_NOT_ALLOWED. */
export const retireServiceAccount: UseCase<Needed, { readonly serviceAccountId: string }, ServiceAccount> = async (
  tx,
  { serviceAccountId: id },
) => {
  const account = isId(id)
    ? await tx.em.findOne(ServiceAccount, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (account === null) throw new DomainError('NOT_FOUND');
  if (account.retiredAt !== null) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'retire' });
  account.retiredAt = tx.now;
  const revoked = await tx.em.nativeUpdate(ApiToken, { account: id, revokedAt: null }, { revokedAt: tx.now });
  tx.record({
    action: 'SERVICE_ACCOUNT_RETIRED',
    targetType: 'service-account',
    targetId: id,
    severity: 'HIGH',
    payload: { revokedTokens: revoked },
  });
  tx.publish(sessionsChanged, id, { serviceAccountId: id });
  return account;
};
