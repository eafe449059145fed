import { instantFrom, numberFrom } from '../../orm/values.ts';
import type { ReadContext } from '../../context.ts';

/** How many jobs are due and not yet claimed, and for how long the oldest of them has been waiting. */
export async function measureJobs({
  db,
  now,
}: Pick<ReadContext, 'db' | 'now'>): Promise<{ waiting: number; lagSeconds: number }> {
  const row = await db
    .selectFrom('job')
    .select((eb) => [eb.fn.countAll().as('waiting'), eb.fn.min('run_at').as('oldest')])
    .where('state', 'in', ['PENDING', 'RETRYING'])
    .where('run_at', '<=', now)
    .executeTakeFirst();
  const waiting = numberFrom(row?.waiting);
  return {
    waiting,
    lagSeconds: waiting === 0 ? 0 : Math.max(0, now.getTime() - instantFrom(row?.oldest).getTime()) / 1_000,
  };
}
