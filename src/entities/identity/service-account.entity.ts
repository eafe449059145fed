import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { User } from './user.entity.ts';

/**
 * A program that works with the application by API tokens: an accountant's export, a front-end's build. Owned by the application,
 * seen by admins and auditors; retired, never deleted, because the audit log names it.
 */
export const ServiceAccount = defineEntity({
  name: 'ServiceAccount',
  tableName: 'service_account',
  properties: {
    ...base(),
    name: p.string().length(80).unique(),
    description: p.string().length(255).strictNullable().default(null),
    /** The admin who made it; null once that person is gone. */
    createdBy: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('set null').default(null),
    /** From then on all its tokens are refused, for good. */
    retiredAt: instant().strictNullable().default(null),
  },
});
export type ServiceAccount = InferEntity<typeof ServiceAccount>;
