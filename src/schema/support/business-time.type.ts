import { IsInt, Max, Min } from 'class-validator';
import { ArgsType, Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import type { TicketPriority } from '../../entities/support/ticket.entity.ts';
import { DateTime, LocalDate } from '../scalars/index.ts';
import { TicketPriorityEnum } from './ticket.enums.ts';

@ObjectType('TicketTarget', {
  description: 'How fast tickets of a priority are to be resolved.',
  simpleResolvers: true,
})
export class TicketTargetType {
  @Field(() => TicketPriorityEnum, { description: 'The priority.' })
  priority!: string;

  @Field(() => Int, { description: 'Minutes of business time to the first answer.' })
  firstResponseMinutes!: number;

  @Field(() => Int, { description: 'Minutes of business time to the resolution.' })
  resolutionMinutes!: number;
}

const mostMinutes = 100_000;

@InputType({ description: 'How fast tickets of a priority are to be resolved.' })
export class SetTicketTargetInput {
  @Field(() => TicketPriorityEnum, { description: 'The priority.' })
  priority!: TicketPriority;

  @Field(() => Int, { description: 'Minutes of business time to the first answer, 1 to 100,000.' })
  @IsInt()
  @Min(1)
  @Max(mostMinutes)
  firstResponseMinutes!: number;

  @Field(() => Int, { description: 'The same to the resolution, no less.' })
  @IsInt()
  @Min(1)
  @Max(mostMinutes)
  resolutionMinutes!: number;
}

@ObjectType('BusinessTimeWindow', { description: 'A time in which the business is open.', simpleResolvers: true })
export class BusinessTimeWindowType {
  @Field(() => DateTime, { description: 'Its beginning.' })
  from!: Date;

  @Field(() => DateTime, { description: 'Its end.' })
  to!: Date;
}

@ObjectType('BusinessTimeDay', { description: 'What a local date adds to business time.', simpleResolvers: true })
export class BusinessTimeDayType {
  @Field(() => LocalDate, { description: 'The date.' })
  date!: string;

  @Field(() => [BusinessTimeWindowType], { description: 'Its windows; empty when closed.' })
  windows!: BusinessTimeWindowType[];

  @Field(() => Float, { description: 'How many minutes of it count.' })
  minutes!: number;
}

@ObjectType('BusinessTime', {
  description: 'When so much business time has passed, day by day.',
  simpleResolvers: true,
})
export class BusinessTimeType {
  @Field(() => DateTime, {
    nullable: true,
    description: 'The instant; null where the business does not open any more.',
  })
  endsAt!: Date | null;

  @Field(() => [BusinessTimeDayType], { description: 'The days on the way, closed ones included; at most 400.' })
  days!: BusinessTimeDayType[];
}

@ArgsType()
export class BusinessTimeArgs {
  @Field(() => DateTime, { description: 'From when.' })
  from!: Date;

  @Field(() => Int, { description: 'How many minutes of business time, 1 to 100,000.' })
  @Min(1)
  @Max(mostMinutes)
  minutes!: number;
}
