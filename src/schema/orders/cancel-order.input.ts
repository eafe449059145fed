import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'The order to give up.' })
export class CancelOrderInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;
}
