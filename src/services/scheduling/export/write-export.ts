import type { AppContext } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { writeListExport, type ListExport } from '../../files/index.ts';
import type { AgendaBookingRow } from '../practice/queries/agenda-bookings.ts';
import { keptBookingFilter, listArtisanBookings, type BookingFilter } from '../practice/queries/list-bookings.ts';
import { bookingForms } from './booking-forms.ts';
import type { writeBookingsExportTask } from './export-job.ts';

/** Bookings, the earliest to begin first. */
const bookings: ListExport<BookingFilter, AgendaBookingRow> = {
  ...{ table: 'booking_export', permission: 'booking:export', name: 'rendez-vous', forms: bookingForms },
  keptFilter: keptBookingFilter,
  page: (ctx, { filter, first, after }) => listArtisanBookings(ctx, { filter, orderBy: 'STARTS_AT_ASC', first, after }),
  noteProgress: async ({ em }, { exportId, written }) => {
    await writing(em)
      .db.updateTable('booking_export')
      .set({ written_bookings: written })
      .where('id', '=', exportId)
      .execute();
  },
};

type Writing = Pick<AppContext, 'db' | 'run' | 'vault' | 'now' | 'actor' | 'config'>;

export const writeBookingsExport = (
  ctx: Writing,
  { exportId }: PayloadOf<typeof writeBookingsExportTask>,
): Promise<void> => writeListExport(ctx, bookings, exportId);
