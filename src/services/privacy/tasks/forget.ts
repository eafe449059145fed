import { forgetDelivery } from '../../notifications/index.ts';
import { RetryLater } from '../../platform/jobs/index.ts';
import { forgetTraces } from '../../platform/orm/forget-traces.ts';
import type { Operation } from '../../platform/context.ts';
import type { emptyTracesJob } from './jobs.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { forgetReceiptMailJob } from './jobs.ts';

export const emptyTraces: Operation<'db', PayloadOf<typeof emptyTracesJob>, void> = async ({ db }) => {
  if (!(await forgetTraces(db))) throw new RetryLater(2_000, 'Somebody is writing');
};

export const forgetReceiptMail: Operation<'run' | 'db', PayloadOf<typeof forgetReceiptMailJob>, void> = async (
  ctx,
  input,
) => {
  if (!(await ctx.run(forgetDelivery, input))) throw new RetryLater(3_600_000, 'The mail has not left yet');
  await emptyTraces(ctx, {});
};
