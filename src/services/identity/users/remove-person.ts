import { User } from '../../../entities/identity/user.entity.ts';
import type { PersonKeeper } from '../../platform/ports.ts';
import type { Needs } from '../../platform/scope.ts';
import { transition } from '../../kernel/states.ts';
import { endSessions } from '../end-sessions.ts';
import { forgetWaysIn } from '../forget-ways-in.ts';
import { userStates } from '../user.states.ts';
import type { UserRemoval } from './user-removal.ts';

interface Removing extends Pick<UserRemoval, 'outcome'> {
  readonly personKeepers: readonly PersonKeeper[];
}

/** Takes a person out of the house: every domain forgets what it may, and the account is deleted or names nobody any more. */
export async function removePerson(scope: Needs<'em' | 'actor' | 'now' | 'record' | 'announce' | 'enqueue'>, user: User, { outcome, personKeepers }: Removing): Promise<void> {
  await endSessions(scope, user, 'ACCOUNT_DELETED');
  for (const keeper of personKeepers) await keeper.forget?.(scope, user.id);
  if (outcome === 'PSEUDONYMISED') return pseudonymise(scope, user);
  // What is written of the person first: their row must not be written again once it is gone.
  await scope.em.flush();
  await scope.em.nativeDelete(User, { id: user.id });
}

/** The row stays for what refers to it; consents stay as proof. The address is one that nobody can have (RFC 2606). */
async function pseudonymise(scope: Needs<'em'>, user: User): Promise<void> {
  await forgetWaysIn(scope, { userId: user.id, email: user.email });
  transition(userStates, user, 'erase');
  Object.assign(user, {
    email: `${user.id}@erased.invalid`, firstName: 'Compte', lastName: 'supprimé', passwordHash: null, passwordVersion: user.passwordVersion + 1,
    phone: null, address: null, bio: null, avatarFileId: null, preferences: null, permissionSets: null,
  });
}
