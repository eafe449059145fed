import type { BookingVerb } from '../../../kernel/appointments.ts';
import type { BookingParty, BookingSource } from '../../../../entities/scheduling/booking.entity.ts';
import { DomainError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import type { Db, ReadContext } from '../../../platform/context.ts';
import { instantFrom } from '../../../platform/orm/values.ts';
import { bookingRows, shapeBookings, type BookingRow } from '../../bookings/queries/booking-rows.ts';
import { reachesEveryAgenda } from '../../load-artisan.ts';
import { staffActions } from '../../managing/staff-actions.ts';

/** A booking as those whose agenda it is in see it. */
export interface AgendaBookingRow extends BookingRow {
  readonly userId: string | null;
  readonly customerPhone: string | null;
  readonly staffNote: string | null;
  readonly source: BookingSource;
  /** The order it is about. */
  readonly orderId: string | null;
  readonly cancellationReason: string | null;
  readonly attendanceAt: Date | null;
  readonly staffActions: readonly BookingVerb[];
}

export const agendaBookingRows = (db: Db) =>
  bookingRows(db)
    .select(['booking.user_id as userId', 'booking.customer_phone as customerPhone', 'booking.staff_note as staffNote'])
    .select(['booking.source', 'booking.cancellation_reason as cancellationReason'])
    .select(['booking.attendance_at as attendanceAt', 'booking.context_type as contextType'])
    .select('booking.context_id as contextId');

type Row = Awaited<ReturnType<ReturnType<typeof agendaBookingRows>['execute']>>[number];

export async function shapeAgendaBookings(
  ctx: Pick<ReadContext, 'db' | 'now'>,
  rows: readonly Row[],
): Promise<AgendaBookingRow[]> {
  const shaped = await shapeBookings(ctx, rows);
  return rows.map((row, index) => {
    const { userId, customerPhone, staffNote, source, cancellationReason } = row;
    const booking = shaped[index] as BookingRow;
    const attendanceAt = row.attendanceAt === null ? null : instantFrom(row.attendanceAt);
    return {
      ...booking,
      ...{ userId, customerPhone, staffNote, source, cancellationReason, attendanceAt },
      orderId: row.contextType === 'ORDER' ? row.contextId : null,
      staffActions: staffActions({ ...booking, attendanceAt }, ctx.now),
    };
  });
}

/** The bookings of the agendas that the caller reaches; of one of them where it is said. */
export function reachedBookings({ db, actor }: Pick<ReadContext, 'db' | 'actor'>, artisanId?: string | null) {
  let query = agendaBookingRows(db);
  if (artisanId) query = query.where('booking.artisan_id', '=', isId(artisanId) ? artisanId : '');
  return reachesEveryAgenda(actor) ? query : query.where('artisan.user_id', '=', actor.userId ?? '');
}

/** One booking, for those whose agenda it is in. Error: NOT_FOUND. */
export async function getAgendaBooking(ctx: ReadContext, id: string): Promise<AgendaBookingRow> {
  const rows = isId(id) ? await reachedBookings(ctx).where('booking.id', '=', id).execute() : [];
  const [booking] = await shapeAgendaBookings(ctx, rows);
  if (booking === undefined) throw new DomainError('NOT_FOUND');
  return booking;
}

export interface BookingStep {
  readonly id: string;
  readonly verb: string;
  readonly by: BookingParty;
  readonly at: Date;
  readonly actorId: string | null;
  readonly fromStartsAt: Date | null;
  readonly toStartsAt: Date | null;
  readonly fromArtisanId: string | null;
  readonly toArtisanId: string | null;
}

const instantOrNull = (value: unknown): Date | null => (value === null ? null : instantFrom(value));

/** What happened to these bookings, in order. */
export async function stepsByBooking(
  { db }: ReadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly BookingStep[]>> {
  const rows = await db
    .selectFrom('booking_history')
    .select(['id', 'booking_id as bookingId', 'verb', 'by', 'created_at as at', 'actor_id as actorId'])
    .select(['from_starts_at as fromStartsAt', 'to_starts_at as toStartsAt'])
    .select(['from_artisan_id as fromArtisanId', 'to_artisan_id as toArtisanId'])
    .where('booking_id', 'in', ids)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const steps = Map.groupBy(rows, ({ bookingId }) => bookingId);
  return new Map(
    [...steps].map(([id, list]) => [
      id,
      list.map(({ bookingId: _bookingId, at, fromStartsAt, toStartsAt, ...step }) => ({
        ...step,
        at: instantFrom(at),
        fromStartsAt: instantOrNull(fromStartsAt),
        toStartsAt: instantOrNull(toStartsAt),
      })),
    ]),
  );
}
