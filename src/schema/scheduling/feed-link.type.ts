import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { IsUUID } from 'class-validator';
import { feedKinds, type FeedKind } from '../../entities/scheduling/feed-link.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { KeyedInput } from '../shared/keyed.input.ts';

export const FeedKindEnum = enumOf(feedKinds);
registerEnumType(FeedKindEnum, {
  name: 'FeedKind',
  description: 'What an address of bookings says.',
  valuesConfig: {
    BUSY: { description: 'When the artisan is taken, and nothing else.' },
    DETAILS: { description: 'What was booked, by whom and where.' },
  },
});

@ObjectType('FeedLink', {
  description: 'A secret address at which calendar programs read the bookings of an artisan.',
  simpleResolvers: true,
})
export class FeedLinkType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => FeedKindEnum, { description: 'What it says.' })
  kind!: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was read last, to the hour; null for never.' })
  lastReadAt!: Date | null;
}

@ObjectType('CreatedFeedLink', { description: 'An address that was made.', simpleResolvers: true })
export class CreatedFeedLinkType {
  @Field(() => FeedLinkType, { description: 'What is kept of it.' })
  link!: FeedLinkType;

  @Field(() => String, { description: 'The address itself, a secret that is shown this once.' })
  address!: string;
}

@InputType({ description: 'An address of bookings that is to be made.' })
export class CreateFeedLinkInput extends KeyedInput {
  @Field(() => ID, { description: 'The artisan.' })
  @IsUUID()
  artisanId!: string;

  @Field(() => FeedKindEnum, { description: 'What it says.' })
  kind!: FeedKind;
}

@InputType({ description: 'An address of bookings.' })
export class RevokeFeedLinkInput {
  @Field(() => ID, { description: 'The address, by its identifier.' })
  @IsUUID()
  id!: string;
}
