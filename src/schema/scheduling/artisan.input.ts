import { IsInt, IsOptional, IsUUID, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { CalendarDetail, StalePolicy } from '../../entities/scheduling/artisan.entity.ts';
import type { HolidayRegion } from '../../services/kernel/holidays.ts';
import { EmailAddress, PhoneNumber } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { searchedArgs } from '../shared/list.args.ts';
import { Label, Line, Lines } from '../shared/text.rules.ts';
import { CalendarDetailEnum, HolidayRegionEnum, StalePolicyEnum } from './practice.enums.ts';

const slug = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

@ArgsType()
export class ArtisansArgs extends searchedArgs('ArtisanSort', {
  of: 'artisans',
  within: 'their names and places',
}) {}

@InputType({ description: 'A new artisan, whom nobody sees before they are published.' })
export class CreateArtisanInput extends KeyedInput {
  @Field(() => ID, { description: 'The account: an artisan, a proofreader or an admin who is not one yet.' })
  @IsUUID()
  userId!: string;

  @Field(() => String, {
    description: 'Their part of addresses of the web, 3 to 60 of `a-z0-9-`; no other artisan has it.',
  })
  @Length(3, 60)
  @Matches(slug)
  slug!: string;

  @Field(() => String, { description: 'The name that they show, 2 to 255 characters.' })
  @Label(255, 2)
  displayName!: string;

  @Field(() => EmailAddress, { description: 'Where mails about bookings go, at most 255 characters.' })
  @MaxLength(255)
  email!: string;

  @Field(() => PhoneNumber, {
    nullable: true,
    description: 'Their phone number, national forms read by their country.',
  })
  @IsOptional()
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Their time zone, such as Europe/Paris. Europe/Paris unless given.',
  })
  @IsOptional()
  @Line(1, 60)
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Their country, ISO 3166-1. FR unless given.' })
  @IsOptional()
  @MaxLength(2)
  @Matches(/^[A-Z]{2}$/)
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Where they receive, at most 500 characters.' })
  @IsOptional()
  @Lines(1, 500)
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'What they say about themself, at most 5,000 characters.' })
  @IsOptional()
  @Lines(1, 5_000)
  bio?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Minutes kept free around an appointment at the customer’s, beside the buffers, 0 to 240. 30 unless given.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(240)
  defaultTravelMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'From this minute of the local day on, customers are sent nothing: 0 to 1440. 1200 unless given.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1440)
  quietFromMinute?: number | null;

  @Field(() => Int, { nullable: true, description: 'Until this minute of the local day, 0 to 1440. 480 unless given.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1440)
  quietUntilMinute?: number | null;

  @Field(() => HolidayRegionEnum, {
    nullable: true,
    description: 'Whose public holidays close; those of metropolitan France unless given.',
  })
  @IsOptional()
  holidayRegion?: HolidayRegion | null;
}

@InputType({ description: 'An artisan and what changes of them; what is absent stays.' })
export class UpdateArtisanInput {
  @Field(() => ID, { description: 'The artisan.' })
  @IsUUID()
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Their part of addresses of the web, 3 to 60 of `a-z0-9-`; no other artisan has it.',
  })
  @IsOptional()
  @Length(3, 60)
  @Matches(slug)
  slug?: string | null;

  @Field(() => String, { nullable: true, description: 'The name that they show, 2 to 255 characters.' })
  @IsOptional()
  @Label(255, 2)
  displayName?: string | null;

  @Field(() => EmailAddress, { nullable: true, description: 'Where mails about bookings go, at most 255 characters.' })
  @IsOptional()
  @MaxLength(255)
  email?: string | null;

  @Field(() => PhoneNumber, {
    nullable: true,
    description: 'Their phone number, national forms read by their country; null empties it.',
  })
  @IsOptional()
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Their time zone, such as Europe/Paris. No booking moves with it.',
  })
  @IsOptional()
  @Line(1, 60)
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Their country, ISO 3166-1.' })
  @IsOptional()
  @MaxLength(2)
  @Matches(/^[A-Z]{2}$/)
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Where they receive, at most 500 characters; null empties it.' })
  @IsOptional()
  @Lines(1, 500)
  place?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What they say about themself, at most 5,000 characters; null empties it.',
  })
  @IsOptional()
  @Lines(1, 5_000)
  bio?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes kept free around an appointment at the customer’s, beside the buffers, 0 to 240.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(240)
  defaultTravelMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'From this minute of the local day on, customers are sent nothing: 0 to 1440.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1440)
  quietFromMinute?: number | null;

  @Field(() => Int, { nullable: true, description: 'Until this minute of the local day, 0 to 1440.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1440)
  quietUntilMinute?: number | null;

  @Field(() => StalePolicyEnum, {
    nullable: true,
    description: 'What is offered when a connected calendar was not read for too long.',
  })
  @IsOptional()
  whenStale?: StalePolicy | null;

  @Field(() => Int, { nullable: true, description: 'After how many hours that is too long, 1 to 168.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(168)
  staleAfterHours?: number | null;

  @Field(() => CalendarDetailEnum, {
    nullable: true,
    description: 'What the events that are written into connected calendars say of a booking.',
  })
  @IsOptional()
  calendarDetail?: CalendarDetail | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Published, they are seen and booked by everybody; else hidden, without new bookings.',
  })
  @IsOptional()
  isPublished?: boolean | null;
}

@InputType({ description: 'The artisan who is hidden.' })
export class PauseArtisanInput {
  @Field(() => ID, { description: 'The artisan.' })
  @IsUUID()
  id!: string;
}
