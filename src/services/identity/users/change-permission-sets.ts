import type { AuditAction } from '../../kernel/audit-actions.ts';
import type { PermissionSet } from '../../kernel/roles.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { accountOf, type Account } from '../account/account.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { lockUser } from './lock-user.ts';
import { mailRightsChanged } from './user-mails.ts';

export interface SetOfPerson {
  readonly userId: string;
  readonly set: PermissionSet;
}

type Needed = 'em' | 'now' | 'config' | 'record' | 'publish' | 'enqueue';
type Change = UseCase<Needed, SetOfPerson, Account>;

/** Grants a set of permissions beside the role; sessions end, so that every entry point knows. Granted already: nothing changes. */
export const grantPermissionSet: Change = (tx, { userId, set }) =>
  change(tx, userId, {
    action: 'PERMISSION_GRANTED',
    set,
    next: (sets) => [...sets.filter((one) => one !== set), set],
  });

/** Takes a set of permissions back. */
export const revokePermissionSet: Change = (tx, { userId, set }) =>
  change(tx, userId, { action: 'PERMISSION_REVOKED', set, next: (sets) => sets.filter((one) => one !== set) });

interface Step {
  readonly action: AuditAction;
  readonly set: PermissionSet;
  readonly next: (sets: readonly PermissionSet[]) => PermissionSet[];
}

async function change(tx: Tx<Needed>, userId: string, { action, set, next }: Step): Promise<Account> {
  const user = await lockUser(tx, userId);
  const before = user.permissionSets ?? [];
  const after = next(before);
  if (after.length === before.length) return accountOf(user);
  user.permissionSets = after.length === 0 ? null : after;
  tx.record({ action, targetType: 'user', targetId: user.id, severity: 'HIGH', payload: { set } });
  await endSessions(tx, user, action);
  if (user.status === 'ACTIVE') await mailRightsChanged(tx, user);
  return accountOf(user);
}
