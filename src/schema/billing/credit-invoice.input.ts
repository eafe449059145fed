import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { refundReasons, type RefundReason } from '../../services/kernel/refund-reasons.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { MoneyInput } from '../shared/money.type.ts';
import { RefundReasonEnum } from './refund.type.ts';
import { mostLines } from './sold-line.input.ts';

@InputType({ description: 'So much of one line of an invoice.' })
export class CreditedLineInput {
  @Field(() => ID, { description: 'The line.' })
  @IsUUID()
  lineId!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'How much, VAT included; the whole line unless said.' })
  @IsOptional()
  @ValidateNested()
  amount?: MoneyInput | null;
}

@InputType({ description: 'What is credited of which invoice, and why. One of whole, lines and amount.' })
export class CreditInvoiceInput extends KeyedInput {
  @Field(() => ID, { description: 'The invoice.' })
  @IsUUID()
  invoiceId!: string;

  @Field(() => Boolean, { nullable: true, description: 'True: all that is left.' })
  @IsOptional()
  whole?: boolean | null;

  @Field(() => [CreditedLineInput], { nullable: true, description: 'These lines.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostLines)
  @ValidateNested({ each: true })
  lines?: CreditedLineInput[] | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'So much, VAT included, shared over the rates by what is left of each.',
  })
  @IsOptional()
  @ValidateNested()
  amount?: MoneyInput | null;

  @Field(() => RefundReasonEnum, { description: 'Why.' })
  @IsIn(refundReasons)
  reason!: RefundReason;

  @Field(() => Boolean, {
    description:
      'Whether the buyer gets back what they have paid and no longer owe. Where nothing was paid, the balance is lowered only.',
  })
  refund!: boolean;
}
