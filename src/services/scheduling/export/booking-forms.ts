import type { BookingExportFormat } from '../../../entities/scheduling/booking-export.entity.ts';
import type { BookingStatus } from '../../../entities/scheduling/booking.entity.ts';
import type { ListForm } from '../../files/index.ts';
import { csvHead, csvLine, csvMimeType } from '../../kernel/csv-cells.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { calendarBegin, calendarEnd, writeEntry } from '../ics/write-calendar.ts';
import { uidOf } from '../notices/invitations.ts';
import type { AgendaBookingRow } from '../practice/queries/agenda-bookings.ts';

type Cell = string | number | null;

const at = (value: Date | null): string | null => (value === null ? null : instantFrom(value).toISOString());

/** What is said of a booking, by the name of its column. Amounts are in minor units of their currency, instants are UTC. */
const columns: Readonly<Record<string, (booking: AgendaBookingRow) => Cell>> = {
  code: ({ code }) => code,
  id: ({ id }) => id,
  status: ({ status }) => status,
  source: ({ source }) => source,
  offering: ({ offeringName }) => offeringName,
  artisan: ({ artisanName }) => artisanName,
  starts_at: ({ startsAt }) => at(startsAt),
  ends_at: ({ endsAt }) => at(endsAt),
  local_start: ({ localStart }) => localStart,
  time_zone: ({ timeZone }) => timeZone,
  party_size: ({ partySize }) => partySize,
  customer: ({ customerName }) => customerName,
  customer_email: ({ customerEmail }) => customerEmail,
  customer_phone: ({ customerPhone }) => customerPhone,
  place: ({ place }) => place,
  price: ({ price }) => price.amount,
  deposit: ({ deposit }) => deposit.amount,
  deposit_status: ({ depositStatus }) => depositStatus,
  currency: ({ price }) => price.currency,
  customer_note: ({ customerNote }) => customerNote,
  staff_note: ({ staffNote }) => staffNote,
  created_at: ({ createdAt }) => at(createdAt),
  confirmed_at: ({ confirmedAt }) => at(confirmedAt),
  cancelled_at: ({ cancelledAt }) => at(cancelledAt),
  cancelled_by: ({ cancelledBy }) => cancelledBy,
  cancellation_reason: ({ cancellationReason }) => cancellationReason,
};

const ended: readonly BookingStatus[] = ['CANCELLED', 'DECLINED', 'EXPIRED'];
const undecided: readonly BookingStatus[] = ['REQUESTED', 'PENDING_PAYMENT'];

export const bookingForms: Readonly<Record<BookingExportFormat, ListForm<AgendaBookingRow>>> = {
  CSV: {
    mimeType: csvMimeType,
    extension: 'csv',
    begin: csvHead(Object.keys(columns)),
    between: '',
    end: '',
    spell: (booking) => csvLine(Object.values(columns).map((of) => of(booking))),
  },
  ICS: {
    mimeType: 'text/calendar; charset=utf-8',
    extension: 'ics',
    begin: calendarBegin,
    between: '',
    end: calendarEnd,
    spell: (booking, { now, publicUrl }) =>
      writeEntry({
        uid: uidOf(booking.id, publicUrl),
        sequence: booking.sequence,
        stampedAt: now,
        ...{ startsAt: booking.startsAt, endsAt: booking.endsAt, location: booking.place ?? '' },
        summary: `${booking.offeringName}, ${booking.customerName}`,
        description: booking.code,
        isCancelled: ended.includes(booking.status),
        isTentative: undecided.includes(booking.status),
      }),
  },
};
