import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { BookingConnection, BookingType } from '../../schema/scheduling/booking.type.ts';
import { MyBookingsArgs } from '../../schema/scheduling/my-bookings.args.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { listMyBookings, type BookingRow } from '../../services/scheduling/index.ts';
import type { Context } from '../context.ts';

/** What somebody booked with their account. */
@Resolver(() => BookingType)
export class MyBookingsResolver {
  @Auth('account:read')
  @Query(() => BookingConnection, { description: 'The appointments that you booked, the last one first.' })
  myBookings(@Args(() => MyBookingsArgs) args: MyBookingsArgs, @Ctx() context: Context): Promise<PageOf<BookingRow>> {
    return listMyBookings(context.read, args);
  }
}
