import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { KeyedInput } from '../shared/keyed.input.ts';

@InputType({ description: 'What to pay for.' })
export class CreateCheckoutSessionInput extends KeyedInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;
}
