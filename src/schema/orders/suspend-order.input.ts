import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { Lines } from '../shared/text.rules.ts';

@InputType({ description: 'The order to stop for a while.' })
export class SuspendOrderInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, as the customer and the proofreader read it, at most 2,000 characters.',
  })
  @IsOptional()
  @Lines(0, 2_000)
  reason?: string | null;
}
