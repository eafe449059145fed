import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { ApproveBookingInput, DeclineBookingInput } from '../../schema/scheduling/booking.input.ts';
import { BookingType } from '../../schema/scheduling/booking.type.ts';
import { approveBooking, declineBooking, showBooking, type BookingRow } from '../../services/scheduling/index.ts';
import type { Context } from '../context.ts';

/** What artisans answer to those who ask for a time. */
@Resolver(() => BookingType)
export class BookingRequestResolver {
  @Auth('booking:approve')
  @Mutation(() => BookingType, {
    description:
      'Says yes to a request: it is confirmed, or kept for a day until its deposit is paid. Errors: NOT_FOUND, ACTION_NOT_ALLOWED for one that is answered or over, ANSWER_REQUIRED while a file that was asked for has not come.',
  })
  async approveBooking(
    @Arg('input', () => ApproveBookingInput, { description: 'Which request.' }) input: ApproveBookingInput,
    @Ctx() context: Context,
  ): Promise<BookingRow> {
    return showBooking(context.read, (await context.run(approveBooking, input)).id);
  }

  @Auth('booking:decline')
  @Mutation(() => BookingType, {
    description:
      'Says no to a request: its time is free. Errors: NOT_FOUND, ACTION_NOT_ALLOWED for one that is answered or over.',
  })
  async declineBooking(
    @Arg('input', () => DeclineBookingInput, { description: 'Which request, and why.' }) input: DeclineBookingInput,
    @Ctx() context: Context,
  ): Promise<BookingRow> {
    return showBooking(context.read, (await context.run(declineBooking, input)).id);
  }
}
