import type { ReadContext } from '../../../platform/context.ts';
import { instantFrom } from '../../../platform/orm/values.ts';
import { bookingsOutside } from './affected-bookings.ts';
import { getManagedArtisan, type ManagedArtisanRow } from './artisan-rows.ts';
import { closuresOf, type ClosureRow } from './opening-rows.ts';

export interface AffectedBooking {
  readonly id: string;
  readonly code: string;
  readonly offeringName: string;
  readonly customerName: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** An agenda after a change of when it is open. */
export interface SavedOpening {
  readonly artisan: ManagedArtisanRow;
  /** The closure that was made. */
  readonly closure: ClosureRow | null;
  readonly affectedCount: number;
  /** The first hundred: as many as `moveBookings` and `cancelBookings` take. */
  readonly affectedBookings: readonly AffectedBooking[];
}

const mostShown = 100;

/** What is answered once an opening was changed: bookings to come that do not lie in it. Nothing is cancelled by itself. */
export async function savedOpening(
  ctx: ReadContext,
  { artisanId, closureId }: { readonly artisanId: string; readonly closureId?: string },
): Promise<SavedOpening> {
  const artisan = await getManagedArtisan(ctx, artisanId);
  const affected = await bookingsOutside(ctx, artisan);
  const closures = closureId === undefined ? [] : await closuresOf(ctx, artisanId);
  return {
    artisan,
    closure: closures.find(({ id }) => id === closureId) ?? null,
    affectedCount: affected.length,
    affectedBookings: await shown(ctx, affected.slice(0, mostShown)),
  };
}

async function shown({ db }: Pick<ReadContext, 'db'>, ids: readonly string[]): Promise<AffectedBooking[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('booking')
    .select(['id', 'public_code as code', 'offering_name as offeringName', 'customer_name as customerName'])
    .select(['starts_at as startsAt', 'ends_at as endsAt'])
    .where('id', 'in', ids)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    startsAt: instantFrom(startsAt),
    endsAt: instantFrom(endsAt),
  }));
}
