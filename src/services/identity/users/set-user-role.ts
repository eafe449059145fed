import type { UserRole } from '../../kernel/roles.ts';
import type { UseCase } from '../../platform/context.ts';
import { accountOf, type Account } from '../account/account.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { lockReplaceable, lockUser } from './lock-user.ts';
import { mailRightsChanged } from './user-mails.ts';

export interface RoleChange {
  readonly userId: string;
  readonly role: UserRole;
}

type Needed = 'em' | 'now' | 'config' | 'record' | 'publish' | 'enqueue';

/** Gives a person another role; their sessions end at once, and a mail says so. Errors: NOT_FOUND, LAST_ADMIN. */
export const setUserRole: UseCase<Needed, RoleChange, Account> = async (tx, { userId, role }) => {
  const user = role === 'ADMIN' ? await lockUser(tx, userId) : await lockReplaceable(tx, userId);
  if (user.role === role) return accountOf(user);
  const from = user.role;
  user.role = role;
  tx.record({
    action: 'USER_ROLE_CHANGED',
    targetType: 'user',
    targetId: user.id,
    severity: 'HIGH',
    payload: { from, to: role },
  });
  await endSessions(tx, user, 'ROLE_CHANGED');
  if (user.status === 'ACTIVE') await mailRightsChanged(tx, user);
  return accountOf(user);
};
