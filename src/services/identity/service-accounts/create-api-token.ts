import { LockMode } from '@mikro-orm/core';
import { ApiToken } from '../../../entities/identity/api-token.entity.ts';
import { ServiceAccount } from '../../../entities/identity/service-account.entity.ts';
import { isPermission, serviceScopes } from '../../access/permissions.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { fingerprint, isId, newId, newSecret } from '../../kernel/ids.ts';
import { onceByKey, type Keyed } from '../../platform/request-keys.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import { tokenMark } from './token-mark.ts';

export interface NewApiToken extends Keyed {
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

type Entry = Omit<NewApiToken, 'key'> & { readonly id: string; readonly secret: string };

const enter: UseCase<'em' | 'now' | 'record', Entry, ApiToken> = async (
  { em, now, record },
  { id, secret, serviceAccountId, name, expiresInDays, ...input },
) => {
  const scopes = [...new Set(input.scopes)];
  if (scopes.length === 0 || !scopes.every((scope) => isPermission(scope) && serviceScopes.includes(scope)))
    throw fieldError('input.scopes', 'scope');
  const account = isId(serviceAccountId)
    ? await em.findOne(
        ServiceAccount,
        { id: serviceAccountId, retiredAt: null },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      )
    : null;
  if (account === null) throw new DomainError('NOT_FOUND');
  const token = em.create(ApiToken, {
    id,
    account,
    name: name.trim(),
    prefix: secret.slice(0, prefixLength),
    tokenHash: fingerprint(secret),
    scopes,
    expiresAt: new Date(now.getTime() + expiresInDays * dayMs),
  });
  record({
    action: 'API_TOKEN_CREATED',
    targetType: 'api-token',
    targetId: token.id,
    severity: 'HIGH',
    payload: { serviceAccountId, scopes, expiresAt: token.expiresAt.toISOString() },
  });
  return token;
};

type Making = NewApiToken & { readonly secretOf: (tokenId: string) => string };

const enterOnce: UseCase<'em' | 'actor' | 'now' | 'record', Making, ShownApiToken> = async (
  tx,
  { secretOf, key, ...content },
) => {
  const id = newId();
  const token = await onceByKey<ApiToken>(
    tx,
    { operation: 'createApiToken', key, content },
    {
      first: () => enter(tx, { ...content, id, secret: secretOf(id) }),
      again: (known) => tx.em.findOneOrFail(ApiToken, { id: known }),
    },
  );
  return { secret: secretOf(token.id), token };
};

/**
 * Gives a service account a token: 256 bits, shown once, kept as SHA-256. With a request key the secret is made of the
 * key, which is not kept, and of a secret of ours: who repeats the request sees it again, and nobody else can make it.
 * Errors: NOT_FOUND, INPUT_INVALID for a scope no program may have, CONFLICT.
 */
export const createApiToken: Operation<'run' | 'derived', NewApiToken, ShownApiToken> = ({ run, derived }, input) => {
  const { key } = input;
  const random = newSecret();
  return run(enterOnce, {
    ...input,
    secretOf: (tokenId) => tokenMark + (key ? derived.of('api-token', key, tokenId) : random),
  });
};
