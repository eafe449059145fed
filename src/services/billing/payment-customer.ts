import { LockMode } from '@mikro-orm/core';
import { PaymentCustomer } from '../../entities/billing/payment-customer.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import type { CardsPort } from '../adapters/payments/port.ts';
import type { AppContext, Tx } from '../platform/context.ts';

interface PersonAtProvider {
  readonly personId: string;
  readonly provider: string;
}

/**
 * The provider's customer of a person, made when there is none. The row is written first and its id is the idempotency key,
 * so that asking again repairs whatever a crash left in between. Throws the provider's `PaymentFailure`.
 */
export async function customerOf(
  { run }: Pick<AppContext, 'run'>,
  cards: CardsPort,
  person: PersonAtProvider,
): Promise<string> {
  const { id, email, providerCustomerId } = await run(findOrAdd, person);
  if (providerCustomerId !== null) return providerCustomerId;
  const made = await cards.createCustomer({ reference: id, email });
  return run(storeCustomer, { id, providerCustomerId: made });
}

interface KnownCustomer {
  readonly id: string;
  readonly email: string;
  readonly providerCustomerId: string | null;
}

/** The person's row is locked: two requests at once find one customer. */
async function findOrAdd({ em }: Tx<'em'>, { personId, provider }: PersonAtProvider): Promise<KnownCustomer> {
  const person = await em.findOneOrFail(User, { id: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const customer =
    (await em.findOne(PaymentCustomer, { person, provider })) ?? em.create(PaymentCustomer, { person, provider });
  await em.flush();
  return { id: customer.id, email: person.email, providerCustomerId: customer.providerCustomerId ?? null };
}

async function storeCustomer(
  { em }: Tx<'em'>,
  { id, providerCustomerId }: { id: string; providerCustomerId: string },
): Promise<string> {
  const customer = await em.findOneOrFail(PaymentCustomer, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  customer.providerCustomerId ??= providerCustomerId;
  return customer.providerCustomerId;
}
