import { transition } from '../kernel/states.ts';
import type { UseCase } from '../platform/scope.ts';
import { mailWelcome } from './account-mails.ts';
import { accountOf, type Account } from './account.ts';
import { userActivated } from './events.ts';
import { redeemToken } from './one-time-tokens.ts';
import { userStates } from './user.states.ts';

type Needed = 'em' | 'now' | 'config' | 'emit' | 'enqueue' | 'record';

/** Opens an account with the link of its activation mail: the address is proven. */
export const activateAccount: UseCase<Needed, { readonly token: string }, Account> = async (scope, { token }) => {
  const user = await redeemToken(scope, token, 'ACTIVATION');
  transition(userStates, user, 'activate');
  user.activatedAt = scope.now;
  scope.record({ action: 'USER_ACTIVATED', targetType: 'user', targetId: user.id });
  scope.emit(userActivated, { userId: user.id });
  await mailWelcome(scope, user);
  return accountOf(user);
};
