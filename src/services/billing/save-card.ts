import { LockMode } from '@mikro-orm/core';
import { PaymentMethod } from '../../entities/billing/payment-method.entity.ts';
import type { PaymentCustomer } from '../../entities/billing/payment-customer.entity.ts';
import type { ProviderCard } from '../adapters/payments/port.ts';
import type { Tx } from '../platform/context.ts';
import { passCardOn } from './plans/card-of-plan.ts';
import { detachCardTask } from './tasks/card-jobs.ts';

/** More are not saved. */
export const mostCards = 20;

type SaveContext = Tx<'em' | 'enqueue' | 'record'>;

/** The cards of a person that were not removed, oldest first. Their customer's row is locked by the caller, who changes them. */
export const activeCards = ({ em }: Tx<'em'>, personId: string): Promise<PaymentMethod[]> =>
  em.find(
    PaymentMethod,
    { person: personId, isActive: true },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );

/**
 * Remembers a card as it was just read. The first one is the default; one with the same fingerprint takes the place of the
 * older one, for renewals of plans too, and the provider forgets that one. One that its owner removed here stays removed.
 */
export async function saveCard(tx: SaveContext, customer: PaymentCustomer, card: ProviderCard): Promise<void> {
  const { em } = tx;
  const { provider } = customer;
  const known = await em.findOne(PaymentMethod, { provider, providerMethodId: card.methodId });
  if (known !== null) {
    Object.assign(known, factsOf(card));
    return;
  }
  const others = await activeCards(tx, customer.person.id);
  const replaced = others.filter(({ fingerprint }) => fingerprint !== null && fingerprint === card.fingerprint);
  if (others.length - replaced.length >= mostCards) return refuseCard(tx, customer, card);
  const isDefault = others.length === 0 || replaced.some(({ defaultFor }) => defaultFor !== null);
  for (const old of replaced) forgetCard(tx, old);
  // The default is one row: the old one gives it up first.
  await em.flush();
  const saved = em.create(PaymentMethod, {
    person: customer.person,
    provider,
    providerMethodId: card.methodId,
    ...factsOf(card),
    defaultFor: isDefault ? customer.person.id : null,
  });
  await em.flush();
  await passCardOn(tx, { personId: customer.person.id, from: replaced.map(({ id }) => id), to: saved.id });
  tx.record({
    action: 'PAYMENT_METHOD_SAVED',
    targetType: 'user',
    targetId: customer.person.id,
    payload: { paymentMethodId: saved.id, replaces: replaced.map(({ id }) => id) },
  });
}

const factsOf = ({ brand, last4, expMonth, expYear, fingerprint }: ProviderCard) => ({
  brand,
  last4,
  expMonth,
  expYear,
  fingerprint,
});

/** Somebody saved cards faster than they were counted: this one is forgotten again. */
function refuseCard(tx: SaveContext, { provider, person }: PaymentCustomer, { methodId }: ProviderCard): void {
  detach(tx, { provider, providerMethodId: methodId });
  tx.record({
    action: 'PAYMENT_METHOD_SAVED',
    outcome: 'FAILURE',
    targetType: 'user',
    targetId: person.id,
    payload: { most: mostCards },
  });
}

/** The card is of no use any more; the provider forgets it after the commit. */
export function forgetCard(tx: Tx<'enqueue'>, card: PaymentMethod): void {
  card.isActive = false;
  card.defaultFor = null;
  detach(tx, card);
}

export const detach = (
  { enqueue }: Tx<'enqueue'>,
  { provider, providerMethodId }: Pick<PaymentMethod, 'provider' | 'providerMethodId'>,
): void =>
  enqueue(
    detachCardTask,
    { provider, providerMethodId },
    { dedupeKey: `${detachCardTask.kind}:${provider}:${providerMethodId}` },
  );

/** Where the default was removed, the newest card takes its place. */
export function chooseDefault(cards: readonly PaymentMethod[], personId: string): void {
  const active = cards.filter(({ isActive }) => isActive);
  const newest = active.at(-1);
  if (newest !== undefined && !active.some(({ defaultFor }) => defaultFor !== null)) newest.defaultFor = personId;
}
