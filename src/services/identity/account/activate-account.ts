import { transition } from '../../kernel/states.ts';
import type { UseCase } from '../../platform/context.ts';
import { mailWelcome } from './account-mails.ts';
import { accountOf, type Account } from './account.ts';
import { userActivated } from '../events.ts';
import { redeemToken } from '../one-time-tokens.ts';
import { dropRegistrations } from './registrations/drop-registrations.ts';
import { createRegisteredUser } from './registrations/open-registered.ts';
import { userStates } from './user.states.ts';

type Needed = 'em' | 'now' | 'config' | 'emit' | 'enqueue' | 'record';

/** Opens an account with the link of its activation mail: the address is proven. Other registrations of the address are dropped. */
export const activateAccount: UseCase<Needed, { readonly token: string }, Account> = async (tx, { token }) => {
  const user = (await createRegisteredUser(tx, token)) ?? (await redeemToken(tx, token, 'ACTIVATION'));
  await dropRegistrations(tx, user.email);
  transition(userStates, user, 'activate');
  user.activatedAt = tx.now;
  tx.record({ action: 'USER_ACTIVATED', targetType: 'user', targetId: user.id });
  tx.emit(userActivated, { userId: user.id });
  await mailWelcome(tx, user);
  return accountOf(user);
};
