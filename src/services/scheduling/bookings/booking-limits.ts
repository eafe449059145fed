import { depositOf } from '../deposit.ts';
import { normalEmail } from '../../identity/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { runCompiled, type RowOf } from '../../platform/orm/compiled.ts';
import { instantFrom, writing } from '../../platform/orm/values.ts';
import type { BookingOrder } from './place-booking.ts';

/** Ten tries an hour from one address, twenty a day for one mailbox. */
export async function takeTries(
  { limits, actor }: Pick<AppContext, 'limits' | 'actor'>,
  { customer }: { readonly customer: { readonly email: string } },
): Promise<void> {
  await limits.take('booking/address', subscriberOf(actor.address));
  await limits.take('booking/person', normalEmail(customer.email));
}

const mostUnpaid = 3;
const mostFree = 5;

/** Somebody keeps three times without paying, and five with one artisan that cost nothing in advance: more when one of them is over. */
export async function requireFewBookings(tx: Tx<'em' | 'now'>, order: BookingOrder): Promise<void> {
  const { customerEmail } = order.facts;
  if (customerEmail === null) return;
  const over =
    depositOf(order.offering) > 0
      ? firstEnd(await unpaidEnds(tx, customerEmail), mostUnpaid)
      : firstEnd(await freeEnds(tx, customerEmail, order.artisans), mostFree * order.artisans.length);
  if (over === null) return;
  const seconds = Math.ceil((over.getTime() - tx.now.getTime()) / 1_000);
  throw new DomainError('RATE_LIMITED', { retryAfter: Math.max(1, seconds) });
}

/** When the first of them is over, where there are as many as may be; null where there are fewer. */
const firstEnd = (ends: readonly unknown[], most: number): Date | null =>
  ends.length < most ? null : instantFrom(ends[0]);

/** When those that wait for their deposit end, the next first. */
async function unpaidEnds({ em, now }: Tx<'em' | 'now'>, email: string): Promise<unknown[]> {
  const { db } = writing(em);
  const statuses = ['REQUESTED', 'PENDING_PAYMENT'] as const;
  const make = () =>
    db
      .selectFrom('booking')
      .select('hold_until as end')
      .where('customer_email', '=', email)
      .where('deposit_cents', '>', 0)
      .where('status', 'in', statuses)
      .where('hold_until', '>', now)
      .orderBy('hold_until')
      .limit(mostUnpaid);
  const values = [email, 0, ...statuses, now, mostUnpaid];
  const rows = await runCompiled<RowOf<typeof make>>(db, { key: 'unpaid bookings', values, make });
  return rows.map(({ end }) => end);
}

/** When those with these artisans begin that cost nothing in advance, the next first. */
async function freeEnds(
  { em, now }: Tx<'em' | 'now'>,
  email: string,
  artisans: BookingOrder['artisans'],
): Promise<unknown[]> {
  const { db } = writing(em);
  const statuses = ['REQUESTED', 'CONFIRMED'] as const;
  const [ids, most] = [artisans.map(({ id }) => id), mostFree * artisans.length];
  const make = () =>
    db
      .selectFrom('booking')
      .select('starts_at as end')
      .where('customer_email', '=', email)
      .where('deposit_cents', '=', 0)
      .where('status', 'in', statuses)
      .where('artisan_id', 'in', ids)
      .where('starts_at', '>', now)
      .orderBy('starts_at')
      .limit(most);
  const values = [email, 0, ...statuses, ...ids, now, most];
  const rows = await runCompiled<RowOf<typeof make>>(db, { key: `free bookings ${ids.length}`, values, make });
  return rows.map(({ end }) => end);
}
