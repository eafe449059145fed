import type { AuditAction } from '../../kernel/audit-actions.ts';
import type { PermissionSet } from '../../kernel/roles.ts';
import type { Needs, UseCase } from '../../platform/scope.ts';
import { accountOf, type Account } from '../account.ts';
import { endSessions } from '../end-sessions.ts';
import { lockUser } from './lock-user.ts';
import { mailRightsChanged } from './user-mails.ts';

export interface SetOfPerson {
  readonly userId: string;
  readonly set: PermissionSet;
}

type Needed = 'em' | 'now' | 'config' | 'record' | 'announce' | 'enqueue';
type Change = UseCase<Needed, SetOfPerson, Account>;

/** Grants a set of permissions beside the role; sessions end, so that every door knows. Granted already: nothing changes. */
export const grantPermissionSet: Change = (scope, { userId, set }) =>
  change(scope, userId, {
    action: 'PERMISSION_GRANTED',
    set,
    next: (sets) => [...sets.filter((one) => one !== set), set],
  });

/** Takes a set of permissions back. */
export const revokePermissionSet: Change = (scope, { userId, set }) =>
  change(scope, userId, { action: 'PERMISSION_REVOKED', set, next: (sets) => sets.filter((one) => one !== set) });

interface Step {
  readonly action: AuditAction;
  readonly set: PermissionSet;
  readonly next: (sets: readonly PermissionSet[]) => PermissionSet[];
}

async function change(scope: Needs<Needed>, userId: string, { action, set, next }: Step): Promise<Account> {
  const user = await lockUser(scope, userId);
  const before = user.permissionSets ?? [];
  const after = next(before);
  if (after.length === before.length) return accountOf(user);
  user.permissionSets = after.length === 0 ? null : after;
  scope.record({ action, targetType: 'user', targetId: user.id, severity: 'HIGH', payload: { set } });
  await endSessions(scope, user, action);
  if (user.status === 'ACTIVE') await mailRightsChanged(scope, user);
  return accountOf(user);
}
