import { randomBytes } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { ApiToken } from '../../../entities/identity/api-token.entity.ts';
import { ServiceAccount } from '../../../entities/identity/service-account.entity.ts';
import { isPermission, serviceScopes } from '../../access/permissions.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { fingerprint, isId } from '../../kernel/ids.ts';
import type { UseCase } from '../../platform/scope.ts';
import { tokenMark } from './token-mark.ts';

export interface NewApiToken {
  readonly serviceAccountId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Days until it ends. */
  readonly expiresInDays: number;
}

/** The secret is in this answer and nowhere else. */
export interface ShownApiToken {
  readonly secret: string;
  readonly token: ApiToken;
}

const dayMs = 86_400_000;
const prefixLength = 12;

/** Gives a service account a token: 256 bits, shown once, kept as SHA-256. Errors: NOT_FOUND, INPUT_INVALID for a scope no program may have. */
export const createApiToken: UseCase<'em' | 'now' | 'record', NewApiToken, ShownApiToken> = async ({ em, now, record }, { serviceAccountId, name, expiresInDays, ...input }) => {
  const scopes = [...new Set(input.scopes)];
  if (scopes.length === 0 || !scopes.every((scope) => isPermission(scope) && serviceScopes.includes(scope))) throw fieldError('input.scopes', 'scope');
  const account = isId(serviceAccountId) ? await em.findOne(ServiceAccount, { id: serviceAccountId, retiredAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (account === null) throw new DomainError('NOT_FOUND');
  const secret = tokenMark + randomBytes(32).toString('base64url');
  const token = em.create(ApiToken, {
    account, name: name.trim(), prefix: secret.slice(0, prefixLength), tokenHash: fingerprint(secret), scopes, expiresAt: new Date(now.getTime() + expiresInDays * dayMs),
  });
  record({ action: 'API_TOKEN_CREATED', targetType: 'api-token', targetId: token.id, severity: 'HIGH', payload: { serviceAccountId, scopes, expiresAt: token.expiresAt.toISOString() } });
  return { secret, token };
};
