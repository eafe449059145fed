import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Cost } from '../directives/cost.ts';
import { Lines, Secret } from '../shared/text.rules.ts';
import { TicketActionEnum, TicketStatusEnum } from './ticket.enums.ts';

@ObjectType('VisitorTicket', {
  description: 'The ticket that a conversation without an account is about, as whoever asks sees it.',
  simpleResolvers: true,
})
export class VisitorTicketType {
  @Field(() => String, { description: 'What people call it by, such as `T-2026-00001`.' })
  reference!: string;

  @Field(() => String, { description: 'What it is about, in a line.' })
  title!: string;

  @Field(() => TicketStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => Int, { nullable: true, description: 'How content they said they are, 1 to 5; null before, or unsaid.' })
  satisfaction!: number | null;

  @Field(() => String, { nullable: true, description: 'What they said of it; null before, or unsaid.' })
  comment!: string | null;

  @Cost({ size: 2 })
  @Field(() => [TicketActionEnum], {
    description: 'What they may do to it now beside writing, which reopens it: CLOSE, CANCEL.',
  })
  availableActions!: string[];
}

@InputType({ description: 'The ticket that a mailed link is about.' })
export class VisitorTicketInput {
  @Field(() => String, { description: 'The token of the mailed link.' })
  @Secret(200)
  token!: string;
}

@InputType({ description: 'The ticket that a mailed link is about, and how content whoever asked is.' })
export class CloseTicketAsVisitorInput extends VisitorTicketInput {
  @Field(() => Int, { nullable: true, description: '1 to 5.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  satisfaction?: number | null;

  @Field(() => String, { nullable: true, description: 'What they want to say of it, at most 2,000 characters.' })
  @IsOptional()
  @Lines(0, 2_000)
  comment?: string | null;
}
