import type { AppContext } from './context.ts';
import type { HealthState } from '../kernel/health.ts';
import { demoStatus, type DemoStatus } from './demo.ts';
import { stateOfAll, type Examined } from './health.ts';
import { countDeadJobs, measureJobs } from './jobs/index.ts';

export interface SystemPart extends Omit<Examined, 'freeBytes' | 'details'> {
  readonly name: string;
  readonly freeMegabytes: number | null;
  /** Of what is done now and then: a backup, a restore for practice. */
  readonly lastDoneAt: Date | null;
}

export interface SystemStatus {
  readonly state: HealthState;
  readonly parts: readonly SystemPart[];
  readonly waitingJobs: number;
  readonly oldestWaitingSeconds: number;
  readonly deadJobs: number;
  /** Null for an installation that has a business of its own. */
  readonly demo: DemoStatus | null;
}

/** How the parts of the system are, as this process finds them, and how its jobs keep up. */
export async function systemStatus(
  ctx: Pick<AppContext, 'db' | 'now' | 'actor' | 'config' | 'health' | 'demo'>,
): Promise<SystemStatus> {
  const [examined, due, deadJobs] = await Promise.all([ctx.health.examine(), measureJobs(ctx), countDeadJobs(ctx)]);
  return {
    state: stateOfAll(examined),
    parts: [...examined].map(([name, { freeBytes, details, ...part }]) => ({
      ...part,
      name,
      freeMegabytes: freeBytes === undefined ? null : Math.floor(freeBytes / 2 ** 20),
      lastDoneAt: typeof details?.['at'] === 'string' ? new Date(details['at']) : null,
    })),
    waitingJobs: due.waiting,
    oldestWaitingSeconds: Math.round(due.lagSeconds),
    deadJobs,
    demo: demoStatus(ctx),
  };
}
