import { IsDefined, IsIn, IsUUID, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { paymentMethods, type PaymentMethod } from '../../services/kernel/payment-methods.ts';
import { LocalDate } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { MoneyInput } from '../shared/money.type.ts';
import { Line } from '../shared/text.rules.ts';
import { PaymentMethodEnum } from './payment.type.ts';

@InputType({ description: 'Money that came without a provider, and for which invoice.' })
export class RecordOfflinePaymentInput extends KeyedInput {
  @Field(() => ID, { description: 'The invoice.' })
  @IsUUID()
  invoiceId!: string;

  @Field(() => MoneyInput, { description: 'How much came, in the currency of the invoice.' })
  @IsDefined()
  @ValidateNested()
  amount!: MoneyInput;

  @Field(() => PaymentMethodEnum, { description: 'How it came.' })
  @IsIn(paymentMethods)
  method!: PaymentMethod;

  @Field(() => LocalDate, { description: 'The day on which it came: today at the latest.' })
  @IsDefined()
  receivedOn!: string;

  @Field(() => String, { description: 'How the payer or the bank calls it, at most 140 characters: CHQ 1234567.' })
  @Line(1, 140)
  reference!: string;
}

@InputType({ description: 'A payment whose money never came, and why.' })
export class ReversePaymentInput {
  @Field(() => ID, { description: 'The payment.' })
  @IsUUID()
  paymentId!: string;

  @Field(() => String, { description: 'Why, at most 500 characters.' })
  @Line(1, 500)
  reason!: string;
}
