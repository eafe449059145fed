import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Cost } from '../directives/cost.ts';
import { DateTime } from '../scalars/index.ts';
import { DeliveryStatusEnum } from './delivery.enums.ts';
import { OrderFileType } from './order-file.type.ts';

@ObjectType('Delivery', { description: 'Proofread work that was handed over.', simpleResolvers: true })
export class DeliveryType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => Int, { description: 'Its number within the order, from 1.' })
  number!: number;

  @Field(() => DeliveryStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => String, { nullable: true, description: 'What the proofreader says of it; null when they said nothing.' })
  note!: string | null;

  @Field(() => DateTime, { description: 'When it was handed over.' })
  deliveredAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when changes can be asked for, after which it is accepted; null once it is answered.',
  })
  answerableUntil!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was accepted, also by time; null before.' })
  acceptedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'The customer’s rating, 1 to 5; null for none.' })
  rating!: number | null;

  @Field(() => String, { nullable: true, description: 'What the customer says of accepted work; null for nothing.' })
  comment!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When changes were asked for; null unless they were.' })
  changesRequestedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Which changes were asked for; null unless they were.' })
  changes!: string | null;

  @Cost({ size: 3 })
  @Field(() => [OrderFileType], { description: 'What was handed over; it stays, whatever comes after it.' })
  files!: OrderFileType[];

  @Cost({ size: 2 })
  @Field(() => [OrderFileType], { description: 'What the customer added to their request for changes.' })
  changesFiles!: OrderFileType[];
}
