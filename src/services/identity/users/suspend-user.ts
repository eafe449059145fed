import { transition } from '../../kernel/states.ts';
import type { UseCase } from '../../platform/context.ts';
import { accountOf, type Account } from '../account/account.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { userStates } from '../account/user.states.ts';
import { lockReplaceable } from './lock-user.ts';
import { mailAccountSuspended } from './user-mails.ts';

type Needed = 'em' | 'now' | 'config' | 'record' | 'publish' | 'enqueue';

/** Keeps a person out; their sessions end at once. Nothing of theirs is lost. Errors: NOT_FOUND, LAST_ADMIN, ACTION_NOT_ALLOWED. */
export const suspendUser: UseCase<Needed, { readonly userId: string }, Account> = async (tx, { userId }) => {
  const user = await lockReplaceable(tx, userId);
  transition(userStates, user, 'suspend');
  tx.record({
    action: 'USER_STATUS_CHANGED',
    targetType: 'user',
    targetId: user.id,
    severity: 'HIGH',
    payload: { to: user.status },
  });
  await endSessions(tx, user, 'SUSPENDED');
  await mailAccountSuspended(tx, user);
  return accountOf(user);
};
