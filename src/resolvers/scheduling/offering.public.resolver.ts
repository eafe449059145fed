import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Tier } from '../../entities/scheduling/booking.entity.ts';
import { Public } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import { ArtisanType } from '../../schema/scheduling/artisan.type.ts';
import { CancellationTierType } from '../../schema/scheduling/cancellation-tier.type.ts';
import { OfferingsArgs } from '../../schema/scheduling/offering.input.ts';
import { OfferingConnection, OfferingQuestionType, OfferingType } from '../../schema/scheduling/offering.type.ts';
import type { PageOf } from '../../services/platform/page.ts';
import {
  artisansByOffering,
  getOffering,
  listOfferings,
  questionsByOffering,
  tiersByOffering,
  type ArtisanRow,
  type OfferingRow,
  type QuestionRow,
} from '../../services/scheduling/index.ts';
import { loadOne, type Context } from '../context.ts';

/** What can be booked, for everybody. */
@Resolver(() => OfferingType)
export class OfferingPublicResolver {
  @Public()
  @Query(() => OfferingConnection, { description: 'What can be booked, in the order that the artisans gave it.' })
  offerings(@Args(() => OfferingsArgs) args: OfferingsArgs, @Ctx() context: Context): Promise<PageOf<OfferingRow>> {
    return listOfferings(context.read, args);
  }

  @Public()
  @Query(() => OfferingType, { description: 'What can be booked. Error: NOT_FOUND for what cannot.' })
  offering(
    @Arg('id', () => ID, { description: 'The offering.' }) id: string,
    @Ctx() context: Context,
  ): Promise<OfferingRow> {
    return getOffering(context.read, id);
  }

  @Cost({ size: 5 })
  @FieldResolver(() => [ArtisanType], { description: 'Who gives it, by their names.' })
  async artisans(@Root() { id }: OfferingRow, @Ctx() context: Context): Promise<readonly ArtisanRow[]> {
    return (await loadOne(context, artisansByOffering, id)) ?? [];
  }

  @Cost({ size: 5 })
  @FieldResolver(() => [OfferingQuestionType], { description: 'What a customer is asked, in order.' })
  async questions(@Root() { id }: OfferingRow, @Ctx() context: Context): Promise<readonly QuestionRow[]> {
    return (await loadOne(context, questionsByOffering, id)) ?? [];
  }

  @Cost({ size: 5 })
  @FieldResolver(() => [CancellationTierType], { description: 'What comes back of a deposit, the earliest first.' })
  async cancellationTiers(@Root() { id }: OfferingRow, @Ctx() context: Context): Promise<readonly Tier[]> {
    return (await loadOne(context, tiersByOffering, id)) ?? [];
  }
}
