import { IsOptional, IsUUID } from 'class-validator';
import { ArgsType, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Cost } from '../directives/cost.ts';
import { LocalDate } from '../scalars/index.ts';
import { MoneyType } from '../shared/money.type.ts';
import { WeekdayEnum } from './practice.enums.ts';

@ArgsType()
export class ArtisanStatsArgs {
  @Field(() => LocalDate, { description: 'The first local date of the artisan.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last one, included; at most 366 days.' })
  to!: string;

  @Field(() => ID, { nullable: true, description: 'The artisan; you unless given.' })
  @IsOptional()
  @IsUUID()
  artisanId?: string | null;
}

@ObjectType('ArtisanFigures', {
  description: 'Figures of the appointments that begin within a time.',
  simpleResolvers: true,
})
export class ArtisanFiguresType {
  @Field(() => Int, { description: 'Appointments that stood: confirmed, whatever became of them.' })
  bookings!: number;

  @Field(() => Int, { description: 'Those that took place.' })
  completed!: number;

  @Field(() => Int, { description: 'Those whose customer did not come.' })
  noShows!: number;

  @Field(() => Int, { description: 'Those that stood and were cancelled.' })
  cancelled!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'No-shows of the appointments that took place or should have: 0.1 is a tenth; null without any.',
  })
  noShowShare!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Cancelled ones of those that stood: 0.1 is a tenth; null without any.',
  })
  cancellationShare!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The median time from booking to the start, in whole minutes; null without any.',
  })
  medianLeadMinutes!: number | null;

  @Field(() => Int, { description: 'Minutes of opening, as the rules are now.' })
  openMinutes!: number;

  @Field(() => Int, {
    description: 'Minutes of appointments that stand or took place, no-shows included; without buffers.',
  })
  bookedMinutes!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The booked share of the opening, 0 to 1; null where nothing is open.',
  })
  occupancy!: number | null;

  @Field(() => [MoneyType], { description: 'The prices of the appointments that took place, by currency.' })
  revenue!: MoneyType[];

  @Field(() => [MoneyType], {
    description: 'What is still here of the deposits of cancelled appointments and no-shows, by currency.',
  })
  depositsKept!: MoneyType[];
}

@ObjectType('OfferingFigures', { description: 'Figures of one offering.', simpleResolvers: true })
export class OfferingFiguresType {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => String, { description: 'Its name now.' })
  name!: string;

  @Field(() => ArtisanFiguresType, { description: 'Its figures; the opening is that of the artisan.' })
  figures!: ArtisanFiguresType;
}

@ObjectType('WeekdayFigures', { description: 'Figures of one day of the week.', simpleResolvers: true })
export class WeekdayFiguresType {
  @Field(() => WeekdayEnum, { description: 'The day of the week.' })
  weekday!: string;

  @Field(() => ArtisanFiguresType, { description: 'The figures of these days.' })
  figures!: ArtisanFiguresType;
}

@ObjectType('MonthFigures', { description: 'Figures of one month.', simpleResolvers: true })
export class MonthFiguresType {
  @Field(() => String, { description: 'The month: `2026-11`.' })
  month!: string;

  @Field(() => ArtisanFiguresType, { description: 'The figures of its days within the period.' })
  figures!: ArtisanFiguresType;
}

@ObjectType('ArtisanStats', { description: 'How the appointments of an artisan went.', simpleResolvers: true })
export class ArtisanStatsType {
  @Field(() => ID, { description: 'The artisan.' })
  artisanId!: string;

  @Field(() => String, { description: 'Their time zone, such as Europe/Paris.' })
  timeZone!: string;

  @Field(() => LocalDate, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last day.' })
  to!: string;

  @Field(() => ArtisanFiguresType, { description: 'All of it.' })
  total!: ArtisanFiguresType;

  @Cost({ size: 20 })
  @Field(() => [OfferingFiguresType], { description: 'By what was booked, by name.' })
  byOffering!: OfferingFiguresType[];

  @Cost({ size: 7 })
  @Field(() => [WeekdayFiguresType], { description: 'By the day of the week, Monday first.' })
  byWeekday!: WeekdayFiguresType[];

  @Cost({ size: 13 })
  @Field(() => [MonthFiguresType], { description: 'By month, the earliest first.' })
  byMonth!: MonthFiguresType[];
}
