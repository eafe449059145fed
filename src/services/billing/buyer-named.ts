import { User } from '../../entities/identity/user.entity.ts';
import { isCountry } from '../kernel/countries.ts';
import { fieldError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { Payer, PersonWithoutAccount } from '../kernel/payer.ts';
import type { Tx } from '../platform/context.ts';

/** Whom a document is written for. One of the two: a person with an account, or one without. */
export interface TypedBuyer {
  readonly buyerId?: string | null | undefined;
  readonly person?: TypedPerson | null | undefined;
}

type TypedPerson = Omit<PersonWithoutAccount, 'address'> & {
  readonly address?: PersonWithoutAccount['address'] | null;
};

export interface NamedBuyer {
  readonly buyer: Payer;
  /** Null for a person without an account. */
  readonly user: User | null;
}

/** Who that is. Refuses an account that is not there or was erased, both, and neither. */
export async function buyerNamed(tx: Tx<'em'>, { buyerId, person }: TypedBuyer): Promise<NamedBuyer> {
  if (Boolean(buyerId) === Boolean(person)) throw fieldError('input.buyerId', 'oneOfTwo');
  if (person) return { buyer: personTyped(person), user: null };
  const user = await userNamed(tx, buyerId ?? '');
  return { buyer: { userId: user.id }, user };
}

function personTyped({ address, ...who }: TypedPerson): PersonWithoutAccount {
  if (!address) return who;
  if (!isCountry(address.country)) throw fieldError('input.person.address.country', 'country');
  const { lines, postcode, city, country } = address;
  return { ...who, address: { lines, postcode, city, country } };
}

async function userNamed({ em }: Tx<'em'>, id: string): Promise<User> {
  const user = isId(id) ? await em.findOne(User, { id }) : null;
  if (user === null || user.status === 'ERASED') throw fieldError('input.buyerId', 'unknown');
  return user;
}
