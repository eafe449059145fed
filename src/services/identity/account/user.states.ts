import type { UserStatus } from '../../../entities/identity/user.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

export type UserVerb = 'activate' | 'suspend' | 'restore' | 'erase';

/** The life of an account. PENDING: the address is not proven. SUSPENDED: kept out by an admin. ERASED: for good. */
export const userStates: StateTable<UserStatus, UserVerb> = {
  PENDING: { activate: 'ACTIVE', erase: 'ERASED' },
  ACTIVE: { suspend: 'SUSPENDED', erase: 'ERASED' },
  SUSPENDED: { restore: 'ACTIVE', erase: 'ERASED' },
  ERASED: {},
};
