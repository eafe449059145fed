import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Cost, Credential } from '../../schema/directives/cost.ts';
import { Public } from '../../schema/directives/auth.directive.ts';
import { AvailabilityDayType } from '../../schema/scheduling/availability.type.ts';
import { CreatedBookingType } from '../../schema/scheduling/booking.type.ts';
import { BookConsultationInput, ConsultationSlotsArgs } from '../../schema/scheduling/consultation.input.ts';
import {
  bookConsultation,
  consultationSlots,
  showBooking,
  type AvailabilityDay,
  type BookingRow,
  type CreatedBooking,
} from '../../services/scheduling/index.ts';
import type { Context } from '../context.ts';

/** Consulting the business before an order, with an account or without. */
@Resolver()
export class ConsultationPublicResolver {
  @Cost({ cost: 4, size: 60 })
  @Public()
  @Query(() => [AvailabilityDayType], {
    description: 'The times at which a consultation can be asked for. Errors: OFFERING_UNAVAILABLE, INPUT_INVALID.',
  })
  consultationSlots(
    @Args(() => ConsultationSlotsArgs) args: ConsultationSlotsArgs,
    @Ctx() context: Context,
  ): Promise<AvailabilityDay[]> {
    return context.perform(consultationSlots, args);
  }

  @Credential()
  @Public()
  @Mutation(() => CreatedBookingType, {
    description:
      'Asks for a consultation, which is free; its time is kept until it is answered. Errors: NOT_FOUND for an order that is not yours, OFFERING_UNAVAILABLE, SLOT_UNAVAILABLE with a reason and other times, CONFLICT, INPUT_INVALID, RATE_LIMITED.',
  })
  async bookConsultation(
    @Arg('input', () => BookConsultationInput, { description: 'Who asks, and when.' }) input: BookConsultationInput,
    @Ctx() context: Context,
  ): Promise<CreatedBooking & { readonly booking: BookingRow }> {
    const created = await context.perform(bookConsultation, input);
    return { ...created, booking: await showBooking(context.read, created.bookingId) };
  }
}
