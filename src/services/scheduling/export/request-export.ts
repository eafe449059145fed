import { BookingExport, type BookingExportFormat } from '../../../entities/scheduling/booking-export.entity.ts';
import { can, personOf, requirePermission } from '../../access/actor.ts';
import type { FileQuestion } from '../../files/index.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { filterToKeep } from '../../platform/filters.ts';
import { writing } from '../../platform/orm/values.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { reachesEveryAgenda } from '../load-artisan.ts';
import { getManagedArtisan } from '../practice/queries/artisan-rows.ts';
import { countBookings, type BookingFilter } from '../practice/queries/list-bookings.ts';
import { writeBookingsExportTask } from './export-job.ts';

export interface ExportBookings extends Keyed {
  readonly format: BookingExportFormat;
  readonly filter?: BookingFilter | null | undefined;
}

type Asking = 'em' | 'actor' | 'now' | 'record' | 'enqueue';

/** More is not for a file: the filter has to be narrower. */
const mostBookings = 200_000;

async function enterExport(
  { em, actor, now, record, enqueue }: Tx<Asking>,
  { format, filter }: Omit<ExportBookings, 'key'>,
): Promise<BookingExport> {
  requirePermission(actor, 'booking:export');
  const ctx = { db: writing(em).db, actor, now };
  const artisanId = reachesEveryAgenda(actor) && !filter?.artisanId ? null : filter?.artisanId;
  const reached = artisanId === null ? {} : { artisanId: (await getManagedArtisan(ctx, artisanId)).id };
  const kept = filterToKeep({ ...filter, ...reached });
  const totalBookings = await countBookings(ctx, { ...filter, ...reached });
  if (totalBookings > mostBookings) throw fieldError('input.filter', 'tooMany');
  const made = em.create(BookingExport, { requestedById: personOf(actor), format, filter: kept, totalBookings });
  await em.flush();
  // Without the text that was searched: the audit log holds no names.
  const { text: _text, ...facts } = kept;
  record({
    action: 'BOOKINGS_EXPORTED',
    payload: { exportId: made.id, format, filter: facts, bookings: totalBookings },
  });
  enqueue(writeBookingsExportTask, { exportId: made.id });
  return made;
}

/**
 * Asks for the bookings of one's agenda, an admin for those of any, as a sealed file; a job writes it. Errors: NOT_FOUND, INPUT_INVALID
 * for more than 200,000 bookings.
 */
export const exportBookings = keyed<Asking, ExportBookings, BookingExport>(
  'exportBookings',
  enterExport,
  ({ em }, id) => em.findOneOrFail(BookingExport, { id }),
);

/** One's own export, and how far it is. */
export async function findBookingsExport(
  { em, actor }: Tx<'em' | 'actor'>,
  { id }: { readonly id: string },
): Promise<BookingExport> {
  requirePermission(actor, 'booking:export');
  const found = isId(id) ? await em.findOne(BookingExport, { id, requestedById: personOf(actor) }) : null;
  if (found === null) throw new DomainError('NOT_FOUND');
  return found;
}

/** An export is read by who asked for it, while they may export. */
export const mayReadBookingsExport: FileQuestion = async ({ db, actor }, fileId) =>
  can(actor, 'booking:export') &&
  (await db
    .selectFrom('booking_export')
    .select('id')
    .where('file_id', '=', fileId)
    .where('requested_by_id', '=', actor.userId ?? '')
    .executeTakeFirst()) !== undefined;
