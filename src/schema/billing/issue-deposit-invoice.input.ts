import { IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { KeyedInput } from '../shared/keyed.input.ts';
import { MoneyInput } from '../shared/money.type.ts';
import { SubjectInput } from '../shared/subject.type.ts';

@InputType({ description: 'A deposit to invoice before it is paid: a part of the price, or an amount.' })
export class IssueDepositInvoiceInput extends KeyedInput {
  @Field(() => SubjectInput, { description: 'What it is a deposit on.' })
  @ValidateNested()
  subject!: SubjectInput;

  @Field(() => Int, { nullable: true, description: 'So many percent of its price, 1 to 100; null with an amount.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  percent?: number | null;

  @Field(() => MoneyInput, { nullable: true, description: 'So much, VAT included; null with a percentage.' })
  @IsOptional()
  @ValidateNested()
  amount?: MoneyInput | null;
}
