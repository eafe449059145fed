import { PaymentMethod } from '../../entities/billing/payment-method.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { Tx, UseCase } from '../platform/context.ts';
import { passCardOn, renewsPlan } from './plans/card-of-plan.ts';
import { lockCustomer } from './process-card-event.ts';
import { activeCards, chooseDefault, forgetCard } from './save-card.ts';

export interface ChangeCard {
  readonly paymentMethodId: string;
}

/** A card of the caller with their other ones, which nobody else changes until the commit. */
async function ownCard(
  tx: Tx<'em' | 'actor'>,
  { paymentMethodId }: ChangeCard,
): Promise<{ card: PaymentMethod; cards: PaymentMethod[] }> {
  const personId = personOf(tx.actor);
  const found = isId(paymentMethodId)
    ? await tx.em.findOne(PaymentMethod, { id: paymentMethodId, person: personId, isActive: true })
    : null;
  if (found === null) throw new DomainError('NOT_FOUND');
  await lockCustomer(tx, { provider: found.provider, person: personId });
  const cards = await activeCards(tx, personId);
  const card = cards.find(({ id }) => id === paymentMethodId);
  if (card === undefined) throw new DomainError('NOT_FOUND');
  return { card, cards };
}

/** Makes a card the one that is proposed first. */
export const setDefaultPaymentMethod: UseCase<'em' | 'actor' | 'record', ChangeCard, PaymentMethod> = async (
  tx,
  input,
) => {
  const { card, cards } = await ownCard(tx, input);
  if (card.defaultFor !== null) return card;
  for (const other of cards) other.defaultFor = null;
  // One default each, by a unique column: the old one gives it up first.
  await tx.em.flush();
  card.defaultFor = card.person.id;
  tx.record({
    action: 'PAYMENT_METHOD_CHOSEN',
    targetType: 'user',
    targetId: card.person.id,
    payload: { paymentMethodId: card.id },
  });
  return card;
};

/**
 * Removes a card; the provider forgets it after the commit. The newest of the others takes its place as the default. Refuses with
 * `PAYMENT_METHOD_IN_USE` while a plan is renewed by it.
 */
export const removePaymentMethod: UseCase<'em' | 'actor' | 'record' | 'enqueue', ChangeCard, PaymentMethod> = async (
  tx,
  input,
) => {
  const { card, cards } = await ownCard(tx, input);
  if (await renewsPlan(tx, card)) throw new DomainError('PAYMENT_METHOD_IN_USE');
  await passCardOn(tx, { personId: card.person.id, from: [card.id], to: null });
  forgetCard(tx, card);
  await tx.em.flush();
  chooseDefault(cards, card.person.id);
  tx.record({
    action: 'PAYMENT_METHOD_REMOVED',
    targetType: 'user',
    targetId: card.person.id,
    payload: { paymentMethodId: card.id },
  });
  return card;
};
