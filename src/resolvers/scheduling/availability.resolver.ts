import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { SlotExplanationArgs } from '../../schema/scheduling/availability.args.ts';
import { SlotExplanationType } from '../../schema/scheduling/availability.type.ts';
import { explainSlot, type SlotExplanation } from '../../services/scheduling/index.ts';
import type { Context } from '../context.ts';

/** Why a time cannot be booked: the first question of whoever has an agenda. */
@Resolver()
export class AvailabilityResolver {
  @Auth('agenda:read')
  @Query(() => SlotExplanationType, {
    description: 'Every reason why a time of one’s agenda is offered to customers, or not. Error: NOT_FOUND.',
  })
  slotExplanation(
    @Args(() => SlotExplanationArgs) args: SlotExplanationArgs,
    @Ctx() context: Context,
  ): Promise<SlotExplanation> {
    return explainSlot(context.read, args);
  }
}
