import { ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import type { Currency } from '../../services/kernel/money.ts';
import type { UnitCode } from '../../services/kernel/unit-codes.ts';
import { CurrencyEnum, MoneyInput } from '../shared/money.type.ts';
import { Line } from '../shared/text.rules.ts';
import { UnitCodeEnum } from './sold-line.type.ts';

/** As many lines a document has. */
export const mostLines = 200;

@InputType({
  description: 'What is taken off: so much, or a part. One of the two, with or without VAT as the prices are.',
})
export class DiscountInput {
  @Field(() => MoneyInput, { nullable: true, description: 'So much, in the currency of the document.' })
  @IsOptional()
  @ValidateNested()
  amount?: MoneyInput | null;

  @Field(() => Int, { nullable: true, description: 'A part in basis points: 1000 is 10 %. 1 to 10000.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  basisPoints?: number | null;
}

@InputType({ description: 'One line of what is sold.' })
export class SoldLineInput {
  @Field(() => String, { description: 'What is sold, 1 to 500 characters.' })
  @Line(1, 500)
  description!: string;

  @Field(() => Int, { description: 'How many, in thousandths: 1500 is one and a half. 1 to 1,000,000,000.' })
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  quantityThousandths!: number;

  @Field(() => String, { nullable: true, description: 'As printed after the quantity, at most 20 characters: pages.' })
  @IsOptional()
  @Line(0, 20)
  unit?: string | null;

  @Field(() => UnitCodeEnum, {
    nullable: true,
    description:
      'What the quantity counts, as the e-invoice says it; by the printed word unless said, which it says where there is none.',
  })
  @IsOptional()
  unitCode?: UnitCode | null;

  @Field(() => String, {
    description: 'The price of one in the currency itself, with a point and up to four decimals: 1.6667.',
  })
  @Line(1, 13)
  @Matches(/^\d{1,8}(\.\d{1,4})?$/)
  unitPrice!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'VAT rate in basis points, where the seller charges any: 2000, the usual one, 1000, 850, 550 or 210.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  taxRate?: number | null;

  @Field(() => DiscountInput, { nullable: true, description: 'Taken off the line.' })
  @IsOptional()
  @ValidateNested()
  discount?: DiscountInput | null;
}

/** What drafts of invoices and quotes have in common: lines, and what is taken off the whole. */
@InputType()
export abstract class SoldContentInput {
  @Field(() => CurrencyEnum, { defaultValue: 'EUR', description: 'The currency of all amounts.' })
  currency!: Currency;

  @Field(() => [SoldLineInput], { description: 'What is sold: 1 to 200 lines.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(mostLines)
  @ValidateNested({ each: true })
  lines!: SoldLineInput[];

  @Field(() => DiscountInput, { nullable: true, description: 'Taken off the whole, after the discounts of the lines.' })
  @IsOptional()
  @ValidateNested()
  discount?: DiscountInput | null;
}
