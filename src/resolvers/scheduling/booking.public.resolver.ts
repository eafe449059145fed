import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Public } from '../../schema/directives/auth.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import {
  CreateBookingInput,
  HoldSlotInput,
  ResumeBookingPaymentInput,
  SlotHoldInput,
} from '../../schema/scheduling/booking.input.ts';
import { BookingType, CreatedBookingType, SlotHoldType } from '../../schema/scheduling/booking.type.ts';
import {
  createBooking,
  holdSlot,
  releaseHold,
  renewHold,
  resumeBookingPayment,
  showBooking,
  type BookingRow,
  type CreatedBooking,
  type HeldSlot,
} from '../../services/scheduling/index.ts';
import type { Context } from '../context.ts';

interface Shown extends CreatedBooking {
  readonly booking: BookingRow;
}

const shown = async (context: Context, created: CreatedBooking): Promise<Shown> => ({
  ...created,
  booking: await showBooking(context.read, created.bookingId),
});

/** Booking in public, with an account or without. */
@Resolver(() => BookingType)
export class BookingPublicResolver {
  @Credential()
  @Public()
  @Mutation(() => SlotHoldType, {
    description:
      'Keeps a time for ten minutes while a form is filled in; two at once from one network. Errors: OFFERING_UNAVAILABLE, SLOT_UNAVAILABLE with a reason and other times, HOLD_LIMIT, CAPACITY_EXCEEDED, TIME_DOES_NOT_EXIST, TIME_AMBIGUOUS, INPUT_INVALID.',
  })
  holdSlot(
    @Arg('input', () => HoldSlotInput, { description: 'Which time.' }) input: HoldSlotInput,
    @Ctx() context: Context,
  ): Promise<HeldSlot> {
    return context.perform(holdSlot, input);
  }

  @Credential()
  @Public()
  @Mutation(() => SlotHoldType, {
    description:
      'Keeps a time for ten minutes from now, once. Errors: TOKEN_INVALID, HOLD_EXPIRED, ACTION_NOT_ALLOWED the second time.',
  })
  renewHold(
    @Arg('input', () => SlotHoldInput, { description: 'Which time.' }) input: SlotHoldInput,
    @Ctx() context: Context,
  ): Promise<HeldSlot> {
    return context.run(renewHold, input);
  }

  @Credential()
  @Public()
  @Mutation(() => Boolean, {
    description: 'Gives a time back; false when it is not kept any more. Errors: TOKEN_INVALID.',
  })
  releaseHold(
    @Arg('input', () => SlotHoldInput, { description: 'Which time.' }) input: SlotHoldInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return context.run(releaseHold, input);
  }

  @Credential()
  @Public()
  @Mutation(() => CreatedBookingType, {
    description:
      'Books a time, with an account or without. With a deposit its time is kept for ten minutes until it is paid; where the artisan approves, until they answer. Ten an hour and address, twenty a day and mailbox. Errors: OFFERING_UNAVAILABLE, SLOT_UNAVAILABLE with a reason and other times, HOLD_EXPIRED, TOKEN_INVALID, CAPACITY_EXCEEDED, ANSWER_REQUIRED, PLACE_REQUIRED, PHONE_NOT_MOBILE, TIME_DOES_NOT_EXIST, TIME_AMBIGUOUS, CONFLICT, INPUT_INVALID, RATE_LIMITED.',
  })
  async createBooking(
    @Arg('input', () => CreateBookingInput, { description: 'Who wants what, and when.' }) input: CreateBookingInput,
    @Ctx() context: Context,
  ): Promise<Shown> {
    return shown(context, await context.perform(createBooking, input));
  }

  @Credential()
  @Public()
  @Mutation(() => CreatedBookingType, {
    description:
      'Continues the payment of a deposit, and keeps the time for ten minutes from now, once. It confirms nothing: the payment does. Errors: BOOKING_NOT_FOUND, ACTION_NOT_ALLOWED, HOLD_EXPIRED, ANSWER_REQUIRED while a file that was asked for has not come, PAYMENT_IN_DOUBT, PAYMENT_UNAVAILABLE, RATE_LIMITED.',
  })
  async resumeBookingPayment(
    @Arg('input', () => ResumeBookingPaymentInput, { description: 'Which appointment.' })
    input: ResumeBookingPaymentInput,
    @Ctx() context: Context,
  ): Promise<Shown> {
    return shown(context, await context.perform(resumeBookingPayment, input));
  }
}
