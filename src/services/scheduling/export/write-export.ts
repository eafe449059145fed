import type { BookingExportFormat } from '../../../entities/scheduling/booking-export.entity.ts';
import { writeExtract } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { filterToKeep } from '../../platform/filters.ts';
import { jsonFrom, jsonText, writing } from '../../platform/orm/values.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { keptBookingFilter, listArtisanBookings, type BookingFilter } from '../practice/queries/list-bookings.ts';
import { bookingForms } from './booking-forms.ts';
import type { writeBookingsExportTask } from './export-job.ts';

type Writing = Pick<AppContext, 'db' | 'run' | 'vault' | 'now' | 'actor' | 'config'>;

const batch = 500;

/** Writes the bookings, the earliest to begin first, a page at a time: other requests are answered meanwhile. */
export async function writeBookingsExport(
  ctx: Writing,
  { exportId }: PayloadOf<typeof writeBookingsExportTask>,
): Promise<void> {
  const row = await ctx.db.selectFrom('booking_export').selectAll().where('id', '=', exportId).executeTakeFirst();
  // A read replica may not have it yet.
  if (row === undefined) throw new DomainError('NOT_FOUND', { exportId });
  if (row.file_id !== null) return;
  const { mimeType, extension, spell: _spell, ...form } = bookingForms[row.format];
  const filter = keptBookingFilter(jsonFrom(row.filter));
  await writeExtract(ctx, {
    ...{ table: 'booking_export', id: exportId, name: `rendez-vous-${exportId}.${extension}`, mimeType, form },
    parts: partsOf(ctx, { filter, format: row.format }),
    noteProgress: (written) => ctx.run(noteProgress, { exportId, written }),
    finished: (tx) => forgetText(tx, { exportId, filter }),
  });
}

async function* partsOf(
  ctx: Writing,
  { filter, format }: { readonly filter: BookingFilter; readonly format: BookingExportFormat },
): AsyncGenerator<readonly string[]> {
  const stamp = { now: ctx.now, publicUrl: ctx.config.publicUrl };
  for (let after: string | null = null; ;) {
    const asked = { filter, orderBy: 'STARTS_AT_ASC', first: batch, after } as const;
    const { nodes, pageInfo } = await listArtisanBookings(ctx, asked);
    if (nodes.length > 0) yield nodes.map((booking) => bookingForms[format].spell(booking, stamp));
    if (pageInfo.hasNextPage !== true) return;
    after = pageInfo.endCursor;
  }
}

async function noteProgress({ em }: Tx<'em'>, { exportId, written }: { exportId: string; written: number }) {
  await writing(em)
    .db.updateTable('booking_export')
    .set({ written_bookings: written })
    .where('id', '=', exportId)
    .execute();
}

/** A text may be somebody's name: it is kept no longer than it is needed. */
async function forgetText(
  { em }: Tx<'em'>,
  { exportId, filter: { text: _text, ...filter } }: { exportId: string; filter: BookingFilter },
): Promise<void> {
  await writing(em)
    .db.updateTable('booking_export')
    .set({ filter: jsonText(filterToKeep(filter)) })
    .where('id', '=', exportId)
    .execute();
}
