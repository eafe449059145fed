import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../shared/enum-of.ts';
import { MobileNetworkEnum } from './mobile-network.enum.ts';
import { PaymentType } from './payment.type.ts';

const confirmations = ['PUSH', 'REDIRECT'] as const;
export const MobileConfirmationEnum = enumOf(confirmations);
registerEnumType(MobileConfirmationEnum, {
  name: 'MobileConfirmation',
  description: 'How a payer confirms a payment of mobile money.',
  valuesConfig: {
    PUSH: { description: 'On the phone, which asks for it.' },
    REDIRECT: { description: 'On a page of the network: send the payer to `paymentUrl`.' },
  },
});

@ObjectType('MobileNetwork', { description: 'A network of mobile money that is offered here.', simpleResolvers: true })
export class MobileNetworkType {
  @Field(() => MobileNetworkEnum, { description: 'Which one.' })
  code!: string;

  @Field(() => String, { description: 'As people know it.' })
  name!: string;

  @Field(() => String, { description: 'Its country (ISO 3166-1): BJ.' })
  country!: string;

  @Field(() => String, { description: 'How its phone numbers begin: +229.' })
  callingCode!: string;

  @Field(() => MobileConfirmationEnum, { description: 'How the payer confirms.' })
  confirmation!: string;
}

@ObjectType('MobileMoneyPayment', {
  description: 'A payment that waits to be confirmed on a phone.',
  simpleResolvers: true,
})
export class MobileMoneyPaymentType {
  @Field(() => PaymentType, {
    description: 'The payment: ask again while it is PROCESSING. UNKNOWN: nobody knows yet; do not pay again.',
  })
  payment!: PaymentType;

  @Field(() => String, {
    nullable: true,
    description: 'Where to send the payer, for networks that have a page; null for those that ask on the phone.',
  })
  paymentUrl!: string | null;
}
