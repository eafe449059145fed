import { NotificationAdminResolver } from './notification.admin.resolver.ts';
import { NotificationLiveResolver } from './notification.live.resolver.ts';
import { NotificationPreferencesResolver } from './notification-preferences.resolver.ts';
import { BroadcastAdminResolver } from './broadcast.admin.resolver.ts';
import { EmailDeliveryAdminResolver } from './email-delivery.admin.resolver.ts';
import { EmailTemplateAdminResolver } from './email-template.admin.resolver.ts';
import { NotificationResolver, UnreadNotificationsResolver } from './notification.resolver.ts';
import { SmsDeliveryAdminResolver } from './sms-delivery.admin.resolver.ts';

/** In-app notifications, e-mails and text messages. */
export const notificationsResolvers = [
  NotificationAdminResolver,
  BroadcastAdminResolver,
  EmailDeliveryAdminResolver,
  EmailTemplateAdminResolver,
  UnreadNotificationsResolver,
  NotificationLiveResolver,
  NotificationPreferencesResolver,
  NotificationResolver,
  SmsDeliveryAdminResolver,
] as const;
