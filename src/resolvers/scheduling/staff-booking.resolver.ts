import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import { BookingType } from '../../schema/scheduling/booking.type.ts';
import {
  AddBookingNoteInput,
  BookingResultType,
  CancelBookingsInput,
  CreateStaffBookingInput,
  MoveBookingsInput,
  WhichBookingInput,
} from '../../schema/scheduling/staff-booking.input.ts';
import {
  addBookingNote,
  cancelBookings,
  completeBooking,
  correctAttendance,
  createStaffBooking,
  markNoShow,
  moveBookings,
  showBooking,
  type BookingResult,
  type BookingRow,
} from '../../services/scheduling/index.ts';
import type { Context } from '../context.ts';

/** What artisans do with the appointments of their agenda, and admins with those of any. */
@Resolver(() => BookingType)
export class StaffBookingResolver {
  @Auth('booking:create')
  @Mutation(() => BookingType, {
    description:
      'Books for somebody who called: confirmed at once, without a deposit; at any five minutes, and outside opening where it is said; never over something. Errors: NOT_FOUND, OFFERING_UNAVAILABLE, SLOT_UNAVAILABLE with a reason and other times, CAPACITY_EXCEEDED, PLACE_REQUIRED, ANSWER_REQUIRED, TIME_DOES_NOT_EXIST, TIME_AMBIGUOUS, CONFLICT, INPUT_INVALID.',
  })
  async createStaffBooking(
    @Arg('input', () => CreateStaffBookingInput, { description: 'Who comes, when and for what.' })
    input: CreateStaffBookingInput,
    @Ctx() context: Context,
  ): Promise<BookingRow> {
    return showBooking(context.read, (await context.perform(createStaffBooking, input)).id);
  }

  @Auth('booking:note')
  @Mutation(() => BookingType, {
    description:
      'Adds a note that the customer does not see. Errors: NOT_FOUND, INPUT_INVALID beyond 5,000 characters.',
  })
  async addBookingNote(
    @Arg('input', () => AddBookingNoteInput, { description: 'Which appointment, and the note.' })
    input: AddBookingNoteInput,
    @Ctx() context: Context,
  ): Promise<BookingRow> {
    return showBooking(context.read, (await context.run(addBookingNote, input)).id);
  }

  @Auth('booking:complete')
  @Mutation(() => BookingType, {
    description:
      'The appointment took place: from its start on. Its final invoice deducts the deposit. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async completeBooking(
    @Arg('input', () => WhichBookingInput, { description: 'Which appointment.' }) input: WhichBookingInput,
    @Ctx() context: Context,
  ): Promise<BookingRow> {
    return showBooking(context.read, (await context.run(completeBooking, input)).id);
  }

  @Auth('booking:mark-no-show')
  @Mutation(() => BookingType, {
    description:
      'The customer did not come: a quarter of an hour after the start or later. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async markNoShow(
    @Arg('input', () => WhichBookingInput, { description: 'Which appointment.' }) input: WhichBookingInput,
    @Ctx() context: Context,
  ): Promise<BookingRow> {
    return showBooking(context.read, (await context.run(markNoShow, input)).id);
  }

  @Auth('booking:mark-no-show')
  @Mutation(() => BookingType, {
    description:
      'It was the other way round, within seven days of when it was said. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, CLOCK_IMPLAUSIBLE.',
  })
  async correctAttendance(
    @Arg('input', () => WhichBookingInput, { description: 'Which appointment.' }) input: WhichBookingInput,
    @Ctx() context: Context,
  ): Promise<BookingRow> {
    return showBooking(context.read, (await context.run(correctAttendance, input)).id);
  }

  @Cost({ size: 100 })
  @Auth('booking:reschedule')
  @Mutation(() => [BookingResultType], {
    description:
      'Moves each of these appointments, each by itself, in this order: one result for each, with the code of what was refused.',
  })
  moveBookings(
    @Arg('input', () => MoveBookingsInput, { description: 'Which appointments, and where they go.' })
    input: MoveBookingsInput,
    @Ctx() context: Context,
  ): Promise<BookingResult[]> {
    return context.perform(moveBookings, input);
  }

  @Cost({ size: 100 })
  @Auth('booking:cancel')
  @Mutation(() => [BookingResultType], {
    description:
      'Cancels each of these appointments, each by itself: one result for each, with the code of what was refused. All of their deposits goes back.',
  })
  cancelBookings(
    @Arg('input', () => CancelBookingsInput, { description: 'Which appointments, and why.' })
    input: CancelBookingsInput,
    @Ctx() context: Context,
  ): Promise<BookingResult[]> {
    return context.perform(cancelBookings, input);
  }
}
