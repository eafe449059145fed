import { User } from '../../../entities/identity/user.entity.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { normalEmail } from '../account/email-address.ts';
import { freshToken, type FreshToken } from '../one-time-tokens.ts';
import { generatedPassword } from '../seed.ts';
import { enter } from './create-user.ts';

/** Somebody for whom something is made, by their address. */
export interface NamedPerson {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly locale: Locale;
}

/** What an invitation needs that is made outside a transaction. */
export interface PreparedInvitation {
  readonly passwordHash: string;
  readonly token: FreshToken;
}

export const prepareCustomerInvitation = async ({
  passwords,
  derived,
}: Pick<AppContext, 'passwords' | 'derived'>): Promise<PreparedInvitation> => ({
  passwordHash: await passwords.hash(generatedPassword()),
  token: freshToken(derived),
});

/** The id of the account of an address; where there is none, a customer is invited as an admin invites somebody. */
export async function findOrInvite(
  tx: Tx<'em' | 'actor' | 'now' | 'config' | 'emit' | 'enqueue' | 'record'>,
  person: NamedPerson,
  prepared: PreparedInvitation,
): Promise<string> {
  const email = normalEmail(person.email);
  const known = await tx.em.findOne(User, { email });
  if (known !== null) return known.id;
  const { id } = await enter(tx, { ...person, ...prepared, email, role: 'CUSTOMER' });
  return id;
}
