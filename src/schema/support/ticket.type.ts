import { Field, ID, Int, ObjectType } from 'type-graphql';
import { UserType } from '../identity/user.type.ts';
import { ConversationType } from '../messaging/conversation.type.ts';
import { VisitorType } from '../messaging/visitor.type.ts';
import { Cursor, DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import {
  TicketActionEnum,
  TicketCategoryEnum,
  TicketPriorityEnum,
  TicketSourceEnum,
  TicketStatusEnum,
} from './ticket.enums.ts';

@ObjectType('Ticket', {
  description: 'Something that somebody asks the team to resolve. What is said about it is its conversation.',
  simpleResolvers: true,
})
export class TicketType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'What people call it by, such as `T-2026-00001`.' })
  reference!: string;

  @Field(() => String, { description: 'What it is about, in a line.' })
  title!: string;

  @Field(() => String, { description: 'What it is about, as it was opened.' })
  description!: string;

  @Field(() => TicketCategoryEnum, { description: 'What it is about.' })
  category!: string;

  @Field(() => TicketPriorityEnum, { description: 'How pressing it is: its targets follow from it.' })
  priority!: string;

  @Field(() => TicketStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => TicketSourceEnum, { description: 'How it came.' })
  source!: string;

  @Field(() => ID, { nullable: true, description: 'The order that it is about; null for none.' })
  orderId!: string | null;

  @Field(() => UserType, { nullable: true, description: 'Who asks; null for a visitor without an account.' })
  asker!: UserType | null;

  @Field(() => VisitorType, {
    nullable: true,
    description: 'Who asks without an account, for the team; null for others, and once an account has it.',
  })
  visitor!: VisitorType | null;

  @Field(() => UserType, { nullable: true, description: 'Who of the team has it, for the team; null for others.' })
  assignee!: UserType | null;

  @Field(() => [String], { description: 'The words that it is found under, for the team; empty for others.' })
  tags!: string[];

  @Field(() => [UserType], {
    description: 'Who of the team hears of it besides who has it, for the team; empty for others.',
  })
  watchers!: UserType[];

  @Field(() => ConversationType, {
    nullable: true,
    description:
      'What is said about it; of a ticket that went into another one, that one’s. Null for who is neither in it nor handles tickets.',
  })
  conversation!: ConversationType | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the first answer is due; null where the business never opens.',
  })
  firstResponseDueAt!: unknown;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it is to be resolved, as far as it is known: later, once it has waited for whoever asks.',
  })
  resolutionDueAt!: unknown;

  @Field(() => DateTime, { nullable: true, description: 'When the team first answered; null before.' })
  firstResponseAt!: unknown;

  @Field(() => DateTime, { nullable: true, description: 'When the team said that it is resolved; null before.' })
  resolvedAt!: unknown;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null before.' })
  closedAt!: unknown;

  @Field(() => DateTime, { nullable: true, description: 'Since when it waits for whoever asks; null unless it does.' })
  waitingSince!: unknown;

  @Field(() => Int, { description: 'Minutes of business time for which its resolution stood still.' })
  waitedMinutes!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When a target was first missed, for the team; null for others, and where none was.',
  })
  escalatedAt!: unknown;

  @Field(() => TicketType, { nullable: true, description: 'The ticket that it went into; null for most.' })
  mergedInto!: TicketType | null;

  @Field(() => TicketType, { nullable: true, description: 'The ticket that was over and that this one follows.' })
  follows!: TicketType | null;

  @Field(() => Int, { nullable: true, description: 'How content whoever asked is, 1 to 5; null until they say so.' })
  satisfaction!: number | null;

  @Field(() => String, { nullable: true, description: 'What they say of it; null where nothing.' })
  comment!: string | null;

  @Field(() => [TicketActionEnum], { description: 'What you can do with it now.' })
  availableActions!: string[];

  @Field(() => DateTime, { description: 'When it was opened.' })
  createdAt!: unknown;
}

export const TicketConnection = connectionOf(TicketType, 'Ticket', { isCounted: true });
export type TicketConnection = InstanceType<typeof TicketConnection>;

@ObjectType('TicketUpdated', { description: 'A ticket that has changed.', simpleResolvers: true })
export class TicketUpdatedType {
  @Field(() => TicketType, { description: 'The ticket as it is now.' })
  ticket!: TicketType;

  @Field(() => Cursor, { description: 'Position in the stream: give it back as `after` when you reconnect.' })
  cursor!: string;
}
