import { sql } from 'kysely';
import { Booking } from '../../entities/scheduling/booking.entity.ts';
import type { TransactionContext } from '../platform/context.ts';
import type { RetentionClass } from '../platform/retention.ts';
import { anonymous } from './bookings/anonymous-booking.ts';

async function forgetCustomers({ em }: TransactionContext, ids: readonly string[]): Promise<void> {
  await em.nativeUpdate(Booking, { id: { $in: [...ids] } }, anonymous);
}

/** How long appointments are kept once they are over, and slots that were only kept while a form was filled in. */
export const schedulingRetention: readonly RetentionClass[] = [
  {
    name: 'BOOKINGS',
    description: { fr: 'rendez-vous, après leur fin', en: 'bookings, after their end' },
    table: 'booking',
    apply: forgetCustomers,
    days: { usual: 731, least: 30, most: 1_827 },
    ground: 'CONTRACT',
    action: 'ANONYMISE',
    since: sql.ref('booking.ends_at'),
    among: sql`booking.customer_email is not null and booking.status not in ('REQUESTED', 'PENDING_PAYMENT', 'CONFIRMED')`,
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
];
