import { archiveModule } from './services/archive/module.ts';
import { auditModule } from './services/audit/module.ts';
import { backupsModule } from './services/backups/module.ts';
import { billingModule } from './services/billing/module.ts';
import { calendarsModule } from './services/calendars/module.ts';
import { catalogModule } from './services/catalog/module.ts';
import { contentModule } from './services/content/module.ts';
import { filesModule } from './services/files/module.ts';
import { identityModule } from './services/identity/module.ts';
import { insightsModule } from './services/insights/module.ts';
import { syncConversationTask } from './services/messaging/index.ts';
import { messagingModule } from './services/messaging/module.ts';
import { notificationsModule } from './services/notifications/module.ts';
import { guestOrderAttached, orderAssigned, orderDeclined, orderUnassigned } from './services/orders/index.ts';
import { ordersModule } from './services/orders/module.ts';
import { platformModule } from './services/platform/jobs/module.ts';
import { subscribe, type AppContext } from './services/platform/context.ts';
import { membersOf, type Module, type SeedOptions } from './services/platform/module.ts';
import { inRetentionOrder } from './services/platform/retention.ts';
import { privacyModule } from './services/privacy/module.ts';
import { consultationRequested } from './services/scheduling/index.ts';
import { schedulingModule } from './services/scheduling/module.ts';
import { supportModule } from './services/support/module.ts';

/** Every domain, in the order of an erasure (the keys of files first, the account last) and, phase by phase, of a retention run. */
export const modules: readonly Module[] = [
  filesModule,
  messagingModule,
  notificationsModule,
  catalogModule,
  contentModule,
  ordersModule,
  supportModule,
  calendarsModule,
  schedulingModule,
  archiveModule,
  insightsModule,
  backupsModule,
  billingModule,
  privacyModule,
  platformModule,
  auditModule,
  identityModule,
];

export const tasks = membersOf(modules, 'tasks').flat();
export const subscriptions = [
  ...membersOf(modules, 'subscriptions').flat(),
  // Products do not know one another: what one does about an event of another is tied here.
  subscribe(orderAssigned, syncConversationTask),
  subscribe(orderUnassigned, syncConversationTask),
  subscribe(orderDeclined, syncConversationTask),
  subscribe(guestOrderAttached, syncConversationTask),
  subscribe(consultationRequested, syncConversationTask),
];
export const schedules = membersOf(modules, 'schedules').flat();
export const metrics = membersOf(modules, 'metrics').flat();
export const personalData = membersOf(modules, 'personalData');
export const retention = inRetentionOrder(
  membersOf(modules, 'retention').flatMap((classes) =>
    typeof classes === 'function' ? classes(personalData) : classes,
  ),
);

/** Writes what an empty database needs; answers the lines that the operator is shown, once. */
export async function seed(ctx: AppContext, wanted: Partial<SeedOptions> = {}): Promise<string[]> {
  const options: SeedOptions = { hasExamples: !ctx.config.isProduction, hasTestCustomer: false, ...wanted };
  const lines: string[] = [];
  // People come before what is theirs: the other way round than an erasure.
  for (const seedModule of membersOf(modules, 'seed').reverse())
    lines.push(...((await seedModule(ctx, options)) ?? []));
  return lines;
}
