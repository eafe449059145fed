import { PaymentFailure } from '../adapters/payments/port.ts';
import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import type { Keyed } from '../platform/request-keys.ts';
import type { AppContext } from '../platform/context.ts';
import { formProvider } from './create-payment-intent.ts';
import { customerOf } from './payment-customer.ts';
import { mostCards } from './save-card.ts';

/** A form of the front-end that saves a card. */
export interface CardSetupForm {
  readonly clientSecret: string;
  readonly publishableKey: string;
}

type SetupNeeds = Pick<AppContext, 'run' | 'payments' | 'db' | 'actor' | 'log' | 'note'>;

/**
 * Begins to save a card of the caller, in a form of the front-end; the provider's event brings the card. The same key begins
 * the same one. Refuses with `TOO_MANY_CARDS { most }`, and `PAYMENT_UNAVAILABLE` when the provider does not answer.
 */
export async function beginCardSetup(ctx: SetupNeeds, { key }: Keyed): Promise<CardSetupForm> {
  const personId = personOf(ctx.actor);
  const { cards, provider } = formProvider(ctx);
  await requireFewer(ctx, personId);
  try {
    const customerId = await customerOf(ctx, cards, { personId, provider });
    const { clientSecret } = await cards.beginSetup({ customerId, key: `${personId}:${key ?? newId()}` });
    await ctx.note({ action: 'CARD_SETUP_BEGUN', targetType: 'user', targetId: personId });
    return { clientSecret, publishableKey: cards.publishableKey };
  } catch (error) {
    if (!(error instanceof PaymentFailure)) throw error;
    ctx.log.warn({ kind: error.kind, reason: error.reason }, 'card setup not begun');
    throw new DomainError('PAYMENT_UNAVAILABLE', {}, { cause: error });
  }
}

async function requireFewer({ db }: Pick<SetupNeeds, 'db'>, personId: string): Promise<void> {
  const { count } = await db
    .selectFrom('payment_method')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('is_active', '=', true)
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostCards) throw new DomainError('TOO_MANY_CARDS', { most: mostCards });
}
