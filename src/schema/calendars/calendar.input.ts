import { ArrayMaxSize, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { ConflictResolution } from '../../entities/calendars/calendar-conflict.entity.ts';
import type { CalendarProvider } from '../../entities/calendars/calendar-connection.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { Line } from '../shared/text.rules.ts';
import { CalendarProviderEnum, ConflictResolutionEnum } from './calendar.enums.ts';

@InputType({ description: 'What opens an account without a browser.' })
export class CalendarAccountInput {
  @Field(() => String, { nullable: true, description: 'The address of the server, for CALDAV.' })
  @IsOptional()
  @Line(1, 500)
  server?: string | null;

  @Field(() => String, { nullable: true, description: 'The user there, for CALDAV.' })
  @IsOptional()
  @Line(1, 200)
  user?: string | null;

  @Field(() => String, { nullable: true, description: 'An app password, for CALDAV.' })
  @IsOptional()
  @MaxLength(500)
  password?: string | null;

  @Field(() => String, { nullable: true, description: 'The secret address of the file, for ICS.' })
  @IsOptional()
  @Line(1, 2_000)
  url?: string | null;
}

@InputType({ description: 'An account to connect: for CALDAV and ICS with what opens it.' })
export class ConnectCalendarInput extends CalendarAccountInput {
  @Field(() => ID, { description: 'The artisan.' })
  @IsUUID()
  artisanId!: string;

  @Field(() => CalendarProviderEnum, { description: 'Where.' })
  provider!: CalendarProvider;

  @Field(() => Boolean, { defaultValue: false, description: 'Are the titles of its events kept, for you and admins?' })
  keepsTitles!: boolean;
}

@InputType({ description: 'A connection to open anew, with the same account.' })
export class ReconnectCalendarInput extends CalendarAccountInput {
  @Field(() => ID, { description: 'The connection.' })
  @IsUUID()
  connectionId!: string;
}

@InputType({ description: 'A connection to end.' })
export class DisconnectCalendarInput {
  @Field(() => ID, { description: 'The connection.' })
  @IsUUID()
  connectionId!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Does the busy time that is known stay?' })
  keepsBusyTime!: boolean;
}

@InputType({ description: 'A calendar and what is chosen of it; what is absent stays.' })
export class CalendarChoiceInput {
  @Field(() => ID, { description: 'The calendar.' })
  @IsUUID()
  id!: string;

  @Field(() => Boolean, { nullable: true, description: 'Do its events take time?' })
  @IsOptional()
  blocks?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Are bookings written there? Then nowhere else.' })
  @IsOptional()
  receivesBookings?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Do all-day events take no time?' })
  @IsOptional()
  ignoresAllDay?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Do tentative events take no time?' })
  @IsOptional()
  ignoresTentative?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Do unanswered invitations take no time?' })
  @IsOptional()
  ignoresUnanswered?: boolean | null;
}

@InputType({ description: 'What is chosen of a connection; what is absent stays.' })
export class ChooseCalendarsInput {
  @Field(() => ID, { description: 'The connection.' })
  @IsUUID()
  connectionId!: string;

  @Field(() => Boolean, { nullable: true, description: 'Are the titles of its events kept?' })
  @IsOptional()
  keepsTitles?: boolean | null;

  @Field(() => [CalendarChoiceInput], { description: 'Its calendars, at most 50.' })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  calendars!: CalendarChoiceInput[];
}

@InputType({ description: 'A connection to read now.' })
export class SyncCalendarNowInput {
  @Field(() => ID, { description: 'The connection.' })
  @IsUUID()
  connectionId!: string;
}

@InputType({ description: 'What becomes of a booking that a calendar disagrees with.' })
export class ResolveCalendarConflictInput {
  @Field(() => ID, { description: 'The conflict.' })
  @IsUUID()
  conflictId!: string;

  @Field(() => ConflictResolutionEnum, { description: 'What is decided.' })
  resolution!: ConflictResolution;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Where the booking moves; where its event was moved to unless given.',
  })
  @IsOptional()
  startsAt?: Date | null;
}
