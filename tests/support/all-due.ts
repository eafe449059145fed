import type { Clock } from '../../src/services/kernel/clock.ts';
import type { AppEnvironment } from './environment.ts';
import { until } from './until.ts';

/** Does all jobs that are due by the clock, and those that they queue. */
export const doAllDue = ({ app, db }: Pick<AppEnvironment, 'app' | 'db'>, clock: Clock): Promise<void> =>
  until('nothing is left to do', async () => {
    await app.worker.runDue();
    const due = await db
      .selectFrom('job')
      .select('kind')
      .where('state', 'in', ['PENDING', 'RUNNING', 'RETRYING'])
      .where('run_at', '<=', clock.now())
      .execute();
    return due.length === 0;
  });
