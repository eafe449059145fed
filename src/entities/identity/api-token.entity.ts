import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { ServiceAccount } from './service-account.entity.ts';

/**
 * A secret by which a program acts as its service account, within its scopes. Shown once, kept as SHA-256. Owned by the
 * application, seen by admins and auditors without its secret; kept after its end, because the audit log names it.
 */
export const ApiToken = defineEntity({
  name: 'ApiToken',
  tableName: 'api_token',
  properties: {
    ...base(),
    account: () => p.manyToOne(ServiceAccount).lazyRef().deleteRule('restrict'),
    name: p.string().length(80),
    /** Its first characters, by which people recognise it. */
    prefix: p.string().length(16),
    tokenHash: p.string().length(64).unique(),
    /** Permissions of the one table. */
    scopes: p.json<string[]>(),
    expiresAt: instant(),
    /** To the minute. */
    lastUsedAt: instant().strictNullable().default(null),
    /** Network only: /24 or /48. */
    lastUsedFrom: p.string().length(45).strictNullable().default(null),
    revokedAt: instant().strictNullable().default(null),
  },
});
export type ApiToken = InferEntity<typeof ApiToken>;
