import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';

@ObjectType('CheckoutSession', { description: 'A payment page that waits for its payer.', simpleResolvers: true })
export class CheckoutSessionType {
  @Field(() => ID, { description: 'The payment.' })
  paymentId!: string;

  @Field(() => ID, { description: 'The provider’s session, for `paymentStatus`.' })
  sessionId!: string;

  @Field(() => String, { description: 'Address of the payment page: send the payer there.' })
  url!: string;

  @Field(() => DateTime, { description: 'Until when it is open.' })
  expiresAt!: Date;
}
