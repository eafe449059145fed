import { ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type {
  TicketCategory,
  TicketPriority,
  TicketSource,
  TicketStatus,
} from '../../entities/support/ticket.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { LiveArgs } from '../shared/live.args.ts';
import { Line, Lines } from '../shared/text.rules.ts';
import { TicketCategoryEnum, TicketPriorityEnum, TicketSourceEnum, TicketStatusEnum } from './ticket.enums.ts';

@InputType({ description: 'Something for the team to resolve.' })
export class CreateTicketInput extends KeyedInput {
  @Field(() => String, { description: 'What it is about, 1 to 255 characters.' })
  @Line(1, 255)
  title!: string;

  @Field(() => String, { description: 'What happens, 1 to 10,000 characters.' })
  @Lines(1, 10_000)
  description!: string;

  @Field(() => TicketCategoryEnum, { nullable: true, description: 'GENERAL unless said.' })
  @IsOptional()
  category?: TicketCategory | null;

  @Field(() => TicketPriorityEnum, { nullable: true, description: 'NORMAL unless said.' })
  @IsOptional()
  priority?: TicketPriority | null;

  @Field(() => ID, { nullable: true, description: 'The order that it is about.' })
  @IsOptional()
  @IsUUID()
  orderId?: string | null;
}

@InputType({ description: 'Something for the team to resolve, that somebody asked for elsewhere.' })
export class CreateTicketForInput extends CreateTicketInput {
  @Field(() => ID, { nullable: true, description: 'Who asks; absent for a visitor.' })
  @IsOptional()
  @IsUUID()
  userId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The conversation of the visitor who asks, instead of `userId`: it goes on about the ticket, and the visitor by the same link.',
  })
  @IsOptional()
  @IsUUID()
  conversationId?: string | null;

  @Field(() => TicketSourceEnum, { nullable: true, description: 'How it came; INTERNAL unless said.' })
  @IsOptional()
  source?: TicketSource | null;
}

@InputType({ description: 'Which ticket.' })
export class TicketInput {
  @Field(() => ID, { description: 'The ticket.' })
  @IsUUID()
  ticketId!: string;
}

@InputType({ description: 'Which ticket, and to whom.' })
export class AssignTicketInput extends TicketInput {
  @Field(() => ID, { description: 'Somebody who handles tickets.' })
  @IsUUID()
  userId!: string;
}

@InputType({ description: 'Which ticket, and who of the team watches it.' })
export class WatchTicketInput extends TicketInput {
  @Field(() => ID, { nullable: true, description: 'Somebody who handles tickets; you unless given.' })
  @IsOptional()
  @IsUUID()
  userId?: string | null;
}

@InputType({ description: 'Which ticket, and how pressing it is.' })
export class SetTicketPriorityInput extends TicketInput {
  @Field(() => TicketPriorityEnum, { description: 'The priority.' })
  priority!: TicketPriority;
}

@InputType({ description: 'Which ticket, and what it is about.' })
export class SetTicketCategoryInput extends TicketInput {
  @Field(() => TicketCategoryEnum, { description: 'The category.' })
  category!: TicketCategory;
}

@InputType({ description: 'Which ticket, and the words that it is found under.' })
export class TagTicketInput extends TicketInput {
  @Field(() => [String], { description: 'All of them, at most 20 of 1 to 50 characters.' })
  @ArrayMaxSize(20)
  @Line(1, 50, { each: true })
  tags!: string[];
}

@InputType({ description: 'Which ticket, and how content you are.' })
export class CloseTicketInput extends TicketInput {
  @Field(() => Int, { nullable: true, description: '1 to 5.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  satisfaction?: number | null;

  @Field(() => String, { nullable: true, description: 'What you want to say of it, at most 2,000 characters.' })
  @IsOptional()
  @Lines(0, 2_000)
  comment?: string | null;
}

@InputType({ description: 'The state that a ticket is to be in.' })
export class SetTicketStatusInput extends TicketInput {
  @Field(() => TicketStatusEnum, { description: 'The state; its French name is understood too.' })
  status!: TicketStatus;
}

@InputType({ description: 'Which tickets go on in which.' })
export class MergeTicketsInput {
  @Field(() => ID, { description: 'The one in which everything goes on.' })
  @IsUUID()
  intoId!: string;

  @Field(() => [ID], { description: 'Those that go into it, 1 to 20, of the same person.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  ids!: string[];
}

@InputType({ description: 'Which tickets; what is absent does not matter.' })
export class TicketFilterInput {
  @Field(() => [TicketStatusEnum], { nullable: true, description: 'Those in one of these states.' })
  @IsOptional()
  @ArrayMaxSize(6)
  statuses?: TicketStatus[] | null;

  @Field(() => [TicketPriorityEnum], { nullable: true, description: 'Those as pressing as one of these.' })
  @IsOptional()
  @ArrayMaxSize(5)
  priorities?: TicketPriority[] | null;

  @Field(() => [TicketCategoryEnum], { nullable: true, description: 'Those about one of these.' })
  @IsOptional()
  @ArrayMaxSize(6)
  categories?: TicketCategory[] | null;

  @Field(() => [TicketSourceEnum], { nullable: true, description: 'Those that came in one of these ways.' })
  @IsOptional()
  @ArrayMaxSize(4)
  sources?: TicketSource[] | null;

  @Field(() => ID, { nullable: true, description: 'Those that this person has.' })
  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that nobody has, or those that somebody has.' })
  @IsOptional()
  isUnassigned?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Those that this person asks for.' })
  @IsOptional()
  @IsUUID()
  userId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those about this order.' })
  @IsOptional()
  @IsUUID()
  orderId?: string | null;

  @Field(() => String, { nullable: true, description: 'Those found under this word, at most 50 characters.' })
  @IsOptional()
  @Line(1, 50)
  tag?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Unresolved ones whose next target is missed, or all others.' })
  @IsOptional()
  isBreached?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'Those opened from this instant on.' })
  @IsOptional()
  createdFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Those opened before this instant.' })
  @IsOptional()
  createdTo?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words of the reference, the title or the description, as `searchMessages` finds them; at most 200 characters.',
  })
  @IsOptional()
  @Line(0, 1_000)
  text?: string | null;
}

@InputType({ description: 'Which of your tickets; what is absent does not matter.' })
export class MyTicketFilterInput {
  @Field(() => [TicketStatusEnum], { nullable: true, description: 'Those in one of these states.' })
  @IsOptional()
  @ArrayMaxSize(6)
  statuses?: TicketStatus[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words of the reference, the title or the description, as `searchMessages` finds them; at most 200 characters.',
  })
  @IsOptional()
  @Line(0, 1_000)
  text?: string | null;
}

const TicketListArgs = sortedArgs('TicketSort', 'tickets');

@ArgsType()
export class TicketsArgs extends TicketListArgs {
  @Field(() => TicketFilterInput, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  filter?: TicketFilterInput | null;
}

@ArgsType()
export class MyTicketsArgs extends TicketListArgs {
  @Field(() => MyTicketFilterInput, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  filter?: MyTicketFilterInput | null;
}

@ArgsType()
export class TicketUpdatedArgs extends LiveArgs {
  @Field(() => ID, { description: 'The ticket to follow.' })
  @IsUUID()
  ticketId!: string;
}
