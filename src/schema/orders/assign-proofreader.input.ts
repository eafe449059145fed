import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Who proofreads an order.' })
export class AssignProofreaderInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => ID, { description: 'A person whose role is PROOFREADER.' })
  @MaxLength(36)
  proofreaderId!: string;
}
