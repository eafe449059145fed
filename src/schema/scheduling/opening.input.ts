import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { Weekday } from '../../entities/scheduling/opening.entity.ts';
import type { HolidayRegion } from '../../services/kernel/holidays.ts';
import { DateTime, LocalDate } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { Line } from '../shared/text.rules.ts';
import { HolidayRegionEnum, WeekdayEnum } from './practice.enums.ts';

@InputType({ description: 'A window of a local day; a night is two of them.' })
export class DayWindowInput {
  @Field(() => Int, { description: 'Where it begins, in minutes of the local day, a multiple of 5: 540 is 9:00.' })
  @IsInt()
  @Min(0)
  @Max(1_440)
  startMinute!: number;

  @Field(() => Int, { description: 'Where it ends, after its beginning, a multiple of 5; 1440 is midnight.' })
  @IsInt()
  @Min(0)
  @Max(1_440)
  endMinute!: number;
}

@InputType({ description: 'A window or a break of a weekday. Those of one day that overlap are one.' })
export class WeeklyRuleInput extends DayWindowInput {
  @Field(() => WeekdayEnum, { description: 'The day of the week.' })
  weekday!: Weekday;

  @Field(() => Int, {
    defaultValue: 1,
    description: '1: every week; 2: every other week, that of `anchorOn` among them.',
  })
  @IsIn([1, 2])
  everyWeeks!: number;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'A date of a week that counts; required for every other week.',
  })
  @IsOptional()
  anchorOn?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first date.' })
  @IsOptional()
  validFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last date.' })
  @IsOptional()
  validTo?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The offering that it is for, one of the artisan; all unless given.',
  })
  @IsOptional()
  @IsUUID()
  offeringId?: string | null;
}

@InputType({ description: 'The windows or the breaks of an artisan: they take the place of those there are.' })
export class SetWeeklyRulesInput {
  @Field(() => ID, { description: 'The artisan.' })
  @IsUUID()
  artisanId!: string;

  @Field(() => [WeeklyRuleInput], { description: 'All of them, at most 100.' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  rules!: WeeklyRuleInput[];
}

@InputType({ description: 'A local date of an artisan.' })
export class OpeningDateInput {
  @Field(() => ID, { description: 'The artisan.' })
  @IsUUID()
  artisanId!: string;

  @Field(() => LocalDate, { description: 'The date.' })
  localDate!: string;
}

@InputType({ description: 'What takes the place of the windows and breaks of a local date.' })
export class SetOpeningExceptionInput extends OpeningDateInput {
  @Field(() => [DayWindowInput], { description: 'Its windows, at most 12; none: closed.' })
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  windows!: DayWindowInput[];
}

@InputType({ description: 'A time without appointments: local dates, the last one with it, or instants.' })
export class CreateClosureInput extends KeyedInput {
  @Field(() => ID, { description: 'The artisan.' })
  @IsUUID()
  artisanId!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The first date.' })
  @IsOptional()
  fromOn?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last date.' })
  @IsOptional()
  untilOn?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it begins; instead of dates.' })
  @IsOptional()
  fromAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends; instead of dates.' })
  @IsOptional()
  untilAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why, at most 255 characters; customers do not read it.' })
  @IsOptional()
  @Line(1, 255)
  reason?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it comes back on the same dates every year.' })
  isYearly!: boolean;
}

@InputType({ description: 'A closure.' })
export class DeleteClosureInput {
  @Field(() => ID, { description: 'The closure.' })
  @IsUUID()
  id!: string;
}

@InputType({ description: 'Whose public holidays close an agenda.' })
export class SetHolidaysInput {
  @Field(() => ID, { description: 'The artisan.' })
  @IsUUID()
  artisanId!: string;

  @Field(() => HolidayRegionEnum, { nullable: true, description: 'The region; null: public holidays close nothing.' })
  region?: HolidayRegion | null;
}
