import { DomainError } from '../../kernel/errors.ts';
import type { AppContext } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { chargeCard, type ChargeNeeds } from '../charge-card.ts';
import type { chargeCardTask } from './intent-jobs.ts';

/**
 * Finishes a payment by a saved card whose request was interrupted, or was not answered: the same payment is asked for under
 * the same key, so that the card is charged once. Tried again until the provider says what became of it.
 */
export async function lookAfterCharge(
  ctx: ChargeNeeds & Pick<AppContext, 'db'>,
  { paymentId }: PayloadOf<typeof chargeCardTask>,
): Promise<void> {
  if (!(await isUnanswered(ctx, paymentId))) return;
  await chargeCard(ctx, paymentId);
  if (await isUnanswered(ctx, paymentId)) throw new DomainError('PAYMENT_UNAVAILABLE', { paymentId });
}

async function isUnanswered({ db }: Pick<AppContext, 'db'>, paymentId: string): Promise<boolean> {
  const row = await db
    .selectFrom('payment')
    .select('id')
    .where('id', '=', paymentId)
    .where('provider_payment_id', 'is', null)
    .where('status', 'in', ['PENDING', 'UNKNOWN'])
    .executeTakeFirst();
  return row !== undefined;
}
