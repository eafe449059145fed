import { transition } from '../../kernel/states.ts';
import type { UseCase } from '../../platform/scope.ts';
import { accountOf, type Account } from '../account.ts';
import { userStates } from '../user.states.ts';
import { lockUser } from './lock-user.ts';
import { mailAccountRestored } from './user-mails.ts';

/** Lets a suspended person in again; they sign in anew. Errors: NOT_FOUND, ACTION_NOT_ALLOWED. */
export const restoreUser: UseCase<
  'em' | 'now' | 'config' | 'record' | 'enqueue',
  { readonly userId: string },
  Account
> = async (scope, { userId }) => {
  const user = await lockUser(scope, userId);
  transition(userStates, user, 'restore');
  scope.record({
    action: 'USER_STATUS_CHANGED',
    targetType: 'user',
    targetId: user.id,
    severity: 'HIGH',
    payload: { to: user.status },
  });
  await mailAccountRestored(scope, user);
  return accountOf(user);
};
