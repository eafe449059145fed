import { transition } from '../../kernel/states.ts';
import type { UseCase } from '../../platform/context.ts';
import { accountOf, type Account } from '../account/account.ts';
import { userStates } from '../account/user.states.ts';
import { lockUser } from './lock-user.ts';
import { mailAccountRestored } from './user-mails.ts';

/** Lets a suspended person in again; they sign in anew. Errors: NOT_FOUND, ACTION_NOT_ALLOWED. */
export const restoreUser: UseCase<
  'em' | 'now' | 'config' | 'record' | 'enqueue',
  { readonly userId: string },
  Account
> = async (tx, { userId }) => {
  const user = await lockUser(tx, userId);
  transition(userStates, user, 'restore');
  tx.record({
    action: 'USER_STATUS_CHANGED',
    targetType: 'user',
    targetId: user.id,
    severity: 'HIGH',
    payload: { to: user.status },
  });
  await mailAccountRestored(tx, user);
  return accountOf(user);
};
