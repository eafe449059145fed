import { depositOf } from '../deposit.ts';
import { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { normalEmail } from '../../identity/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
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
  const over =
    depositOf(order.offering) > 0
      ? await nthEnd(tx, {
          where: { customerEmail, depositCents: { $gt: 0 }, status: ['REQUESTED', 'PENDING_PAYMENT'] },
          ...{ end: 'holdUntil', most: mostUnpaid },
        })
      : await nthEnd(tx, {
          where: {
            ...{ customerEmail, depositCents: 0, status: ['REQUESTED', 'CONFIRMED'] },
            artisan: order.artisans.map(({ id }) => id),
          },
          end: 'startsAt',
          most: mostFree * order.artisans.length,
        });
  if (over === null) return;
  const seconds = Math.ceil((over.getTime() - tx.now.getTime()) / 1_000);
  throw new DomainError('RATE_LIMITED', { retryAfter: Math.max(1, seconds) });
}

interface Counted {
  readonly where: object;
  readonly end: 'holdUntil' | 'startsAt';
  readonly most: number;
}

/** When the first of them is over, where there are as many as may be; null where there are fewer. */
async function nthEnd({ em, now }: Tx<'em' | 'now'>, { where, end, most }: Counted): Promise<Date | null> {
  const found = await em.find(Booking, { ...where, [end]: { $gt: now } }, { orderBy: { [end]: 'asc' }, limit: most });
  return found.length < most ? null : (found[0]?.[end] ?? now);
}
