import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import { ManagedArtisanType } from '../../schema/scheduling/artisan.type.ts';
import {
  CreatedFeedLinkType,
  CreateFeedLinkInput,
  FeedLinkType,
  RevokeFeedLinkInput,
} from '../../schema/scheduling/feed-link.type.ts';
import {
  createFeedLink,
  getManagedArtisan,
  listFeedLinks,
  revokeFeedLink,
  type CreatedFeedLink,
  type FeedLinkRow,
  type ManagedArtisanRow,
} from '../../services/scheduling/index.ts';
import type { Context } from '../context.ts';

/** Addresses at which calendar programs read the bookings of an artisan. */
@Resolver(() => ManagedArtisanType)
export class FeedLinkResolver {
  @Cost({ size: 10 })
  @FieldResolver(() => [FeedLinkType], {
    description: 'The addresses at which calendar programs read their bookings, at most ten.',
  })
  feedLinks(@Root() artisan: ManagedArtisanRow, @Ctx() context: Context): Promise<FeedLinkRow[]> {
    return listFeedLinks(context.read, artisan.id);
  }

  @Auth('feed:manage')
  @Mutation(() => CreatedFeedLinkType, {
    description:
      'Makes a secret address at which calendar programs read the bookings of an artisan. Errors: NOT_FOUND, INPUT_INVALID (more than ten).',
  })
  createFeedLink(
    @Arg('input', () => CreateFeedLinkInput, { description: 'Whose, and what it says.' }) input: CreateFeedLinkInput,
    @Ctx() context: Context,
  ): Promise<CreatedFeedLink> {
    return context.perform(createFeedLink, input);
  }

  @Auth('feed:manage')
  @Mutation(() => ManagedArtisanType, {
    description: 'An address answers nobody any more. Error: NOT_FOUND.',
  })
  async revokeFeedLink(
    @Arg('input', () => RevokeFeedLinkInput, { description: 'Which one.' }) input: RevokeFeedLinkInput,
    @Ctx() context: Context,
  ): Promise<ManagedArtisanRow> {
    const { artisan } = await context.run(revokeFeedLink, input);
    return getManagedArtisan(context.read, artisan.id);
  }
}
