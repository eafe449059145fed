import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { userRoles } from '../../services/kernel/roles.ts';
import { wholeNumber } from '../base.ts';
import { userStatuses } from './user.entity.ts';

/**
 * How many accounts of one role and status were made in a month. Kept by triggers on `user`, in the transaction of each change.
 * Owned by the application; seen by admins; lives as long as the application.
 */
export const UserCount = defineEntity({
  name: 'UserCount',
  tableName: 'user_count',
  properties: {
    /** In UTC: `2026-11`. */
    month: p.string().length(7).primary(),
    role: p.enum(userRoles).primary(),
    status: p.enum(userStatuses).primary(),
    accounts: wholeNumber(),
  },
});
export type UserCount = InferEntity<typeof UserCount>;
