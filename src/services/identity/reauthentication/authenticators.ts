import type { IdentityProvider } from '../../../entities/identity/identity.entity.ts';
import { twoFactorMethods } from '../../../entities/identity/two-factor.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';
import type { Authenticators } from './reauthentication.policy.ts';

export interface AuthenticatorsOf {
  readonly userId: string;
  /** An identity at a provider that people may not sign in with here any more proves nothing. */
  readonly offered: readonly IdentityProvider[];
}

/** What a person has to reauthenticate by. `UNAUTHENTICATED` when there is no such person. */
export async function authenticatorsOf(db: Db, { userId, offered }: AuthenticatorsOf): Promise<Authenticators> {
  const factors = await db
    .selectFrom('two_factor')
    .select('method')
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .execute();
  const row = await db
    .selectFrom('user')
    .where('id', '=', userId)
    .select((user) => [
      'password_hash',
      user
        .selectFrom('passkey')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('user_id', '=', userId)
        .as('passkeys'),
      user
        .selectFrom('recovery_code')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('user_id', '=', userId)
        .where('used_at', 'is', null)
        .as('codes'),
    ])
    .executeTakeFirst();
  if (row === undefined) throw new DomainError('UNAUTHENTICATED');
  return {
    hasPassword: row.password_hash !== null,
    hasPasskey: numberFrom(row.passkeys ?? 0) > 0,
    hasRecoveryCode: numberFrom(row.codes ?? 0) > 0,
    hasIdentity: await hasIdentity(db, { userId, offered }),
    factors: twoFactorMethods.filter((method) => factors.some((factor) => factor.method === method)),
  };
}

async function hasIdentity(db: Db, { userId, offered }: AuthenticatorsOf): Promise<boolean> {
  if (offered.length === 0) return false;
  return (
    (await db
      .selectFrom('identity')
      .select('id')
      .where('user_id', '=', userId)
      .where('provider', 'in', [...offered])
      .limit(1)
      .executeTakeFirst()) !== undefined
  );
}
