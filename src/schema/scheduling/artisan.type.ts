import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Cost } from '../directives/cost.ts';
import { DateTime, EmailAddress, PhoneNumber } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { ClosureType } from './opening.type.ts';
import { ArtisanStatusEnum, CalendarDetailEnum, HolidayRegionEnum, StalePolicyEnum } from './practice.enums.ts';

@ObjectType('Artisan', { description: 'Somebody whom appointments are made with.', simpleResolvers: true })
export class ArtisanType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Their part of addresses of the web: `a-z0-9-`.' })
  slug!: string;

  @Field(() => String, { description: 'The name that they show.' })
  displayName!: string;

  @Field(() => String, { description: 'Their time zone, such as Europe/Paris.' })
  timeZone!: string;

  @Field(() => String, { description: 'Their country, ISO 3166-1: national phone numbers are read by it.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'Where they receive; null where they said nothing.' })
  place!: string | null;

  @Field(() => String, { nullable: true, description: 'What they say about themself; null for nothing.' })
  bio!: string | null;

  @Field(() => ArtisanStatusEnum, { description: 'Published, to everybody but themself and admins.' })
  status!: string;
}

export const ArtisanConnection = connectionOf(ArtisanType, 'Artisan', { isCounted: true });

@ObjectType('TextUsage', { description: 'Texts of this calendar month that count for a plan.', simpleResolvers: true })
export class TextUsageType {
  @Field(() => Int, { description: 'How many left; a text of two parts counts as two.' })
  used!: number;

  @Field(() => Int, { nullable: true, description: 'How many the plan has; null for as many as one likes.' })
  allowed!: number | null;
}

@ObjectType('ManagedArtisan', {
  description: 'An artisan as they and admins see them, with when they are open.',
  simpleResolvers: true,
})
export class ManagedArtisanType extends ArtisanType {
  @Field(() => ID, { nullable: true, description: 'The account of the person; null once it was erased.' })
  userId!: string | null;

  @Field(() => EmailAddress, { description: 'Where mails about bookings go.' })
  email!: string;

  @Field(() => PhoneNumber, { nullable: true, description: 'Their phone number, E.164; null where they gave none.' })
  phone!: string | null;

  @Field(() => HolidayRegionEnum, { nullable: true, description: 'Whose public holidays close; null for none.' })
  holidayRegion!: string | null;

  @Field(() => Int, { description: 'Minutes kept free around an appointment at the customer’s, beside the buffers.' })
  defaultTravelMinutes!: number;

  @Field(() => Int, { description: 'From this minute of the local day on, customers are sent nothing.' })
  quietFromMinute!: number;

  @Field(() => Int, { description: 'Until this minute of the local day.' })
  quietUntilMinute!: number;

  @Field(() => StalePolicyEnum, { description: 'What is offered when a connected calendar was not read for too long.' })
  whenStale!: string;

  @Field(() => Int, { description: 'After how many hours that is too long.' })
  staleAfterHours!: number;

  @Field(() => CalendarDetailEnum, { description: 'What events in connected calendars say of a booking.' })
  calendarDetail!: string;

  @Field(() => DateTime, { description: 'When they became one.' })
  createdAt!: Date;
}

@ObjectType('UpdatedArtisan', { description: 'An artisan after a change.', simpleResolvers: true })
export class UpdatedArtisanType {
  @Field(() => ManagedArtisanType, { description: 'As they are now.' })
  artisan!: ManagedArtisanType;

  @Field(() => Int, {
    description:
      'How many rules, breaks, exceptions and closures to come mean other instants, since the time zone changed. No booking moved.',
  })
  movedRules!: number;
}

@ObjectType('AffectedBooking', {
  description: 'A booking to come that does not lie in the opening.',
  simpleResolvers: true,
})
export class AffectedBookingType {
  @Field(() => ID, { description: 'The booking, for `moveBookings` and `cancelBookings`.' })
  id!: string;

  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => String, { description: 'The name of the offering as it was booked.' })
  offeringName!: string;

  @Field(() => String, { description: 'The name of the customer.' })
  customerName!: string;

  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Date;
}

@ObjectType('SavedOpening', {
  description: 'When an artisan is open, after a change. Nothing was cancelled by it.',
  simpleResolvers: true,
})
export class SavedOpeningType {
  @Field(() => ManagedArtisanType, { description: 'The artisan.' })
  artisan!: ManagedArtisanType;

  @Field(() => ClosureType, { nullable: true, description: 'The closure that was made; null after other changes.' })
  closure!: ClosureType | null;

  @Field(() => Int, { description: 'How many bookings to come do not lie in the opening.' })
  affectedCount!: number;

  @Cost({ size: 20 })
  @Field(() => [AffectedBookingType], { description: 'These bookings, the earliest first, at most 100.' })
  affectedBookings!: AffectedBookingType[];
}
