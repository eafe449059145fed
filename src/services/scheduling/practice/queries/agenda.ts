import { sql, type SqlBool } from 'kysely';
import type { OccupancyKind } from '../../../../entities/scheduling/occupancy.entity.ts';
import { can, idOf, type Actor } from '../../../access/actor.ts';
import { DomainError, fieldError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import type { Db, ReadContext } from '../../../platform/context.ts';
import { runCompiled, type RowOf } from '../../../platform/orm/compiled.ts';
import { instantFrom } from '../../../platform/orm/values.ts';
import { dateOf, dayMs, dayOf, edgeOf } from '../../availability/local-days.ts';
import { overlap, type Span } from '../../availability/spans.ts';
import { occupyingStatuses } from '../../booking.states.ts';
import { isOwnAgenda, reachesEveryAgenda } from '../../load-artisan.ts';
import { reachedBookings, shapeAgendaBookings, type AgendaBookingRow } from './agenda-bookings.ts';
import { getManagedArtisan } from './artisan-rows.ts';
import { closuresOf, type ClosureRow } from './opening-rows.ts';

export type AgendaEntryKind = OccupancyKind | 'CLOSURE';

/** A time of an agenda, and what takes it. */
export interface AgendaEntry {
  readonly kind: AgendaEntryKind;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly booking: AgendaBookingRow | null;
  readonly closure: ClosureRow | null;
}

export interface Agenda {
  readonly artisanId: string;
  readonly timeZone: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly entries: readonly AgendaEntry[];
}

export interface AskAgenda {
  /** A local date of the artisan. */
  readonly from: string;
  /** 1 to 62. */
  readonly days: number;
  /** The caller's own unless given. */
  readonly artisanId?: string | null | undefined;
}

/** Nothing lasts longer: what begins earlier is over. */
const longestMs = 2 * dayMs;

/** What takes the time of an artisan on these local days, the earliest first. Errors: NOT_FOUND, INPUT_INVALID. */
export async function readAgenda(ctx: ReadContext, { from, days, artisanId }: AskAgenda): Promise<Agenda> {
  const artisan = await getManagedArtisan(ctx, artisanId ?? null);
  const first = dayOf(from);
  if (!Number.isFinite(first)) throw fieldError('from', 'date');
  const range = { from: edgeOf(artisan.timeZone, first, 0), to: edgeOf(artisan.timeZone, first + days, 0) };
  const closures = await closuresOf(ctx, artisan.id);
  const entries = [
    ...(await bookedIn(ctx, artisan.id, range)),
    ...(await takenIn(ctx, artisan.id, range)),
    ...closures.flatMap((closure) => closedIn(closure, range, { zone: artisan.timeZone, first, days })),
  ];
  return {
    ...{ artisanId: artisan.id, timeZone: artisan.timeZone },
    ...{ startsAt: new Date(range.from), endsAt: new Date(range.to) },
    entries: entries.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()),
  };
}

const boundsOf = ({ from, to }: Span) => ({
  earliest: new Date(from - longestMs),
  from: new Date(from),
  to: new Date(to),
});

async function bookedIn(ctx: ReadContext, artisanId: string, range: Span): Promise<AgendaEntry[]> {
  const { earliest, from, to } = boundsOf(range);
  const make = () =>
    reachedBookings(ctx, artisanId)
      .where('booking.starts_at', '>', earliest)
      .where('booking.starts_at', '<', to)
      .where('booking.ends_at', '>', from)
      .where('booking.status', 'in', occupyingStatuses)
      .orderBy('booking.starts_at');
  const reach = reachesEveryAgenda(ctx.actor) ? [] : [ctx.actor.userId ?? ''];
  const values = [artisanId, ...reach, earliest, to, from, ...occupyingStatuses];
  const rows = await runCompiled<RowOf<typeof make>>(ctx.db, { key: `agenda bookings ${reach.length}`, values, make });
  const bookings = await shapeAgendaBookings(ctx, rows);
  return bookings.map((booking) => ({
    ...{ kind: 'BOOKING', startsAt: booking.startsAt, endsAt: booking.endsAt, booking, closure: null },
  }));
}

/** Holds that have not ended, and external time. */
async function takenIn({ db, now }: ReadContext, artisanId: string, range: Span): Promise<AgendaEntry[]> {
  const { earliest, from, to } = boundsOf(range);
  const make = () =>
    db
      .selectFrom('occupancy')
      .select(['kind', 'starts_at as startsAt', 'ends_at as endsAt'])
      .where('artisan_id', '=', artisanId)
      .where('padded_from', '>', earliest)
      .where('padded_from', '<', to)
      .where('starts_at', '<', to)
      .where('ends_at', '>', from)
      .where('kind', '<>', 'BOOKING')
      .where(sql<SqlBool>`(hold_until is null or hold_until > ${now})`);
  const values = [artisanId, earliest, to, to, from, 'BOOKING', now];
  const rows = await runCompiled<RowOf<typeof make>>(db, { key: 'agenda taken', values, make });
  return rows.map(({ kind, startsAt, endsAt }) => ({
    ...{ kind, startsAt: instantFrom(startsAt), endsAt: instantFrom(endsAt), booking: null, closure: null },
  }));
}

interface Days {
  readonly zone: string;
  readonly first: number;
  readonly days: number;
}

/** When a closure closes within the range: once, or once for each year it comes back in. */
function closedIn(closure: ClosureRow, range: Span, asked: Days): AgendaEntry[] {
  return spansOf(closure, asked)
    .filter((span) => overlap(span, range))
    .map(({ from, to }) => ({
      ...{ kind: 'CLOSURE', startsAt: new Date(from), endsAt: new Date(to), booking: null, closure },
    }));
}

function spansOf({ fromOn, untilOn, fromAt, untilAt, isYearly }: ClosureRow, { zone, first, days }: Days): Span[] {
  if (fromAt !== null && untilAt !== null) return [{ from: fromAt.getTime(), to: untilAt.getTime() }];
  if (fromOn === null || untilOn === null) return [];
  const begun = Temporal.PlainDate.from(fromOn);
  const length = dayOf(untilOn) - dayOf(fromOn);
  const last = Temporal.PlainDate.from(dateOf(first + days)).year;
  const years = isYearly ? Array.from({ length: Math.max(0, last - begun.year) + 1 }, (_, i) => i) : [0];
  return years.map((more) => {
    const day = dayOf(begun.add({ years: more }).toString());
    return { from: edgeOf(zone, day, 0), to: edgeOf(zone, day + length + 1, 0) };
  });
}

/** Refuses an agenda that the caller does not reach. */
export async function requireAgenda(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  artisanId: string,
): Promise<void> {
  const owner = await ownerOf(db, artisanId);
  if (owner === undefined || !isOwnAgenda(actor, owner)) throw new DomainError('NOT_FOUND');
}

/** The ids of those of these people who may follow an agenda now. */
export async function whoFollowsAgenda(
  { db }: Pick<ReadContext, 'db'>,
  artisanId: string,
  people: readonly Actor[],
): Promise<ReadonlySet<string>> {
  const owner = await ownerOf(db, artisanId);
  const mayFollow = (person: Actor): boolean =>
    owner !== undefined && can(person, 'agenda:read') && isOwnAgenda(person, owner);
  return new Set(people.filter(mayFollow).map((person) => idOf(person) ?? ''));
}

const ownerOf = async (db: Db, id: string): Promise<{ readonly userId: string | null } | undefined> =>
  isId(id) ? db.selectFrom('artisan').select('user_id as userId').where('id', '=', id).executeTakeFirst() : undefined;
