import type { AppContext } from '../../platform/context.ts';
import { eachRow } from '../../platform/each-row.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { completeOverdueTask } from './managing-jobs.ts';
import { completeByItself, silenceMs } from './attendance.ts';

const mostAtOnce = 500;

/** Appointments that ended a day ago, and of which nobody said anything. */
export async function completeOverdue(
  { run, db, now }: Pick<AppContext, 'run' | 'db' | 'now'>,
  _: PayloadOf<typeof completeOverdueTask>,
): Promise<void> {
  const over = await db
    .selectFrom('booking')
    .select('id')
    .where('status', '=', 'CONFIRMED')
    .where('ends_at', '<=', new Date(now.getTime() - silenceMs))
    .orderBy('ends_at')
    .limit(mostAtOnce)
    .execute();
  await eachRow(over, (id) => run(completeByItself, id));
}
