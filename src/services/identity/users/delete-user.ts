import type { PersonKeeper } from '../../platform/ports.ts';
import { DomainError } from '../../kernel/errors.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Operation, UseCase } from '../../platform/scope.ts';
import { lockReplaceable } from './lock-user.ts';
import { removePerson } from './remove-person.ts';
import { removalOf, type UserRemoval } from './user-removal.ts';
import { mailAccountDeleted } from './user-mails.ts';

/**
 * An admin deletes an account: for good when nothing must stay, pseudonymised when orders, payments or invoices name it.
 * Errors: NOT_FOUND, LAST_ADMIN, ACTION_NOT_ALLOWED while work is under way.
 */
export const deleteUser: Operation<'run' | 'personKeepers', { readonly userId: string }, UserRemoval> = ({ run, personKeepers }, { userId }) =>
  run(removeUser, { userId, personKeepers });

interface Deletion {
  readonly userId: string;
  readonly personKeepers: readonly PersonKeeper[];
}

type Needed = 'em' | 'actor' | 'now' | 'config' | 'record' | 'announce' | 'enqueue';

const removeUser: UseCase<Needed, Deletion, UserRemoval> = async (scope, { userId, personKeepers }) => {
  const user = await lockReplaceable(scope, userId);
  const removal = await removalOf({ ...scope, db: writing(scope.em).db }, userId, personKeepers);
  if (removal.openWork > 0) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'delete', openWork: removal.openWork });
  await mailAccountDeleted(scope, user, removal.outcome === 'PSEUDONYMISED');
  scope.record({
    action: 'USER_DELETED', targetType: 'user', targetId: user.id, severity: 'HIGH',
    payload: { outcome: removal.outcome, parts: Object.fromEntries(removal.parts.map(({ record, count }) => [record, count])) },
  });
  await removePerson(scope, user, { outcome: removal.outcome, personKeepers });
  return removal;
};
