import { sql } from 'kysely';
import type { RetentionClass } from '../platform/retention.ts';

/** How long notifications and mails are kept. */
export const notificationsRetention: readonly RetentionClass[] = [
  {
    name: 'NOTIFICATIONS',
    description: { fr: 'notifications lues', en: 'read notifications' },
    table: 'notification',
    days: { usual: 30, least: 1, most: 365 },
    ground: 'OPERATION',
    action: 'DELETE',
    since: sql`case when notification.deleted_at is null or notification.expires_at < notification.deleted_at then notification.expires_at else notification.deleted_at end`,
  },
  {
    // Those that nobody dismissed.
    name: 'OLD_NOTIFICATIONS',
    description: { fr: 'notifications', en: 'notifications' },
    table: 'notification',
    days: { usual: 730, least: 30, most: 1_827 },
    ground: 'OPERATION',
    action: 'DELETE',
    since: sql.ref('notification.created_at'),
    among: sql`notification.deleted_at is null and notification.expires_at is null`,
  },
  {
    name: 'BROADCASTS',
    description: { fr: 'notifications diffusées', en: 'broadcast notifications' },
    table: 'broadcast',
    days: { usual: 730, least: 30, most: 1_827 },
    ground: 'OPERATION',
    action: 'DELETE',
    since: sql.ref('broadcast.created_at'),
  },
  {
    // Bodies and addresses together; one that still waits stays. Longer than anything could send it again.
    name: 'MAILS',
    description: { fr: 'e-mails envoyés', en: 'sent e-mails' },
    table: 'email_delivery',
    days: { usual: 90, least: 31, most: 365 },
    ground: 'OPERATION',
    action: 'DELETE',
    since: sql.ref('email_delivery.created_at'),
    among: sql`email_delivery.status not in ('HELD', 'QUEUED', 'SENDING')`,
  },
  {
    // Nothing waits so long: whatever happened to them, they go. The numbers that answered STOP stay.
    name: 'TEXTS',
    description: { fr: 'SMS envoyés', en: 'sent text messages' },
    table: 'sms_delivery',
    days: { usual: 90, least: 31, most: 365 },
    ground: 'OPERATION',
    action: 'DELETE',
    since: sql.ref('sms_delivery.created_at'),
  },
  {
    name: 'TEXT_REPLIES',
    description: { fr: 'réponses STOP et START', en: 'STOP and START replies' },
    table: 'sms_reply',
    days: { usual: 90, least: 31, most: 365 },
    ground: 'OPERATION',
    action: 'DELETE',
    since: sql.ref('sms_reply.created_at'),
  },
];
