import { billables } from './billables.ts';
import { auditTasks } from './services/audit/index.ts';
import { billingTasks } from './services/billing/index.ts';
import { filesTasks } from './services/files/index.ts';
import { identityTasks } from './services/identity/index.ts';
import { messagingTasks } from './services/messaging/index.ts';
import { notificationTasks } from './services/notifications/index.ts';
import { orderTasks } from './services/orders/index.ts';
import { privacyTasks } from './services/privacy/index.ts';
import { pruneTask, task, type Task } from './services/platform/jobs/index.ts';
import type { JobType, AppContext } from './services/platform/context.ts';

/** A kind of job and what does it, as the domains list them. It must be idempotent. */
interface DomainTask {
  readonly job: JobType;
  readonly handle: (ctx: AppContext, payload: never) => Promise<void>;
}

const domainTasks: readonly DomainTask[] = [
  ...auditTasks,
  ...filesTasks,
  ...identityTasks,
  ...messagingTasks,
  ...notificationTasks,
  ...orderTasks,
  ...billingTasks(billables),
  ...privacyTasks,
];

/** Everything that is done after commit, domain by domain. Part of the composition root. */
export const tasks: readonly Task[] = [
  pruneTask,
  ...domainTasks.map(({ job, handle }) => task(job, (ctx, payload) => handle(ctx, payload as never))),
];
