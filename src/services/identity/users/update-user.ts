import type { Locale } from '../../kernel/locale.ts';
import type { UseCase } from '../../platform/context.ts';
import { accountOf, type Account } from '../account/account.ts';
import { lockUser } from './lock-user.ts';

/** What an admin may put right in another's account; what is absent stays. An address is changed by its person only. */
export interface UserUpdate {
  readonly userId: string;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly locale?: Locale | null;
}

/** An admin puts a name or a language right. The audit log keeps which, not what. */
export const updateUser: UseCase<'em' | 'record', UserUpdate, Account> = async (tx, { userId, ...wanted }) => {
  const user = await lockUser(tx, userId);
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined && value !== null);
  const changed = given.filter(([name, value]) => user[name as 'firstName' | 'lastName' | 'locale'] !== value);
  if (changed.length === 0) return accountOf(user);
  Object.assign(user, Object.fromEntries(changed));
  tx.record({
    action: 'USER_UPDATED',
    targetType: 'user',
    targetId: user.id,
    severity: 'MEDIUM',
    payload: { fields: changed.map(([name]) => name) },
  });
  return accountOf(user);
};
