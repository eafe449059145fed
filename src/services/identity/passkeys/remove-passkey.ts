import { Passkey } from '../../../entities/identity/passkey.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { UseCase } from '../../platform/context.ts';
import { dropIdleCodes } from '../second-factor/recovery-codes.ts';
import { revokeMethod, requireAnotherSignInMethod, lockPerson } from '../account/sign-in-methods.ts';
import { myPasskeyOf, passkeyText, type MyPasskey } from './passkey-view.ts';

/** Forgets a passkey of the current user, and ends their other sessions; with the last one, and no second factor, their recovery codes go too. `SIGN_IN_METHOD_NEEDED` when it is their last sign-in method; another’s is `NOT_FOUND`. */
export const removePasskey: UseCase<
  'em' | 'actor' | 'now' | 'config' | 'record' | 'publish' | 'enqueue',
  { readonly id: string },
  MyPasskey
> = async (tx, { id }) => {
  const user = await lockPerson(tx, personOf(tx.actor));
  const passkey = await tx.em.findOne(Passkey, { id, user: user.id });
  if (passkey === null) throw new DomainError('NOT_FOUND');
  await requireAnotherSignInMethod(tx, user);
  await tx.em.nativeDelete(Passkey, { id: passkey.id });
  await dropIdleCodes(tx, user);
  tx.record({
    action: 'PASSKEY_REMOVED',
    targetType: 'user',
    targetId: user.id,
    severity: 'MEDIUM',
    payload: { passkeyId: id },
  });
  await revokeMethod(tx, user, { key: id, method: passkeyText(passkey.name, user.locale) });
  return myPasskeyOf(passkey);
};
