import { DomainError } from '../../kernel/errors.ts';
import type { Operation } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { seedReminderSteps } from './first-steps.ts';
import { remind, type RemindNeeds } from './remind.ts';

export interface SendReminder {
  readonly invoiceId: string;
}

/**
 * Sends the next reminder of an overdue invoice now, by hand; answers the invoice's id. Refuses with `ACTION_NOT_ALLOWED` and the
 * reason: not overdue, disputed, a payment under way, no step left, nobody to write to.
 */
export const sendReminder: Operation<'run' | 'db' | 'derived', SendReminder, string> = async (ctx, { invoiceId }) => {
  await seedReminderSteps(ctx, undefined);
  await ctx.run(sendNow, { invoiceId, derived: ctx.derived });
  return invoiceId;
};

const sendNow = async (tx: RemindNeeds, input: SendReminder & { readonly derived: DerivedSecrets }): Promise<void> => {
  const done = await remind(tx, { ...input, isByHand: true });
  if (typeof done === 'string') throw new DomainError('ACTION_NOT_ALLOWED', { action: 'remind', because: done });
};
