import { z } from 'zod';
import { localDateOf } from '../../kernel/format.ts';
import { isWorkingDay } from '../../kernel/working-days.ts';
import type { AppContext } from '../../platform/context.ts';
import { eachRowInPages, rowBatch } from '../../platform/each-row.ts';
import { defineTask } from '../../platform/task.ts';
import { seedReminderSteps } from './first-steps.ts';
import { remind } from './remind.ts';

/** At nine on working days: overdue invoices get the reminder that is due. */
export const remindOverdueTask = defineTask('billing.remind-overdue', z.object({}), { priority: 200 });

type RemindContext = Pick<AppContext, 'db' | 'run' | 'now' | 'config' | 'derived'>;

/** Each in a transaction of its own; what happens to one does not stop the others. Those that have had every step are not looked at. */
export async function remindOverdue(ctx: RemindContext): Promise<void> {
  if (!isWorkingDay(localDateOf(ctx.now, ctx.config.TIME_ZONE))) return;
  await seedReminderSteps(ctx, undefined);
  const steps = await ctx.db.selectFrom('reminder_step').select('id').where('is_enabled', '=', true).execute();
  await eachRowInPages(
    (after) => overdue(ctx, { after, steps: steps.length }),
    (invoiceId) => ctx.run(remind, { invoiceId, derived: ctx.derived, isByHand: false }),
  );
}

const overdue = ({ db }: RemindContext, { after, steps }: { readonly after: string; readonly steps: number }) =>
  db
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
    .limit(rowBatch)
    .execute();
