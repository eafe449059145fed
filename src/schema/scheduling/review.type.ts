import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { reviewStatuses, type ReviewStatus } from '../../entities/scheduling/review.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { Line, PlainLines } from '../shared/text.rules.ts';

export const ReviewStatusEnum = enumOf(reviewStatuses);
registerEnumType(ReviewStatusEnum, {
  name: 'ReviewStatus',
  description: 'Whether a review is shown.',
  valuesConfig: {
    SUBMITTED: { description: 'It waits to be read.' },
    APPROVED: { description: 'Everybody sees it.' },
    REJECTED: { description: 'It is not shown.' },
  },
});

@ObjectType('Review', { description: 'What somebody says of an appointment. It names nobody.', simpleResolvers: true })
export class ReviewType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => Int, { description: '1 to 5.' })
  rating!: number;

  @Field(() => String, { nullable: true, description: 'What they say; null for nothing.' })
  text!: string | null;

  @Field(() => DateTime, { description: 'When it was written.' })
  createdAt!: Date;
}

export const ReviewConnection = connectionOf(ReviewType, 'Review', { isCounted: true });
export type ReviewConnection = InstanceType<typeof ReviewConnection>;

@ObjectType('ManagedReview', { description: 'A review as its artisan and admins see it.', simpleResolvers: true })
export class ManagedReviewType extends ReviewType {
  @Field(() => ID, { description: 'The appointment.' })
  bookingId!: string;

  @Field(() => ID, { description: 'Whom it was with.' })
  artisanId!: string;

  @Field(() => ReviewStatusEnum, { description: 'Whether it is shown.' })
  status!: ReviewStatus;

  @Field(() => DateTime, { nullable: true, description: 'When that was last decided; null before.' })
  decidedAt!: Date | null;
}

export const ManagedReviewConnection = connectionOf(ManagedReviewType, 'ManagedReview', { isCounted: true });
export type ManagedReviewConnection = InstanceType<typeof ManagedReviewConnection>;

@ObjectType('ArtisanRating', { description: 'What the reviews of an artisan say together.', simpleResolvers: true })
export class ArtisanRatingType {
  @Field(() => Float, { description: 'The average of their ratings, 1 to 5, to one decimal.' })
  average!: number;

  @Field(() => Int, { description: 'How many there are.' })
  count!: number;
}

@ArgsType()
export class ReviewsArgs extends sortedArgs('ReviewSort', 'reviews') {
  @Field(() => ID, { description: 'Whose.' })
  @IsUUID()
  artisanId!: string;
}

@ArgsType()
export class ArtisanReviewsArgs extends sortedArgs('ArtisanReviewSort', 'reviews of one’s agenda') {
  @Field(() => ReviewStatusEnum, { nullable: true, description: 'In this status; all unless said.' })
  @IsOptional()
  status?: ReviewStatus | null;
}

@InputType({ description: 'What somebody says of an appointment.' })
export class SubmitReviewInput {
  @Field(() => String, { description: 'The code of the appointment.' })
  @Line(1, 20)
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The token of its link; not needed with the account that booked it.',
  })
  @IsOptional()
  @Line(0, 100)
  token?: string | null;

  @Field(() => Int, { description: '1 to 5.' })
  @IsInt()
  @Min(1)
  @Max(5)
  rating!: number;

  @Field(() => String, { nullable: true, description: 'In words, at most 2,000 characters.' })
  @IsOptional()
  @PlainLines(0, 2_000)
  text?: string | null;
}

@InputType({ description: 'Which review.' })
export class DecideReviewInput {
  @Field(() => ID, { description: 'The review.' })
  @IsUUID()
  id!: string;
}
