import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { User } from './user.entity.ts';

/**
 * A code that stands for a second factor once, for the day it is lost: 120 bits, kept as SHA-256 only. Owned by its
 * person, who sees it when it is made and never again; dies when new ones are made or the last factor goes.
 */
export const RecoveryCode = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_code',
  properties: {
    ...base(),
    user: () => p.manyToOne(User).lazyRef().deleteRule('cascade'),
    codeHash: p.string().length(64).unique(),
    usedAt: instant().strictNullable().default(null),
  },
});
export type RecoveryCode = InferEntity<typeof RecoveryCode>;
