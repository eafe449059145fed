import { FeedLink, type FeedKind } from '../../../entities/scheduling/feed-link.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { AppContext, Db } from '../../platform/context.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { occupyingStatuses } from '../booking.states.ts';
import { writeCalendar, type CalendarEntry } from '../ics/write-calendar.ts';
import { uidOf } from '../notices/invitations.ts';

const dayMs = 86_400_000;
const past = 30 * dayMs;
const ahead = 400 * dayMs;
const mostBookings = 5_000;
/** How often a reading is noted. */
const notedEveryMs = 3_600_000;

/**
 * The bookings of the artisan whose link has this secret, as a calendar file. Errors: NOT_FOUND, alike for an unknown and a revoked one;
 * RATE_LIMITED after sixty readings an hour.
 */
export async function readFeed(
  ctx: Pick<AppContext, 'db' | 'actor' | 'limits' | 'config' | 'now' | 'run'>,
  token: string,
): Promise<string> {
  const link = await findLink(ctx.db, fingerprint(token));
  if (link === undefined) {
    await ctx.limits.take('feed-token/address', subscriberOf(ctx.actor.address));
    throw new DomainError('NOT_FOUND');
  }
  await ctx.limits.take('feed/link', link.id);
  const bookings = await bookingsOf(ctx, link.artisanId);
  if (link.lastReadAt === null || instantFrom(link.lastReadAt).getTime() < ctx.now.getTime() - notedEveryMs)
    await ctx.run(({ em, now }) => em.nativeUpdate(FeedLink, { id: link.id }, { lastReadAt: now }), undefined);
  return writeCalendar({
    name: link.kind === 'BUSY' ? undefined : link.artisanName,
    entries: bookings.map((booking) => entryOf(booking, link, ctx.config.publicUrl)),
  });
}

const findLink = (db: Db, tokenHash: string) =>
  db
    .selectFrom('feed_link')
    .innerJoin('artisan', 'artisan.id', 'feed_link.artisan_id')
    .select(['feed_link.id', 'feed_link.kind', 'feed_link.artisan_id as artisanId'])
    .select(['feed_link.last_read_at as lastReadAt', 'artisan.display_name as artisanName'])
    .select('artisan.calendar_detail as calendarDetail')
    .where('feed_link.token_hash', '=', tokenHash)
    .where('feed_link.revoked_at', 'is', null)
    .executeTakeFirst();

const bookingsOf = ({ db, now }: Pick<AppContext, 'db' | 'now'>, artisanId: string) =>
  db
    .selectFrom('booking')
    .select(['id', 'public_code as code', 'offering_name as offeringName', 'customer_name as customerName'])
    .select(['place', 'sequence', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where('artisan_id', '=', artisanId)
    .where('status', 'in', occupyingStatuses)
    .where('starts_at', '>', new Date(now.getTime() - past))
    .where('starts_at', '<', new Date(now.getTime() + ahead))
    .orderBy('starts_at')
    .limit(mostBookings)
    .execute();

type Booked = Awaited<ReturnType<typeof bookingsOf>>[number];
type Link = NonNullable<Awaited<ReturnType<typeof findLink>>>;

/** Stamped by its own time, so that the same bookings are the same bytes. */
function entryOf(booking: Booked, link: Link, publicUrl: string): CalendarEntry {
  const startsAt = instantFrom(booking.startsAt);
  const times = { stampedAt: startsAt, startsAt, endsAt: instantFrom(booking.endsAt), isCancelled: false };
  return { ...times, ...said[link.kind as FeedKind](booking, link, publicUrl) };
}

type Said = Pick<CalendarEntry, 'uid' | 'sequence' | 'summary' | 'description' | 'location'>;

/** Of a busy time not even the booking’s id, which says when it was made. */
const said: Record<FeedKind, (booking: Booked, link: Link, publicUrl: string) => Said> = {
  BUSY: ({ id }, link, publicUrl) => ({
    uid: uidOf(fingerprint(`${link.id} ${id}`).slice(0, 32), publicUrl),
    ...{ sequence: 0, summary: 'Occupé', description: '', location: '' },
  }),
  DETAILS: ({ id, sequence, code, offeringName, customerName, place }, { calendarDetail }, publicUrl) => ({
    uid: uidOf(id, publicUrl),
    sequence,
    summary: `${offeringName}, ${calendarDetail === 'NAME' ? customerName : code}`,
    description: code,
    location: place ?? '',
  }),
};
