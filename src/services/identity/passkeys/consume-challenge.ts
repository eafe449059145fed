import { fingerprint } from '../../kernel/ids.ts';
import { numberFrom, writing } from '../../platform/orm/values.ts';
import type { UseCase } from '../../platform/context.ts';
import type { PasskeyBinding } from './store-challenge.ts';

/** Uses a challenge up: true for exactly one taker, in time, for the purpose, the person and the session or sign-in it was made for. */
export const consumeChallenge: UseCase<'em' | 'now', PasskeyBinding & { readonly challenge: string }, boolean> = async (
  { em, now },
  { challenge, purpose, userId, askedBy },
) => {
  const result = await writing(em)
    .db.updateTable('passkey_challenge')
    .set({ used_at: now })
    .where('challenge_hash', '=', fingerprint(challenge))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('user_id', userId === null ? 'is' : '=', userId)
    .where('asked_by', askedBy === null ? 'is' : '=', askedBy)
    .executeTakeFirst();
  return numberFrom(result.numUpdatedRows) === 1;
};
