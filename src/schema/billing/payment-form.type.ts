import { Field, ID, ObjectType } from 'type-graphql';
import { PaymentType } from './payment.type.ts';

@ObjectType('PaymentForm', { description: 'A payment that a form of your page finishes.', simpleResolvers: true })
export class PaymentFormType {
  @Field(() => ID, { description: 'The payment.' })
  paymentId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The provider’s secret with which the form finishes the payment; null when there was nothing to pay: it is paid.',
  })
  clientSecret!: string | null;

  @Field(() => String, { description: 'The provider’s publishable key, for the form.' })
  publishableKey!: string;
}

@ObjectType('CardSetupForm', { description: 'A card that a form of your page saves.', simpleResolvers: true })
export class CardSetupFormType {
  @Field(() => String, { description: 'The provider’s secret with which the form saves the card.' })
  clientSecret!: string;

  @Field(() => String, { description: 'The provider’s publishable key, for the form.' })
  publishableKey!: string;
}

@ObjectType('ChargedPayment', { description: 'A payment by a saved card.' })
export class ChargedPaymentType {
  @Field(() => ID, { description: 'The payment.' })
  paymentId!: string;

  @Field(() => PaymentType, {
    description: 'The payment as it is now: PAID, FAILED, UNKNOWN, or PENDING while its owner must confirm it.',
  })
  payment!: PaymentType;

  @Field(() => String, {
    nullable: true,
    description:
      'The provider’s secret with which the card’s owner confirms the payment; null when that is not needed.',
  })
  clientSecret!: string | null;
}
