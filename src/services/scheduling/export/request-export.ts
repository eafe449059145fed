import { BookingExport, type BookingExportFormat } from '../../../entities/scheduling/booking-export.entity.ts';
import { personOf, requirePermission } from '../../access/actor.ts';
import { askedFilter, mayReadExport, ownExport } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';
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

async function enterExport(
  { em, actor, now, record, enqueue }: Tx<Asking>,
  { format, filter }: Omit<ExportBookings, 'key'>,
): Promise<BookingExport> {
  requirePermission(actor, 'booking:export');
  const ctx = { db: writing(em).db, actor, now };
  const artisanId = reachesEveryAgenda(actor) && !filter?.artisanId ? null : filter?.artisanId;
  const reached = artisanId === null ? {} : { artisanId: (await getManagedArtisan(ctx, artisanId)).id };
  const totalBookings = await countBookings(ctx, { ...filter, ...reached });
  const { kept, facts } = askedFilter({ ...filter, ...reached }, totalBookings);
  const made = em.create(BookingExport, { requestedById: personOf(actor), format, filter: kept, totalBookings });
  await em.flush();
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
  const found = await em.findOne(BookingExport, ownExport({ actor }, { permission: 'booking:export', id }));
  if (found === null) throw new DomainError('NOT_FOUND');
  return found;
}

export const mayReadBookingsExport = mayReadExport('booking_export', 'booking:export');
