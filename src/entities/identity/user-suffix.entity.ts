import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { identifier } from '../base.ts';

/** So much of a suffix is kept: more does not narrow a search further. */
export const suffixLength = 10;

/**
 * Where a person's `searchText` may be entered: its end from each of its letters on. A word that occurs anywhere in a name or an
 * address is found by the beginning of a suffix, in an index. Kept by triggers on `user`, in the transaction of each change.
 * Owned by that person; seen by nobody; dies with the name.
 */
export const UserSuffix = defineEntity({
  name: 'UserSuffix',
  tableName: 'user_suffix',
  properties: {
    suffix: p.string().length(suffixLength).primary(),
    /** No foreign key: its index would be as large as the table. */
    userId: identifier().primary(),
  },
});
export type UserSuffix = InferEntity<typeof UserSuffix>;
