import { Passkey } from '../../../entities/identity/passkey.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { UseCase } from '../../platform/context.ts';
import { myPasskeyOf, type MyPasskey } from './passkey-view.ts';

/** Calls a passkey of the current user by another name. Another’s is `NOT_FOUND`. */
export const renamePasskey: UseCase<'em' | 'actor', { readonly id: string; readonly name: string }, MyPasskey> = async (
  { em, actor },
  { id, name },
) => {
  const passkey = await em.findOne(Passkey, { id, user: personOf(actor) });
  if (passkey === null) throw new DomainError('NOT_FOUND');
  passkey.name = name;
  return myPasskeyOf(passkey);
};
