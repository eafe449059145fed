import { billingSubscriptions } from './services/billing/index.ts';
import { messageSent, syncConversationJob, notifyAboutMessageJob } from './services/messaging/index.ts';
import { notificationSubscriptions } from './services/notifications/index.ts';
import { orderAssigned, orderSubscriptions } from './services/orders/index.ts';
import type { Subscription } from './services/platform/context.ts';

/** Who does what when something happened, domain by domain. Part of the composition root. */
export const subscriptions: readonly Subscription[] = [
  ...billingSubscriptions,
  ...notificationSubscriptions,
  ...orderSubscriptions,
  // messaging
  { event: orderAssigned, job: syncConversationJob },
  { event: messageSent, job: notifyAboutMessageJob },
];
