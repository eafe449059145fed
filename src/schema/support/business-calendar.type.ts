import { ArrayMaxSize, ArrayMinSize, IsOptional, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { HolidayRegion } from '../../services/kernel/holidays.ts';
import { Cost } from '../directives/cost.ts';
import { LocalDate } from '../scalars/index.ts';
import { HolidayRegionEnum } from '../scheduling/practice.enums.ts';

const timeOfDay = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

@ObjectType('BusinessWindow', {
  description: 'From a time of the day to another, in local time.',
  simpleResolvers: true,
})
export class BusinessWindowType {
  @Field(() => String, { description: 'Its beginning, as `09:00`.' })
  from!: string;

  @Field(() => String, { description: 'Its end, which is no part of it, as `12:30`; `24:00` is the end of the day.' })
  to!: string;
}

@ObjectType('BusinessDayHours', { description: 'The windows of a day of the week.', simpleResolvers: true })
export class BusinessDayHoursType {
  @Field(() => Int, { description: '1 for Monday to 7 for Sunday.' })
  weekday!: number;

  @Cost({ size: 2 })
  @Field(() => [BusinessWindowType], { description: 'Empty when closed.' })
  windows!: BusinessWindowType[];
}

@ObjectType('CalendarException', { description: 'A local date with windows of its own.', simpleResolvers: true })
export class CalendarExceptionType {
  @Field(() => LocalDate, { description: 'The date.' })
  date!: string;

  @Cost({ size: 2 })
  @Field(() => [BusinessWindowType], { description: 'Empty when closed.' })
  windows!: BusinessWindowType[];
}

@ObjectType('BusinessCalendar', {
  description: 'The hours of the business from a day on, until the next version.',
  simpleResolvers: true,
})
export class BusinessCalendarType {
  @Field(() => LocalDate, { description: 'The first local date.' })
  validFrom!: string;

  @Field(() => String, { description: 'The time zone, such as `Europe/Paris`.' })
  zone!: string;

  @Field(() => HolidayRegionEnum, {
    nullable: true,
    description: 'The region whose public holidays are closed; null for none.',
  })
  region!: string | null;

  @Cost({ size: 7 })
  @Field(() => [BusinessDayHoursType], { description: 'The seven days, Monday first.' })
  week!: BusinessDayHoursType[];

  @Cost({ size: 20 })
  @Field(() => [CalendarExceptionType], { description: 'What takes the place of the week on some dates.' })
  exceptions!: CalendarExceptionType[];
}

@InputType({ description: 'From a time of the day to another, in local time.' })
export class BusinessWindowInput {
  @Field(() => String, { description: 'Its beginning, as `09:00`.' })
  @MaxLength(5)
  @Matches(timeOfDay)
  from!: string;

  @Field(() => String, { description: 'Its end, as `12:30`; `24:00` is the end of the day.' })
  @MaxLength(5)
  @Matches(timeOfDay)
  to!: string;
}

@InputType({ description: 'The windows of a day.' })
export class BusinessDayHoursInput {
  @Field(() => [BusinessWindowInput], { description: 'None over another; empty when closed.' })
  @ArrayMaxSize(10)
  @ValidateNested()
  windows!: BusinessWindowInput[];
}

@InputType({ description: 'A local date with windows of its own.' })
export class CalendarExceptionInput extends BusinessDayHoursInput {
  @Field(() => LocalDate, { description: 'The date.' })
  date!: string;
}

@InputType({ description: 'The hours of the business from a day on; those of the same day are replaced.' })
export class SetBusinessCalendarInput {
  @Field(() => LocalDate, { description: 'The first local date.' })
  validFrom!: string;

  @Field(() => String, { description: 'The time zone, such as `Europe/Paris`.' })
  @MaxLength(64)
  zone!: string;

  @Field(() => HolidayRegionEnum, {
    nullable: true,
    description: 'The region whose public holidays are closed; null: they are open.',
  })
  @IsOptional()
  region?: HolidayRegion | null;

  @Field(() => [BusinessDayHoursInput], { description: 'The seven days, Monday first.' })
  @ArrayMinSize(7)
  @ArrayMaxSize(7)
  @ValidateNested()
  week!: BusinessDayHoursInput[];

  @Field(() => [CalendarExceptionInput], {
    nullable: true,
    description: 'Dates with windows of their own, at most 366.',
  })
  @IsOptional()
  @ArrayMaxSize(366)
  @ValidateNested()
  exceptions?: CalendarExceptionInput[] | null;
}
