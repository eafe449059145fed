import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { paymentStatuses, refundReasons } from '../../entities/billing/payment.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { MoneyType } from '../shared/money.type.ts';

export const PaymentStatusEnum = enumOf(paymentStatuses);
registerEnumType(PaymentStatusEnum, {
  name: 'PaymentStatus',
  description: 'Where a payment stands.',
  valuesConfig: {
    PENDING: { description: 'Its page is open, or the money is on its way.' },
    PAID: { description: 'The money is there.' },
    FAILED: { description: 'It ended without money; the order can be paid again.' },
    EXPIRED: { description: 'Nobody paid in time; the order can be paid again.' },
    REFUNDED: { description: 'All of it was given back.' },
    PARTIALLY_REFUNDED: { description: 'A part of it was given back.' },
  },
});

export const RefundReasonEnum = enumOf(refundReasons);
registerEnumType(RefundReasonEnum, {
  name: 'RefundReason',
  description: 'Why money that came is owed back.',
  valuesConfig: {
    ALREADY_PAID: { description: 'The order had been paid before.' },
    NOT_PAYABLE: { description: 'The order no longer waited for money.' },
    AMOUNT_DIFFERS: { description: 'The order’s price had changed.' },
  },
});

@ObjectType('Payment', { description: 'An attempt to pay for an order.', simpleResolvers: true })
export class PaymentType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ID, { name: 'orderId', simple: false, description: 'The order it pays for.' })
  subjectId!: string;

  @Field(() => String, { description: 'What is paid for, in one line.' })
  description!: string;

  @Field(() => PaymentStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => MoneyType, { description: 'What is paid, VAT included.' })
  amount!: MoneyType;

  @Field(() => MoneyType, { description: 'What was given back so far.' })
  refunded!: MoneyType;

  @Field(() => RefundReasonEnum, {
    nullable: true,
    description: 'Why it must be given back; null when it need not be.',
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

  @Field(() => DateTime, { nullable: true, description: 'When the money was there; null before.' })
  paidAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the last attempt did not pass, as the provider’s code; null when none failed.',
  })
  failureReason!: string | null;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: Date;
}
