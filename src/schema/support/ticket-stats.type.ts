import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';
import { TicketPriorityEnum, TicketStatusEnum } from './ticket.enums.ts';

@ObjectType('TicketStatusCount', { description: 'How many tickets are in a state.', simpleResolvers: true })
export class TicketStatusCountType {
  @Field(() => TicketStatusEnum, { description: 'The state.' })
  status!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('TicketPriorityCount', {
  description: 'How many unresolved tickets are this pressing.',
  simpleResolvers: true,
})
export class TicketPriorityCountType {
  @Field(() => TicketPriorityEnum, { description: 'The priority.' })
  priority!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('TicketMinutes', { description: 'Minutes of business time.', simpleResolvers: true })
export class TicketMinutesType {
  @Field(() => Float, { description: 'The middle one.' })
  median!: number;

  @Field(() => Float, { description: 'The mean.' })
  mean!: number;
}

@ObjectType('TicketStats', {
  description: 'How tickets stand now, and how those opened within a period went.',
  simpleResolvers: true,
})
export class TicketStatsType {
  @Field(() => [TicketStatusCountType], { description: 'All tickets, by their state.' })
  byStatus!: TicketStatusCountType[];

  @Field(() => [TicketPriorityCountType], { description: 'Unresolved tickets, by their priority.' })
  byPriority!: TicketPriorityCountType[];

  @Field(() => Int, { description: 'Unresolved ones that nobody has.' })
  unassigned!: number;

  @Field(() => Int, { description: 'Unresolved ones whose next target is missed.' })
  breached!: number;

  @Field(() => TicketMinutesType, {
    nullable: true,
    description: 'From the opening to the first answer, of those opened within the period; null without any.',
  })
  firstResponse!: TicketMinutesType | null;

  @Field(() => TicketMinutesType, {
    nullable: true,
    description: 'From the opening to the resolution without the time that they waited; null without any.',
  })
  resolution!: TicketMinutesType | null;

  @Field(() => Float, { nullable: true, description: 'The mean of 1 to 5; null while nobody said.' })
  satisfaction!: number | null;
}

@ArgsType()
export class TicketStatsArgs {
  @Field(() => DateTime, { description: 'Tickets opened from this instant on.' })
  from!: Date;

  @Field(() => DateTime, { description: 'Tickets opened before this instant, at most 366 days later.' })
  to!: Date;
}
