import { forgetDelivery } from '../../notifications/index.ts';
import { RetryLater } from '../../platform/jobs/index.ts';
import { forgetTraces } from '../../platform/orm/forget-traces.ts';
import type { Operation } from '../../platform/context.ts';
import type { emptyTracesTask } from './definitions.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { forgetReceiptMailTask } from './definitions.ts';

export const emptyTraces: Operation<'db', PayloadOf<typeof emptyTracesTask>, void> = async ({ db }) => {
  if (!(await forgetTraces(db))) throw new RetryLater(2_000, 'Somebody is writing');
};

export const forgetReceiptMail: Operation<'run' | 'db', PayloadOf<typeof forgetReceiptMailTask>, void> = async (
  ctx,
  input,
) => {
  if (!(await ctx.run(forgetDelivery, input))) throw new RetryLater(3_600_000, 'The mail has not left yet');
  await emptyTraces(ctx, {});
};
