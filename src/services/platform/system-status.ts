import type { ReadContext } from './context.ts';
import type { HealthState } from '../kernel/health.ts';
import { stateOfAll, type Examined, type Health } from './health.ts';
import { countDeadJobs, measureJobs } from './jobs/index.ts';

export interface SystemPart extends Omit<Examined, 'freeBytes'> {
  readonly name: string;
  readonly freeMegabytes: number | null;
}

export interface SystemStatus {
  readonly state: HealthState;
  readonly parts: readonly SystemPart[];
  readonly waitingJobs: number;
  readonly oldestWaitingSeconds: number;
  readonly deadJobs: number;
}

/** How the parts of the system are, as this process finds them, and how its jobs keep up. */
export async function systemStatus(
  ctx: Pick<ReadContext, 'db' | 'now'> & { readonly health: Health },
): Promise<SystemStatus> {
  const [examined, due, deadJobs] = await Promise.all([ctx.health.examine(), measureJobs(ctx), countDeadJobs(ctx)]);
  return {
    state: stateOfAll(examined),
    parts: [...examined].map(([name, { freeBytes, ...part }]) => ({
      ...part,
      name,
      freeMegabytes: freeBytes === undefined ? null : Math.floor(freeBytes / 2 ** 20),
    })),
    waitingJobs: due.waiting,
    oldestWaitingSeconds: Math.round(due.lagSeconds),
    deadJobs,
  };
}
