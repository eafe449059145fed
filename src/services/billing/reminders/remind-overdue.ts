import { z } from 'zod';
import { localDateOf } from '../../kernel/format.ts';
import { isWorkingDay } from '../../kernel/working-days.ts';
import type { AppContext } from '../../platform/context.ts';
import { defineTask } from '../../platform/task.ts';
import { seedReminderSteps } from './first-steps.ts';
import { remind } from './remind.ts';

/** At nine on working days: overdue invoices get the reminder that is due. */
export const remindOverdueTask = defineTask('billing.remind-overdue', z.object({}), { priority: 200 });

const batch = 200;

type RemindContext = Pick<AppContext, 'db' | 'run' | 'now' | 'config' | 'derived'>;

/** Each in a transaction of its own; those that have had every step are not looked at. */
export async function remindOverdue(ctx: RemindContext): Promise<void> {
  if (!isWorkingDay(localDateOf(ctx.now, ctx.config.TIME_ZONE))) return;
  await seedReminderSteps(ctx, undefined);
  const steps = await ctx.db.selectFrom('reminder_step').select('id').where('is_enabled', '=', true).execute();
  for (let after = ''; ;) {
    const ids = await overdue(ctx, { after, steps: steps.length });
    for (const invoiceId of ids) await ctx.run(remind, { invoiceId, derived: ctx.derived, isByHand: false });
    const last = ids.at(-1);
    if (last === undefined || ids.length < batch) return;
    after = last;
  }
}

async function overdue({ db }: RemindContext, { after, steps }: { after: string; steps: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('invoice')
    .select('id')
    .where('status', '=', 'OVERDUE')
    .where('id', '>', after)
    .where(
      ({ selectFrom, fn }) =>
        selectFrom('reminder')
          .whereRef('reminder.invoice_id', '=', 'invoice.id')
          .select(fn.countAll<number>().as('sent')),
      '<',
      steps,
    )
    .orderBy('id')
    .limit(batch)
    .execute();
  return rows.map(({ id }) => id);
}
