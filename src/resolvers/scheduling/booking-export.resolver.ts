import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { BookingExport } from '../../entities/scheduling/booking-export.entity.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { BookingsExportType, ExportBookingsInput } from '../../schema/scheduling/bookings-export.type.ts';
import { exportBookings, findBookingsExport } from '../../services/scheduling/index.ts';
import type { Context } from '../context.ts';

/** Bookings as a file, for artisans and admins. */
@Resolver(() => BookingsExportType)
export class BookingExportResolver {
  @Auth('booking:export')
  @Mutation(() => BookingsExportType, {
    description:
      'Asks for bookings of your agenda as a file, for admins of any, at most 200,000; follow it with `bookingsExport`, then `requestDownload`. Errors: NOT_FOUND, CONFLICT, INPUT_INVALID.',
  })
  exportBookings(
    @Arg('input', () => ExportBookingsInput, { description: 'Which bookings, and how.' }) input: ExportBookingsInput,
    @Ctx() context: Context,
  ): Promise<BookingExport> {
    return context.run(exportBookings, input);
  }

  @Auth('booking:export')
  @Query(() => BookingsExportType, {
    description: 'An export that you asked for, and how far it is. Error: NOT_FOUND.',
  })
  bookingsExport(
    @Arg('id', () => ID, { description: 'The export.' }) id: string,
    @Ctx() context: Context,
  ): Promise<BookingExport> {
    return context.run(findBookingsExport, { id });
  }
}
