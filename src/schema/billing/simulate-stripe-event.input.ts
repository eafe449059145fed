import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { enumOf } from '../shared/enum-of.ts';
import { Line } from '../shared/text.rules.ts';

const events = [
  'CHECKOUT_SESSION_COMPLETED',
  'CHECKOUT_SESSION_ASYNC_PAYMENT_FAILED',
  'CHECKOUT_SESSION_EXPIRED',
  'PAYMENT_INTENT_SUCCEEDED',
  'PAYMENT_INTENT_REQUIRES_ACTION',
  'PAYMENT_INTENT_PAYMENT_FAILED',
  'PAYMENT_INTENT_CANCELED',
  'SETUP_INTENT_SUCCEEDED',
  'SETUP_INTENT_SETUP_FAILED',
  'CHARGE_REFUNDED',
  'CHARGE_DISPUTE_CREATED',
  'TEST_CLOCK_READY',
] as const;
export const SimulatedStripeEventEnum = enumOf(events);
registerEnumType(SimulatedStripeEventEnum, {
  name: 'SimulatedStripeEvent',
  description: 'What happens at the sandbox, by the event that Stripe sends about it.',
  valuesConfig: {
    CHECKOUT_SESSION_COMPLETED: { description: 'The payer pays on the page.' },
    CHECKOUT_SESSION_ASYNC_PAYMENT_FAILED: { description: 'The payment of the page fails.' },
    CHECKOUT_SESSION_EXPIRED: { description: 'Nobody paid in time; the page must be past its end.' },
    PAYMENT_INTENT_SUCCEEDED: { description: 'The payer confirms the form: the amount is taken, or held.' },
    PAYMENT_INTENT_REQUIRES_ACTION: { description: 'The bank asks the owner of the card.' },
    PAYMENT_INTENT_PAYMENT_FAILED: { description: 'The bank refuses the card.' },
    PAYMENT_INTENT_CANCELED: { description: 'A hold ends by itself; its time must have passed.' },
    SETUP_INTENT_SUCCEEDED: { description: 'A card is saved.' },
    SETUP_INTENT_SETUP_FAILED: { description: 'A card could not be saved.' },
    CHARGE_REFUNDED: { description: 'Somebody gives the money back at the provider.' },
    CHARGE_DISPUTE_CREATED: { description: 'The payer’s bank claims the money back.' },
    TEST_CLOCK_READY: {
      description:
        'The clock of subscriptions moves to now: what they were to charge until then is charged, or refused.',
    },
  },
});

@InputType({ description: 'What happens at the sandbox.' })
export class SimulateStripeEventInput {
  @Field(() => SimulatedStripeEventEnum, { description: 'What happens.' })
  @IsIn(events)
  type!: (typeof events)[number];

  @Field(() => ID, { nullable: true, description: 'The payment; not for the saving of a card, nor for subscriptions.' })
  @IsOptional()
  @IsUUID()
  paymentId?: string | null;

  @Field(() => String, { nullable: true, description: 'The client secret of the form that saves a card.' })
  @IsOptional()
  @Line(1, 255)
  clientSecret?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The number of a test card, 16 digits; one that passes unless said.',
  })
  @IsOptional()
  @Line(16, 16)
  @Matches(/^\d{16}$/)
  cardNumber?: string | null;
}
