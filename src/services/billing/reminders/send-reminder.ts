import { DomainError } from '../../kernel/errors.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { onceByKey, type Keyed } from '../../platform/request-keys.ts';
import { seedReminderSteps } from './first-steps.ts';
import { remind, type RemindNeeds } from './remind.ts';

export interface SendReminder extends Keyed {
  readonly invoiceId: string;
}

/**
 * Sends the next reminder of an overdue invoice now, by hand; answers the invoice's id. Refuses with `ACTION_NOT_ALLOWED` and the
 * reason: not overdue, disputed, a payment under way, no step left, nobody to write to.
 */
export const sendReminder: Operation<'run' | 'db' | 'derived', SendReminder, string> = async (ctx, input) => {
  await seedReminderSteps(ctx, undefined);
  await ctx.run(sendOnce, { ...input, derived: ctx.derived });
  return input.invoiceId;
};

type Sending = SendReminder & { readonly derived: DerivedSecrets };

const sendOnce = (tx: RemindNeeds & Tx<'actor'>, { key, derived, invoiceId }: Sending): Promise<object> =>
  onceByKey<object>(
    tx,
    { operation: 'sendReminder', key, content: { invoiceId } },
    {
      first: () => sendNow(tx, { invoiceId, derived }),
      again: async (id) => ({ id }),
    },
  );

async function sendNow(tx: RemindNeeds, input: Omit<Sending, 'key'>) {
  const done = await remind(tx, { ...input, isByHand: true });
  if (typeof done === 'string') throw new DomainError('ACTION_NOT_ALLOWED', { action: 'remind', because: done });
  await tx.em.flush();
  return done;
}
