import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { Lines } from '../shared/text.rules.ts';

@InputType({ description: 'A request for a later due date.' })
export class RequestExtensionInput extends KeyedInput {
  @Field(() => ID, { description: 'An order assigned to you.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => DateTime, {
    description: 'After the due date, on a working day of France between 06:00 and 22:00 local time.',
  })
  until!: Date;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; the customer does not read it.' })
  @Lines(1, 2_000)
  reason!: string;
}

@InputType({ description: 'The answer to a request for a later due date.' })
export class AnswerExtensionInput {
  @Field(() => ID, { description: 'The request.' })
  @MaxLength(36)
  id!: string;

  @Field(() => Boolean, { description: 'Is it granted? Then the due date moves.' })
  grant!: boolean;

  @Field(() => String, { nullable: true, description: 'For the proofreader, at most 2,000 characters.' })
  @IsOptional()
  @Lines(0, 2_000)
  note?: string | null;
}
