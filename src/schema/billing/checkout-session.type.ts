import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';

@ObjectType('CheckoutSession', { description: 'A payment page that waits for its payer.', simpleResolvers: true })
export class CheckoutSessionType {
  @Field(() => ID, { description: 'The payment.' })
  paymentId!: string;

  @Field(() => ID, {
    description: 'The provider’s session, for `paymentStatus`; the payment when there was nothing to pay: it is paid.',
  })
  sessionId!: string;

  @Field(() => String, {
    description:
      'Address of the payment page, or where the payer goes back to when there was nothing to pay: send them there.',
  })
  url!: string;

  @Field(() => DateTime, { description: 'Until when it is open; when it was paid, when there was nothing to pay.' })
  expiresAt!: Date;
}
