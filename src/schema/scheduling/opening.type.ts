import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Free } from '../directives/cost.ts';
import { DateTime, LocalDate } from '../scalars/index.ts';
import { WeekdayEnum } from './practice.enums.ts';

@Free()
@ObjectType('DayWindow', { description: 'A window of a local day.', simpleResolvers: true })
export class DayWindowType {
  @Field(() => Int, { description: 'Where it begins, in minutes of the local day: 540 is 9:00.' })
  startMinute!: number;

  @Field(() => Int, { description: 'Where it ends; 1440 is midnight.' })
  endMinute!: number;
}

@ObjectType('WeeklyRule', { description: 'A window or a break of a weekday.', simpleResolvers: true })
export class WeeklyRuleType extends DayWindowType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => WeekdayEnum, { description: 'The day of the week.' })
  weekday!: string;

  @Field(() => Int, { description: '1: every week; 2: every other week, that of `anchorOn` among them.' })
  everyWeeks!: number;

  @Field(() => LocalDate, { nullable: true, description: 'A date of a week that counts; null for every week.' })
  anchorOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first date; null for no beginning.' })
  validFrom!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last date; null for no end.' })
  validTo!: string | null;

  @Field(() => ID, { nullable: true, description: 'The offering that it is for; null for all.' })
  offeringId!: string | null;
}

@ObjectType('OpeningException', {
  description: 'What takes the place of the windows and breaks of one local date.',
  simpleResolvers: true,
})
export class OpeningExceptionType {
  @Field(() => LocalDate, { description: 'The date.' })
  localDate!: string;

  @Field(() => [DayWindowType], { description: 'Its windows; none: closed.' })
  windows!: DayWindowType[];
}

@ObjectType('Closure', { description: 'A time without appointments.', simpleResolvers: true })
export class ClosureType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The first local date; null for a closure by instants.' })
  fromOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last local date; null for a closure by instants.' })
  untilOn!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it begins; null for a closure by dates.' })
  fromAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends; null for a closure by dates.' })
  untilAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why; nobody but the artisan and admins reads it. Null for nothing.',
  })
  reason!: string | null;

  @Field(() => Boolean, { description: 'Whether it comes back on the same dates every year.' })
  isYearly!: boolean;
}
