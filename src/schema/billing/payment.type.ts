import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { holdDecisions, paymentStatuses, refundDueReasons } from '../../entities/billing/payment.entity.ts';
import { paymentMethods } from '../../services/kernel/payment-methods.ts';
import { DateTime, LocalDate } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { connectionOf } from '../shared/connection.ts';
import { MoneyType } from '../shared/money.type.ts';
import { MobileNetworkEnum } from './mobile-network.enum.ts';

export const PaymentStatusEnum = enumOf(paymentStatuses);
registerEnumType(PaymentStatusEnum, {
  name: 'PaymentStatus',
  description: 'Status of a payment.',
  valuesConfig: {
    PENDING: { description: 'It waits for its payer.' },
    PROCESSING: { description: 'The payer is done; the money is on its way.' },
    AUTHORIZED: { description: 'The amount is held on the card and was not taken.' },
    UNKNOWN: { description: 'The provider did not answer: nobody knows yet whether it was paid.' },
    PAID: { description: 'Paid.' },
    FAILED: { description: 'It failed; what it was for can be paid again.' },
    EXPIRED: { description: 'Nobody paid in time, or the hold was released; what it was for can be paid again.' },
    REFUNDED: { description: 'Refunded in full.' },
    PARTIALLY_REFUNDED: { description: 'Refunded in part.' },
  },
});

export const PaymentMethodEnum = enumOf(paymentMethods);
registerEnumType(PaymentMethodEnum, {
  name: 'PaymentMethodKind',
  description: 'How money comes.',
  valuesConfig: {
    CARD: { description: 'A card.' },
    SEPA: { description: 'A direct debit.' },
    MOBILE_MONEY: { description: 'Mobile money.' },
    TRANSFER: { description: 'A bank transfer.' },
    CHEQUE: { description: 'A cheque.' },
    CASH: { description: 'Cash.' },
    OTHER: { description: 'Another way.' },
  },
});
export const HoldDecisionEnum = enumOf(holdDecisions);
registerEnumType(HoldDecisionEnum, {
  name: 'HoldDecision',
  description: 'What somebody decided about an amount that is held on a card.',
  valuesConfig: {
    CAPTURE: { description: 'It is taken.' },
    RELEASE: { description: 'It is released: nothing is taken.' },
  },
});

export const RefundDueReasonEnum = enumOf(refundDueReasons);
registerEnumType(RefundDueReasonEnum, {
  name: 'RefundDueReason',
  description: 'Why a payment must be refunded.',
  valuesConfig: {
    ALREADY_PAID: { description: 'It had been paid before.' },
    NOT_PAYABLE: { description: 'It no longer waited for a payment.' },
    AMOUNT_DIFFERS: { description: 'Its price had changed.' },
    OVERPAID: { description: 'It was more than its invoice still asked for: the difference goes back.' },
  },
});

@ObjectType('Payment', { description: 'An attempt to pay.', simpleResolvers: true })
export class PaymentType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'What is paid for, in one line.' })
  description!: string;

  @Field(() => ID, { nullable: true, description: 'The user who pays; null for a person without an account.' })
  payerId!: string | null;

  @Field(() => PaymentStatusEnum, { description: 'Status.' })
  status!: string;

  @Field(() => MoneyType, { description: 'What is paid, VAT included.' })
  amount!: MoneyType;

  @Field(() => String, {
    description: 'Who takes it: STRIPE, SANDBOX in development, OFFLINE for money that came without a provider.',
  })
  provider!: string;

  @Field(() => MobileNetworkEnum, {
    nullable: true,
    description: 'The network of mobile money; null for other ways to pay.',
  })
  network!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The last four digits of the phone that was asked; null for other ways to pay.',
  })
  phoneLast4!: string | null;

  @Field(() => PaymentMethodEnum, { description: 'How it is paid.' })
  method!: string;

  @Field(() => MoneyType, {
    description: 'What was refunded so far: money that has left, not what is still under way.',
  })
  refunded!: MoneyType;

  @Field(() => MoneyType, { description: 'What its open and lost disputes claim.' })
  disputed!: MoneyType;

  @Field(() => MoneyType, { description: 'What of it must be refunded and has not gone back yet.' })
  refundDue!: MoneyType;

  @Field(() => RefundDueReasonEnum, {
    nullable: true,
    description: 'Why it must be refunded; null when it need not be.',
  })
  refundDueReason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Address of the payment page; null once it can no longer be paid there.',
  })
  checkoutUrl!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the payment page is open; null before it was opened.',
  })
  expiresAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was paid; null before.' })
  paidAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'AUTHORIZED: until when the amount can be taken; null when nothing is held, or the provider does not say.',
  })
  captureBefore!: Date | null;

  @Field(() => HoldDecisionEnum, {
    nullable: true,
    description: 'AUTHORIZED: what was decided, and the provider is asked to do; null before.',
  })
  holdDecision!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'UNKNOWN: since when nobody knows whether it was paid; null in every other state.',
  })
  unknownSince!: Date | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which money without a provider came; null for any other.',
  })
  receivedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the payer or the bank calls money that came without a provider; null for any other.',
  })
  reference!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it turned out that the money never came, as of a bounced cheque; null otherwise.',
  })
  reversedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the last attempt did not pass, as the provider’s code; null when none failed.',
  })
  failureReason!: string | null;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: Date;
}

export const PaymentConnection = connectionOf(PaymentType, 'Payment', { isCounted: true });
export type PaymentConnection = InstanceType<typeof PaymentConnection>;
