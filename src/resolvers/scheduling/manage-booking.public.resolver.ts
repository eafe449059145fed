import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Public } from '../../schema/directives/auth.directive.ts';
import { Cost, Credential } from '../../schema/directives/cost.ts';
import { AwaitedFileType, BookingFileType, UploadBookingFileInput } from '../../schema/scheduling/booking-file.type.ts';
import { BookingType } from '../../schema/scheduling/booking.type.ts';
import {
  BookingAccessArgs,
  BookingAccessInput,
  CancelBookingInput,
  ConfirmBookingChangeInput,
  RescheduleBookingInput,
  UpdateBookingDetailsInput,
} from '../../schema/scheduling/manage-booking.input.ts';
import { BookingCancellationTermsType, BookingChangeType } from '../../schema/scheduling/manage-booking.type.ts';
import type { IncomingFile } from '../../services/files/index.ts';
import {
  awaitedFilesOfBookings,
  bookingCancellationTerms,
  cancelBooking,
  confirmBookingChange,
  filesOfBookings,
  publicBooking,
  rescheduleBooking,
  resendBookingLink,
  showBooking,
  updateBookingDetails,
  uploadBookingFile,
  type AwaitedFile,
  type BookingCancellationTerms,
  type BookingChange,
  type BookingFileRow,
  type BookingRow,
} from '../../services/scheduling/index.ts';
import { loadOne, type Context } from '../context.ts';

interface Shown extends BookingChange {
  readonly booking: BookingRow;
}

const shown = async (context: Context, change: BookingChange): Promise<Shown> => ({
  ...change,
  booking: await showBooking(context.read, change.bookingId),
});

/** What a customer does with an appointment, by its link, by its address, or with their account; its artisan does it by its id. */
@Resolver(() => BookingType)
export class ManageBookingPublicResolver {
  @Credential()
  @Public()
  @Query(() => BookingType, {
    description: 'An appointment as its customer sees it. Errors: BOOKING_NOT_FOUND, NOT_FOUND, RATE_LIMITED.',
  })
  publicBooking(@Args(() => BookingAccessArgs) args: BookingAccessArgs, @Ctx() context: Context): Promise<BookingRow> {
    return context.perform(publicBooking, args);
  }

  @Credential()
  @Public()
  @Query(() => BookingCancellationTermsType, {
    description:
      'What would come back of the deposit now, before one cancels. Errors: BOOKING_NOT_FOUND, NOT_FOUND, RATE_LIMITED.',
  })
  bookingCancellationTerms(
    @Args(() => BookingAccessArgs) args: BookingAccessArgs,
    @Ctx() context: Context,
  ): Promise<BookingCancellationTerms> {
    return context.perform(bookingCancellationTerms, args);
  }

  @Credential()
  @Public()
  @Mutation(() => BookingChangeType, {
    description:
      'Gives an appointment up: its time is free, and what the terms say of its deposit goes back; all of it when the artisan cancels. With the address instead of the token, a mailed link confirms it. Errors: BOOKING_NOT_FOUND, NOT_FOUND, TOO_LATE_TO_CANCEL, ACTION_NOT_ALLOWED, RATE_LIMITED.',
  })
  async cancelBooking(
    @Arg('input', () => CancelBookingInput, { description: 'Which appointment, and why.' }) input: CancelBookingInput,
    @Ctx() context: Context,
  ): Promise<Shown> {
    return shown(context, await context.perform(cancelBooking, input));
  }

  @Credential()
  @Public()
  @Mutation(() => BookingChangeType, {
    description:
      'Moves an appointment to another time, at the same price. Its customer is bound by what is offered, by how late and how often it may move; its artisan only by what takes the time already. With the address instead of the token, a mailed link confirms it. Errors: BOOKING_NOT_FOUND, NOT_FOUND, SLOT_UNAVAILABLE with a reason and other times, TOO_LATE_TO_RESCHEDULE, RESCHEDULE_LIMIT, OFFERING_UNAVAILABLE, TIME_DOES_NOT_EXIST, TIME_AMBIGUOUS, ACTION_NOT_ALLOWED, INPUT_INVALID, RATE_LIMITED.',
  })
  async rescheduleBooking(
    @Arg('input', () => RescheduleBookingInput, { description: 'Which appointment, and when.' })
    input: RescheduleBookingInput,
    @Ctx() context: Context,
  ): Promise<Shown> {
    return shown(context, await context.perform(rescheduleBooking, input));
  }

  @Credential()
  @Public()
  @Mutation(() => BookingChangeType, {
    description:
      'Does what was asked for with the address of an appointment, by the link that was mailed there; once, within a day, while nothing has changed. Errors: TOKEN_INVALID, and those of `cancelBooking` and `rescheduleBooking`.',
  })
  async confirmBookingChange(
    @Arg('input', () => ConfirmBookingChangeInput, { description: 'The link.' }) input: ConfirmBookingChangeInput,
    @Ctx() context: Context,
  ): Promise<Shown> {
    return shown(context, await context.perform(confirmBookingChange, input));
  }

  @Credential()
  @Public()
  @Mutation(() => Boolean, {
    description:
      'Mails the link of an appointment to its address again, five times an hour. Errors: BOOKING_NOT_FOUND, NOT_FOUND, RATE_LIMITED.',
  })
  async resendBookingLink(
    @Arg('input', () => BookingAccessInput, { description: 'Which appointment.' }) input: BookingAccessInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await context.perform(resendBookingLink, input);
    return true;
  }

  @Credential()
  @Public()
  @Mutation(() => BookingType, {
    description:
      'Changes what an appointment says of its customer, until it begins. A new address voids its link, and a new one is mailed there. Errors: BOOKING_NOT_FOUND, NOT_FOUND, ACTION_NOT_ALLOWED, ANSWER_REQUIRED, PHONE_NOT_MOBILE, INPUT_INVALID, RATE_LIMITED.',
  })
  async updateBookingDetails(
    @Arg('input', () => UpdateBookingDetailsInput, { description: 'Which appointment, and what changes.' })
    input: UpdateBookingDetailsInput,
    @Ctx() context: Context,
  ): Promise<BookingRow> {
    return showBooking(context.read, (await context.perform(updateBookingDetails, input)).bookingId);
  }

  @Credential()
  @Public()
  @Mutation(() => BookingType, {
    description:
      'Sends a file that answers a question of the offering, three at most, until the appointment begins. Errors: BOOKING_NOT_FOUND, NOT_FOUND, ACTION_NOT_ALLOWED, QUOTA_EXCEEDED, FILE_TOO_LARGE, FILE_TYPE_REFUSED, INPUT_INVALID, RATE_LIMITED.',
  })
  async uploadBookingFile(
    @Arg('input', () => UploadBookingFileInput, { description: 'Which appointment, which question, and the file.' })
    input: UploadBookingFileInput,
    @Ctx() context: Context,
  ): Promise<BookingRow> {
    // What the upload route put in the place of the variable.
    const file = input.file as Promise<IncomingFile>;
    const { bookingId } = await context.perform(uploadBookingFile, { ...input, file });
    return showBooking(context.read, bookingId);
  }

  @Cost({ size: 3 })
  @FieldResolver(() => [BookingFileType], { description: 'The files that its customer sent, in their order.' })
  async files(@Root() { id }: BookingRow, @Ctx() context: Context): Promise<readonly BookingFileRow[]> {
    return (await loadOne(context, filesOfBookings, id)) ?? [];
  }

  @Cost({ size: 3 })
  @FieldResolver(() => [AwaitedFileType], {
    description: 'The files that have yet to come before it can be paid or approved, in the order of the questions.',
  })
  async awaitedFiles(@Root() { id }: BookingRow, @Ctx() context: Context): Promise<readonly AwaitedFile[]> {
    return (await loadOne(context, awaitedFilesOfBookings, id)) ?? [];
  }
}
