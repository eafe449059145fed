import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import {
  CalendarConnectionStatusEnum,
  CalendarHealthEnum,
  CalendarProviderEnum,
  ConflictKindEnum,
  ConflictResolutionEnum,
  ConflictStatusEnum,
} from './calendar.enums.ts';

@ObjectType('SkippedEvents', { description: 'Events of a calendar that could not be read.', simpleResolvers: true })
export class SkippedEventsType {
  @Field(() => String, { description: 'Why, in capitals.' })
  reason!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('ConnectedCalendar', {
  description: 'A calendar of a connection, and what was chosen of it.',
  simpleResolvers: true,
})
export class ConnectedCalendarType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Its name at its provider.' })
  name!: string;

  @Field(() => String, { description: 'Its time zone: all-day events are days of it.' })
  timeZone!: string;

  @Field(() => Boolean, { description: 'Can bookings be written there?' })
  isWritable!: boolean;

  @Field(() => Boolean, { description: 'Do its events take time?' })
  blocks!: boolean;

  @Field(() => Boolean, { description: 'Are bookings written there? One calendar of an artisan.' })
  receivesBookings!: boolean;

  @Field(() => Boolean, { description: 'Do all-day events take no time?' })
  ignoresAllDay!: boolean;

  @Field(() => Boolean, { description: 'Do tentative events take no time?' })
  ignoresTentative!: boolean;

  @Field(() => Boolean, { description: 'Do unanswered invitations take no time?' })
  ignoresUnanswered!: boolean;

  @Field(() => Int, { description: 'How many of its events could not be read, the last time.' })
  skippedCount!: number;

  @Field(() => [SkippedEventsType], { description: 'Why, at most twenty reasons.' })
  skippedReasons!: readonly SkippedEventsType[];

  @Field(() => DateTime, { nullable: true, description: 'When it was read last; null before.' })
  lastSyncAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when it is no longer at its provider; null while it is.',
  })
  goneAt!: Date | null;
}

@ObjectType('CalendarAccount', {
  description: 'An account of an artisan at a provider of calendars.',
  simpleResolvers: true,
})
export class CalendarConnectionType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => CalendarProviderEnum, { description: 'Where.' })
  provider!: string;

  @Field(() => CalendarConnectionStatusEnum, { description: 'How it is.' })
  status!: string;

  @Field(() => CalendarHealthEnum, { description: 'How it does, by its last readings.' })
  health!: string;

  @Field(() => String, { description: 'The address of the account, or the server.' })
  account!: string;

  @Field(() => Boolean, { description: 'Are the titles of its events kept?' })
  keepsTitles!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When all of it was read last; null before.' })
  lastSuccessAt!: Date | null;

  @Field(() => DateTime, { description: 'When it is read next, while it is connected.' })
  nextSyncAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was not read the last time, in capitals; null when it was.',
  })
  failureCode!: string | null;

  @Field(() => Int, { description: 'How often in a row it was not read.' })
  failureCount!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was disconnected; null while it is not.' })
  disconnectedAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was connected.' })
  createdAt!: Date;
}

@ObjectType('CalendarFlowStart', {
  description: 'The way to a provider, which the browser goes.',
  simpleResolvers: true,
})
export class CalendarFlowStartType {
  @Field(() => String, { description: 'Where the browser goes.' })
  url!: string;

  @Field(() => String, { description: 'What the browser keeps to itself until it is back.' })
  proof!: string;
}

@ObjectType('CalendarConnecting', {
  description: 'A connection, or where the browser goes to allow it: one of the two.',
  simpleResolvers: true,
})
export class CalendarConnectingType {
  @Field(() => CalendarConnectionType, {
    nullable: true,
    description: 'The connection; null while its provider is to be asked by the browser.',
  })
  connection!: CalendarConnectionType | null;

  @Field(() => CalendarFlowStartType, {
    nullable: true,
    description: 'Where the browser goes; null when it is connected.',
  })
  start!: CalendarFlowStartType | null;
}

@ObjectType('BusyBlock', { description: 'A time at which an artisan is busy elsewhere.', simpleResolvers: true })
export class BusyBlockType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'The name of its calendar.' })
  calendarName!: string;

  @Field(() => DateTime, { description: 'When it begins, within what is read.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends, within what is read.' })
  endsAt!: Date;

  @Field(() => Boolean, { description: 'Is it of whole days?' })
  isAllDay!: boolean;

  @Field(() => String, { nullable: true, description: 'Its title; null unless the artisan keeps titles.' })
  title!: string | null;
}

export const BusyBlockConnection = connectionOf(BusyBlockType, 'BusyBlock');

@ObjectType('CalendarConflict', { description: 'A booking and a calendar that disagree.', simpleResolvers: true })
export class CalendarConflictType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ConflictKindEnum, { description: 'What they disagree on.' })
  kind!: string;

  @Field(() => ConflictStatusEnum, { description: 'What became of it.' })
  status!: string;

  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => String, { description: 'Its code.' })
  bookingCode!: string;

  @Field(() => String, { description: 'Its customer.' })
  customerName!: string;

  @Field(() => DateTime, { description: 'When it begins.' })
  bookingStartsAt!: Date;

  @Field(() => String, { description: 'The name of the calendar.' })
  calendarName!: string;

  @Field(() => DateTime, { nullable: true, description: 'Where the event is now; null when it was deleted.' })
  eventStartsAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends; null when it was deleted.' })
  eventEndsAt!: Date | null;

  @Field(() => [ConflictResolutionEnum], { description: 'What can be decided; nothing once it is closed.' })
  resolutions!: readonly string[];

  @Field(() => ConflictResolutionEnum, { nullable: true, description: 'What was decided; null for nothing yet.' })
  resolution!: string | null;

  @Field(() => DateTime, { description: 'When it was seen.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed; null while it is open.' })
  closedAt!: Date | null;
}

export const CalendarConflictConnection = connectionOf(CalendarConflictType, 'CalendarConflict');
