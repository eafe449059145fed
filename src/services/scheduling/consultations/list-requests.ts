import type { BookingStatus } from '../../../entities/scheduling/booking.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import type { ReadContext } from '../../platform/context.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import type { AgendaBookingRow } from '../practice/queries/agenda-bookings.ts';
import { listArtisanBookings } from '../practice/queries/list-bookings.ts';

export interface ListConsultationRequests extends ListRequest<SortOf<'BookingSort'>> {
  readonly statuses?: readonly BookingStatus[] | null | undefined;
}

/** The consultations that were asked for, for admins; the latest to begin first unless said. */
export async function listConsultationRequests(
  ctx: ReadContext,
  { statuses, ...page }: ListConsultationRequests,
): Promise<PageOf<AgendaBookingRow>> {
  requirePermission(ctx.actor, 'consultation:handle');
  return listArtisanBookings(ctx, { ...page, filter: { source: 'CONSULTATION', statuses } });
}
