import { LockMode } from '@mikro-orm/core';
import { ApiToken } from '../../../entities/identity/api-token.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { UseCase } from '../../platform/context.ts';
import { sessionsChanged } from '../events.ts';

/** Ends one token, everywhere at once. Errors: NOT_FOUND, ACTION_NOT_ALLOWED when it has ended. */
export const revokeApiToken: UseCase<
  'em' | 'now' | 'record' | 'publish',
  { readonly apiTokenId: string },
  ApiToken
> = async (tx, { apiTokenId: id }) => {
  const token = isId(id) ? await tx.em.findOne(ApiToken, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (token === null) throw new DomainError('NOT_FOUND');
  if (token.revokedAt !== null) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'revoke' });
  token.revokedAt = tx.now;
  tx.record({
    action: 'API_TOKEN_REVOKED',
    targetType: 'api-token',
    targetId: id,
    severity: 'HIGH',
    payload: { serviceAccountId: token.account.id },
  });
  tx.publish(sessionsChanged, token.account.id, { serviceAccountId: token.account.id });
  return token;
};
