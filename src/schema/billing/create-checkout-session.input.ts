import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'What to pay for.' })
export class CreateCheckoutSessionInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;
}
