import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'The order to stop for a while.' })
export class SuspendOrderInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;
}
