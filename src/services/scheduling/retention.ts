import { sql } from 'kysely';
import { extractRetention } from '../files/index.ts';
import type { RetentionClass } from '../platform/retention.ts';
import { forgetBookings } from './bookings/forget-bookings.ts';

/** How long appointments are kept once they are over, and slots that were only kept while a form was filled in. */
export const schedulingRetention: readonly RetentionClass[] = [
  {
    name: 'BOOKINGS',
    description: { fr: 'rendez-vous, après leur fin', en: 'bookings, after their end' },
    table: 'booking',
    apply: forgetBookings,
    days: { usual: 731, least: 30, most: 1_827 },
    ground: 'CONTRACT',
    action: 'ANONYMISE',
    since: sql.ref('booking.ends_at'),
    among: sql`booking.customer_email is not null and booking.status not in ('REQUESTED', 'PENDING_PAYMENT', 'CONFIRMED')`,
  },
  {
    name: 'FEED_LINKS',
    description: { fr: 'liens d’abonnement révoqués', en: 'feed links that were revoked' },
    table: 'feed_link',
    days: { usual: 30, least: 1, most: 366 },
    ground: 'OPERATION',
    action: 'DELETE',
    since: sql.ref('feed_link.revoked_at'),
    among: sql`feed_link.revoked_at is not null`,
  },
  {
    name: 'SLOT_HOLDS',
    description: { fr: 'créneaux gardés pendant une saisie', en: 'slots kept while a form is filled in' },
    table: 'slot_hold',
    days: { usual: 1, least: 1, most: 30 },
    ground: 'OPERATION',
    action: 'DELETE',
    since: sql.ref('slot_hold.expires_at'),
    among: sql`slot_hold.status <> 'HELD'`,
  },
  extractRetention({
    name: 'BOOKING_EXPORTS',
    description: { fr: 'exports de rendez-vous', en: 'exports of bookings' },
    table: 'booking_export',
    ground: 'OPERATION',
  }),
];
