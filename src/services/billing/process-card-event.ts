import { LockMode } from '@mikro-orm/core';
import { PaymentCustomer } from '../../entities/billing/payment-customer.entity.ts';
import { PaymentMethod } from '../../entities/billing/payment-method.entity.ts';
import { capabilityOf, type CardsPort, type EventSubject, type ProviderCard } from '../adapters/payments/port.ts';
import { DomainError } from '../kernel/errors.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { AppContext, Tx } from '../platform/context.ts';
import { claimEvent, ignoreEvent, type EventKey } from './claim-event.ts';
import { passCardOn } from './plans/card-of-plan.ts';
import type { ProcessingResult } from './process-reading.ts';
import { activeCards, chooseDefault, saveCard } from './save-card.ts';

type CardSubject = Extract<EventSubject, { readonly kind: 'CARD' | 'CARD_SETUP' }>;

interface CardEvent {
  readonly event: EventKey;
  readonly subject: CardSubject;
}

/**
 * An event about a card: the card is read again, and what is shown counts. A card of a customer who is not known here is
 * waited for; one that belongs to nobody and was never ours is ignored.
 */
export async function processCardEvent(
  ctx: Pick<AppContext, 'run' | 'payments'>,
  { event, subject }: CardEvent,
): Promise<ProcessingResult> {
  const cards = capabilityOf(ctx.payments, event.provider, 'cards');
  if (cards === undefined) throw new DomainError('PAYMENT_UNAVAILABLE', { provider: event.provider });
  const methodId = await methodOf(cards, subject);
  const card = methodId === null ? undefined : await cards.readCard(methodId);
  // A card that was forgotten belongs to nobody: one that still does was read too early.
  if (isForgotten(subject) && card !== undefined && card.customerId !== null)
    throw new DomainError('PAYMENT_UNAVAILABLE', { methodId });
  crashPoint('after-card-read');
  return ctx.run(applyCard, { event, methodId, card });
}

const methodOf = async (cards: CardsPort, subject: CardSubject): Promise<string | null> =>
  subject.kind === 'CARD' ? subject.methodId : ((await cards.readSetup(subject.setupId))?.methodId ?? null);

const isForgotten = (subject: CardSubject): boolean => subject.kind === 'CARD' && subject.isDetached;

interface ReadCard {
  readonly event: EventKey;
  /** Null for a card that was not saved. */
  readonly methodId: string | null;
  readonly card: ProviderCard | undefined;
}

/** Locks: event, customer, cards. */
async function applyCard(
  tx: Tx<'em' | 'now' | 'enqueue' | 'record'>,
  { event, methodId, card }: ReadCard,
): Promise<ProcessingResult> {
  if (!(await claimEvent(tx, event))) return 'ALREADY';
  const { provider } = event;
  if (card !== undefined && card.customerId !== null) {
    const customer = await lockCustomer(tx, { provider, providerCustomerId: card.customerId });
    // Our own row may still be on its way.
    if (customer === null) throw new DomainError('NOT_FOUND', { customerId: card.customerId });
    await saveCard(tx, customer, card);
    return 'APPLIED';
  }
  const known = methodId === null ? null : await tx.em.findOne(PaymentMethod, { provider, providerMethodId: methodId });
  if (known === null) {
    await ignoreEvent(tx, event);
    return 'IGNORED';
  }
  await removeDetached(tx, known);
  return 'APPLIED';
}

/** Somebody removed it at the provider. */
async function removeDetached(tx: Tx<'em' | 'record'>, known: PaymentMethod): Promise<void> {
  await lockCustomer(tx, { provider: known.provider, person: known.person.id });
  if (!known.isActive) return;
  const cards = await activeCards(tx, known.person.id);
  await passCardOn(tx, { personId: known.person.id, from: [known.id], to: null });
  known.isActive = false;
  known.defaultFor = null;
  await tx.em.flush();
  chooseDefault(cards, known.person.id);
  tx.record({
    action: 'PAYMENT_METHOD_REMOVED',
    targetType: 'user',
    targetId: known.person.id,
    payload: { paymentMethodId: known.id, at: known.provider },
  });
}

/** Whoever changes a person's cards holds their customer. */
export const lockCustomer = (
  { em }: Tx<'em'>,
  where: { provider: string } & ({ providerCustomerId: string } | { person: string }),
): Promise<PaymentCustomer | null> => em.findOne(PaymentCustomer, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
