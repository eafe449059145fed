import { depositOf } from '../deposit.ts';
import { normalEmail } from '../../identity/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { runCompiled, type RowOf } from '../../platform/orm/compiled.ts';
import { instantFrom, writing } from '../../platform/orm/values.ts';
import { liveHold } from '../holds/slot-holds.ts';
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

/**
 * Whom of the order's artisans its customer may still book: somebody keeps three times without paying, and five with one artisan that
 * cost nothing in advance, and more when one of them is over.
 */
export async function stillBookable(tx: Tx<'em' | 'now'>, order: BookingOrder): Promise<BookingOrder['artisans']> {
  const { customerEmail } = order.facts;
  if (customerEmail === null) return order.artisans;
  if (depositOf(order.offering) > 0) {
    const ends = await unpaidEnds(tx, customerEmail);
    if (ends.length >= mostUnpaid) throw tooMany(tx.now, instantFrom(ends[0]));
    return order.artisans;
  }
  const wanted = order.holdToken ? await artisanOfHold(tx, order, order.holdToken) : order.artisans;
  const full = await fullArtisans(tx, customerEmail, wanted);
  const left = wanted.filter(({ id }) => !full.has(id));
  if (left.length === 0 && full.size > 0) throw tooMany(tx.now, earliest([...full.values()]));
  return left;
}

async function artisanOfHold(tx: Tx<'em' | 'now'>, { artisans }: BookingOrder, token: string) {
  const hold = await liveHold(tx, token);
  return artisans.filter(({ id }) => id === hold.artisan.id);
}

function tooMany(now: Date, over: Date): DomainError {
  const seconds = Math.ceil((over.getTime() - now.getTime()) / 1_000);
  return new DomainError('RATE_LIMITED', { retryAfter: Math.max(1, seconds) });
}

const earliest = (instants: readonly Date[]): Date =>
  instants.reduce((first, instant) => (instant < first ? instant : first));

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

/** The artisans with whom somebody has as many as may be that cost nothing in advance, and when the first of those begins. */
async function fullArtisans(
  { em, now }: Tx<'em' | 'now'>,
  email: string,
  artisans: BookingOrder['artisans'],
): Promise<ReadonlyMap<string, Date>> {
  const { db } = writing(em);
  const statuses = ['REQUESTED', 'CONFIRMED'] as const;
  const ids = artisans.map(({ id }) => id);
  const make = () =>
    db
      .selectFrom('booking')
      .select(({ fn }) => ['artisan_id as artisanId', fn.min('starts_at').as('first')])
      .where('customer_email', '=', email)
      .where('deposit_cents', '=', 0)
      .where('status', 'in', statuses)
      .where('artisan_id', 'in', ids)
      .where('starts_at', '>', now)
      .groupBy('artisan_id')
      .having(({ fn }) => fn.countAll(), '>=', mostFree);
  const values = [email, 0, ...statuses, ...ids, now, mostFree];
  const rows = await runCompiled<RowOf<typeof make>>(db, { key: `full artisans ${ids.length}`, values, make });
  return new Map(rows.map(({ artisanId, first }) => [artisanId, instantFrom(first)]));
}
