import { ArrayMaxSize, ArrayMinSize, IsDefined, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { refundReasons, type RefundReason } from '../../services/kernel/refund-reasons.ts';
import { LocalDate, Upload } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { MoneyInput } from '../shared/money.type.ts';
import { Line } from '../shared/text.rules.ts';
import { CreditedLineInput } from './credit-invoice.input.ts';
import { RefundReasonEnum } from './refund.type.ts';
import { mostLines } from './sold-line.input.ts';

@InputType({ description: 'What goes back of which payment, and why.' })
export class RefundPaymentInput extends KeyedInput {
  @Field(() => ID, { description: 'The payment.' })
  @IsUUID()
  paymentId!: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'How much, in the currency of the payment; all that is left unless said here or by lines.',
  })
  @IsOptional()
  @ValidateNested()
  amount?: MoneyInput | null;

  @Field(() => [CreditedLineInput], {
    nullable: true,
    description: 'These lines of its invoice, which the credit note names, instead of an amount.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostLines)
  @ValidateNested({ each: true })
  lines?: CreditedLineInput[] | null;

  @Field(() => RefundReasonEnum, { description: 'Why.' })
  @IsIn(refundReasons)
  reason!: RefundReason;
}

@InputType({ description: 'The refund that failed.' })
export class RetryRefundInput {
  @Field(() => ID, { description: 'The refund.' })
  @IsUUID()
  refundId!: string;
}

@InputType({ description: 'A refund that was paid by hand, and its proof.' })
export class RecordManualRefundInput {
  @Field(() => ID, { description: 'The refund.' })
  @IsUUID()
  refundId!: string;

  @Field(() => LocalDate, { description: 'The day on which the money left; today at the latest.' })
  on!: string;

  @Field(() => String, { description: 'Reference of the transfer, 1 to 140 characters.' })
  @Line(1, 140)
  reference!: string;

  @Field(() => Upload, { description: 'The proof: a PDF or a picture.' })
  @IsDefined()
  file!: unknown;
}
