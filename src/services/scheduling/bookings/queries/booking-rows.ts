import type { BookingVerb, DepositStatus } from '../../../kernel/appointments.ts';
import type {
  BookingAnswer,
  BookingParty,
  BookingStatus,
  Tier,
} from '../../../../entities/scheduling/booking.entity.ts';
import type { LocationKind } from '../../../../entities/scheduling/offering.entity.ts';
import { system } from '../../../access/actor.ts';
import { paymentsOf } from '../../../billing/index.ts';
import { DomainError } from '../../../kernel/errors.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { money, type Money } from '../../../kernel/money.ts';
import type { Db, ReadContext } from '../../../platform/context.ts';
import { instantFrom, jsonFrom } from '../../../platform/orm/values.ts';
import { bookingSubjectType } from '../../booking-subject.ts';

import { depositStatusOf } from '../../deposit-status.ts';
import { customerActions } from '../customer-actions.ts';
import { localStart } from '../local-start.ts';

/** A booking as whoever booked it sees it. */
export interface BookingRow {
  readonly id: string;
  readonly code: string;
  readonly status: BookingStatus;
  readonly availableActions: BookingVerb[];
  readonly offeringId: string;
  readonly offeringName: string;
  readonly artisanId: string;
  readonly artisanName: string;
  readonly timeZone: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly localStart: string;
  readonly customerTimeZone: string;
  readonly partySize: number;
  readonly locationKind: LocationKind;
  readonly place: string | null;
  readonly customerName: string;
  readonly customerEmail: string | null;
  readonly locale: Locale;
  readonly notifyByEmail: boolean;
  readonly notifyBySms: boolean;
  readonly answers: readonly BookingAnswer[];
  readonly customerNote: string | null;
  readonly price: Money;
  readonly deposit: Money;
  readonly depositStatus: DepositStatus;
  readonly holdUntil: Date | null;
  readonly cancellationTiers: readonly Tier[];
  readonly rescheduleUntilMinutes: number;
  readonly reschedulesLeft: number;
  /** Of its calendar entry. */
  readonly sequence: number;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly cancelledBy: BookingParty | null;
}

/** Every column of it; a list adds its own conditions. */
export const bookingRows = (db: Db) =>
  db
    .selectFrom('booking')
    .innerJoin('artisan', 'artisan.id', 'booking.artisan_id')
    .select([
      'booking.id',
      'booking.public_code as code',
      'booking.status',
      'booking.offering_id as offeringId',
      'booking.offering_name as offeringName',
      'booking.artisan_id as artisanId',
      'artisan.display_name as artisanName',
      'artisan.time_zone as timeZone',
      'booking.starts_at as startsAt',
      'booking.ends_at as endsAt',
      'booking.customer_time_zone as customerTimeZone',
      'booking.party_size as partySize',
      'booking.location_kind as locationKind',
      'booking.place',
      'booking.customer_name as customerName',
      'booking.customer_email as customerEmail',
      'booking.locale',
      'booking.notify_by_email',
      'booking.notify_by_sms',
      'booking.answers',
      'booking.customer_note as customerNote',
      'booking.price_cents',
      'booking.deposit_cents',
      'booking.currency',
      'booking.hold_until as holdUntil',
      'booking.cancellation_tiers',
      'booking.reschedule_until_minutes as rescheduleUntilMinutes',
      'booking.max_reschedules',
      'booking.reschedule_count',
      'booking.sequence',
      'booking.created_at as createdAt',
      'booking.confirmed_at as confirmedAt',
      'booking.cancelled_at as cancelledAt',
      'booking.cancelled_by as cancelledBy',
    ]);

export type SelectedBooking = Awaited<ReturnType<ReturnType<typeof bookingRows>['execute']>>[number];

/** The rows as they are shown, each with how its deposit stands. */
export async function shapeBookings(
  { db, now }: Pick<ReadContext, 'db' | 'now'>,
  rows: readonly SelectedBooking[],
): Promise<BookingRow[]> {
  const ids = rows.filter(({ deposit_cents }) => Number(deposit_cents) > 0).map(({ id }) => id);
  const payments = await paymentsOf({ db, now, actor: system }, { type: bookingSubjectType, ids });
  return rows.map((row) => {
    // One rest only: each copies all columns that are left.
    const {
      price_cents,
      deposit_cents,
      currency,
      notify_by_email,
      notify_by_sms,
      answers,
      cancellation_tiers,
      max_reschedules,
      reschedule_count,
      ...plain
    } = row;
    const startsAt = instantFrom(row.startsAt);
    const reschedulesLeft = Math.max(0, max_reschedules - reschedule_count);
    return {
      ...plain,
      startsAt,
      endsAt: instantFrom(row.endsAt),
      holdUntil: row.holdUntil === null ? null : instantFrom(row.holdUntil),
      availableActions: customerActions({ ...row, startsAt, reschedulesLeft }, now),
      localStart: localStart(startsAt, row.timeZone),
      notifyByEmail: Boolean(notify_by_email),
      notifyBySms: Boolean(notify_by_sms),
      answers: jsonFrom<BookingAnswer[]>(answers),
      price: money(Number(price_cents), currency),
      deposit: money(Number(deposit_cents), currency),
      depositStatus: depositStatusOf(
        Number(deposit_cents),
        (payments.get(row.id) ?? []).map(({ status }) => status),
      ),
      cancellationTiers: jsonFrom<Tier[]>(cancellation_tiers),
      reschedulesLeft,
    };
  });
}

/** One of them, after what was done to it. Whoever did it may see it. */
export async function showBooking(ctx: Pick<ReadContext, 'db' | 'now'>, id: string): Promise<BookingRow> {
  const [row] = await shapeBookings(ctx, await bookingRows(ctx.db).where('booking.id', '=', id).execute());
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row;
}
