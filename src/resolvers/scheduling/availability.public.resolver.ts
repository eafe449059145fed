import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Public } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import { AvailabilityArgs, NextAvailabilityArgs } from '../../schema/scheduling/availability.args.ts';
import { AvailabilityDayType, SlotType } from '../../schema/scheduling/availability.type.ts';
import {
  showAvailability,
  showNextAvailability,
  type AvailabilityDay,
  type Slot,
} from '../../services/scheduling/index.ts';
import type { Context } from '../context.ts';

/** Which times can be booked. */
@Resolver()
export class AvailabilityPublicResolver {
  /** A walk over days and steps rather than objects that are read: an anonymous document may ask two. */
  @Cost({ cost: 4, size: 60 })
  @Public()
  @Query(() => [AvailabilityDayType], {
    description:
      'The times of an offering that can be booked, day by day. Errors: NOT_FOUND, OFFERING_UNAVAILABLE, CAPACITY_EXCEEDED, INPUT_INVALID.',
  })
  availability(
    @Args(() => AvailabilityArgs) args: AvailabilityArgs,
    @Ctx() context: Context,
  ): Promise<AvailabilityDay[]> {
    return context.perform(showAvailability, args);
  }

  @Cost({ cost: 240 })
  @Public()
  @Query(() => SlotType, {
    nullable: true,
    description:
      'The first time that can be booked; null when there is none within the horizon. Errors: NOT_FOUND, OFFERING_UNAVAILABLE, CAPACITY_EXCEEDED, INPUT_INVALID.',
  })
  nextAvailability(
    @Args(() => NextAvailabilityArgs) args: NextAvailabilityArgs,
    @Ctx() context: Context,
  ): Promise<Slot | null> {
    return context.perform(showNextAvailability, args);
  }
}
