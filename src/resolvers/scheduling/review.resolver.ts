import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Auth, Public } from '../../schema/directives/auth.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import { ArtisanType } from '../../schema/scheduling/artisan.type.ts';
import {
  ArtisanRatingType,
  ArtisanReviewsArgs,
  DecideReviewInput,
  ManagedReviewConnection,
  ManagedReviewType,
  ReviewConnection,
  ReviewsArgs,
  SubmitReviewInput,
} from '../../schema/scheduling/review.type.ts';
import type { PageOf } from '../../services/platform/page.ts';
import {
  approveReview,
  getReview,
  listArtisanReviews,
  listReviews,
  ratingsOf,
  rejectReview,
  submitReview,
  type ArtisanRow,
  type ManagedReviewRow,
  type RatingRow,
  type ReviewRow,
} from '../../services/scheduling/index.ts';
import { loadOne, type Context } from '../context.ts';

/** What customers say of their appointments. */
@Resolver(() => ArtisanType)
export class ReviewResolver {
  @FieldResolver(() => ArtisanRatingType, {
    nullable: true,
    description: 'What their approved reviews say together; null without any.',
  })
  async rating(@Root() { id }: ArtisanRow, @Ctx() context: Context): Promise<RatingRow | null> {
    return (await loadOne(context, ratingsOf, id)) ?? null;
  }

  @Public()
  @Query(() => ReviewConnection, { description: 'The approved reviews of an artisan, newest first unless said.' })
  reviews(@Args(() => ReviewsArgs) args: ReviewsArgs, @Ctx() context: Context): Promise<PageOf<ReviewRow>> {
    return listReviews(context.read, args);
  }

  @Auth('review:decide')
  @Query(() => ManagedReviewConnection, {
    description: 'The reviews of your agenda, for admins of every one, newest first unless said.',
  })
  artisanReviews(
    @Args(() => ArtisanReviewsArgs) args: ArtisanReviewsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<ManagedReviewRow>> {
    return listArtisanReviews(context.read, args);
  }

  @Credential()
  @Public()
  @Mutation(() => Boolean, {
    description:
      'Says what one thinks of an appointment that took place, once. It is shown once it was approved, without a name. Errors: BOOKING_NOT_FOUND, ACTION_NOT_ALLOWED, CONFLICT for another one; the same again changes nothing.',
  })
  async submitReview(
    @Arg('input', () => SubmitReviewInput, { description: 'Which appointment, and what one thinks.' })
    input: SubmitReviewInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await context.perform(submitReview, input);
    return true;
  }

  @Auth('review:decide')
  @Mutation(() => ManagedReviewType, {
    description: 'Shows a review to everybody. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async approveReview(
    @Arg('input', () => DecideReviewInput, { description: 'Which review.' }) input: DecideReviewInput,
    @Ctx() context: Context,
  ): Promise<ManagedReviewRow> {
    return getReview(context.read, (await context.run(approveReview, input)).id);
  }

  @Auth('review:decide')
  @Mutation(() => ManagedReviewType, {
    description: 'Keeps a review from being shown. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async rejectReview(
    @Arg('input', () => DecideReviewInput, { description: 'Which review.' }) input: DecideReviewInput,
    @Ctx() context: Context,
  ): Promise<ManagedReviewRow> {
    return getReview(context.read, (await context.run(rejectReview, input)).id);
  }
}
