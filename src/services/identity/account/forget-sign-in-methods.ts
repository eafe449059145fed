import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';

/** How much of each kind went. */
export interface ForgottenSignInMethods {
  readonly sessions: number;
  readonly tokens: number;
}

/**
 * Takes away everything by which somebody could come in again, and what it says about them: sessions, mailed tokens,
 * registrations that wait, second factors with the keys of their seeds, trusted devices, identities at providers, passkeys.
 */
export async function forgetSignInMethods(
  { em }: Tx<'em'>,
  { userId, email }: { userId: string; email: string },
): Promise<ForgottenSignInMethods> {
  const { db } = writing(em);
  const seeds = await db
    .selectFrom('two_factor')
    .select('data_key_id as id')
    .where('user_id', '=', userId)
    .where('data_key_id', 'is not', null)
    .execute();
  for (const { id } of seeds)
    await db
      .deleteFrom('data_key')
      .where('id', '=', id as string)
      .execute();
  const tables = [
    'two_factor',
    'two_factor_challenge',
    'recovery_code',
    'trusted_device',
    'identity',
    'passkey',
    'passkey_challenge',
  ] as const;
  for (const table of tables) await db.deleteFrom(table).where('user_id', '=', userId).execute();
  await db
    .deleteFrom('oauth_flow')
    .where((eb) => eb.or([eb('user_id', '=', userId), eb('email', '=', email)]))
    .execute();
  // Also those of others that name the address: a change to it that was never confirmed.
  const tokens = await db
    .deleteFrom('one_time_token')
    .where((eb) => eb.or([eb('user_id', '=', userId), eb('email', '=', email), eb('new_email', '=', email)]))
    .executeTakeFirst();
  const registrations = await db.deleteFrom('pending_registration').where('email', '=', email).executeTakeFirst();
  const sessions = await db.deleteFrom('session').where('user_id', '=', userId).executeTakeFirst();
  return {
    sessions: Number(sessions.numDeletedRows),
    tokens: Number(tokens.numDeletedRows) + Number(registrations.numDeletedRows),
  };
}
