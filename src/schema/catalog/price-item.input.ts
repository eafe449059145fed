import { IsInt, IsOptional, IsUUID, Max, Min, ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { PriceUnit } from '../../entities/catalog/price-item.entity.ts';
import type { Currency } from '../../services/kernel/money.ts';
import { DateTime } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { CurrencyEnum } from '../shared/money.type.ts';
import { Label, Line, Lines } from '../shared/text.rules.ts';
import { PriceUnitEnum } from './price-item.type.ts';

const largestAmount = 1_000_000_000;
const amount = 'in whole minor units, VAT included: 1 to 1,000,000,000';
const days = 'in working days, 1 to 365; null: nothing is promised';

@InputType({ description: 'A new service of the price list.' })
export class CreatePriceItemInput extends KeyedInput {
  @Field(() => String, {
    description: 'Its name, at most 100 characters; no other item has it, whatever its case and accents.',
  })
  @Label(100)
  name!: string;

  @Field(() => String, { description: 'What it includes, at most 2,000 characters.' })
  @Lines(1, 2_000)
  description!: string;

  @Field(() => Int, { description: `Price of one unit, ${amount}.` })
  @IsInt()
  @Min(1)
  @Max(largestAmount)
  priceCents!: number;

  @Field(() => CurrencyEnum, { defaultValue: 'EUR', description: 'Currency of its amounts.' })
  currency!: Currency;

  @Field(() => PriceUnitEnum, { description: 'What the price buys.' })
  unit!: PriceUnit;

  @Field(() => String, { description: 'Family of services, at most 100 characters.' })
  @Label(100)
  serviceType!: string;

  @Field(() => String, { nullable: true, description: 'Usual time it takes, as text, at most 100 characters.' })
  @IsOptional()
  @Line(1, 100)
  estimatedDuration?: string | null;

  @Field(() => Int, { nullable: true, description: `Time to the delivery ${days}.` })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  turnaroundWorkingDays?: number | null;

  @Field(() => Int, { nullable: true, description: `Time of an urgent order ${days}. No more than the usual time.` })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  rushWorkingDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `The least that an order costs, ${amount}; null for none. Of a pack no more than its price.`,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(largestAmount)
  minimumCents?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Offered from this instant on; null: at once.' })
  @IsOptional()
  validFrom?: Date | null;

  @Field(() => Boolean, { defaultValue: false, description: 'To be shown first.' })
  isFeatured!: boolean;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it is offered at once.' })
  isActive!: boolean;
}

@InputType({ description: 'A service of the price list and what changes of it; what is absent stays.' })
export class UpdatePriceItemInput {
  @Field(() => ID, { description: 'The item.' })
  @IsUUID()
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its name, at most 100 characters; no other item has it, whatever its case and accents.',
  })
  @IsOptional()
  @Label(100)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it includes, at most 2,000 characters.' })
  @IsOptional()
  @Lines(1, 2_000)
  description?: string | null;

  @Field(() => Int, { nullable: true, description: `Price of one unit, ${amount}.` })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(largestAmount)
  priceCents?: number | null;

  @Field(() => CurrencyEnum, { nullable: true, description: 'Currency; never changes once something was ordered.' })
  @IsOptional()
  currency?: Currency | null;

  @Field(() => PriceUnitEnum, {
    nullable: true,
    description: 'What the price buys; never changes once something was ordered.',
  })
  @IsOptional()
  unit?: PriceUnit | null;

  @Field(() => String, { nullable: true, description: 'Family of services, at most 100 characters.' })
  @IsOptional()
  @Label(100)
  serviceType?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Usual time it takes, as text, at most 100 characters; null empties it.',
  })
  @IsOptional()
  @Line(1, 100)
  estimatedDuration?: string | null;

  @Field(() => Int, { nullable: true, description: `Time to the delivery ${days}.` })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  turnaroundWorkingDays?: number | null;

  @Field(() => Int, { nullable: true, description: `Time of an urgent order ${days}. No more than the usual time.` })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  rushWorkingDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `The least that an order costs, ${amount}; null for none. Of a pack no more than its price.`,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(largestAmount)
  minimumCents?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Offered from this instant on; null: at once.' })
  @IsOptional()
  validFrom?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'To be shown first.' })
  @IsOptional()
  isFeatured?: boolean | null;
}

@InputType({ description: 'A service of the price list.' })
export class ArchivePriceItemInput {
  @Field(() => ID, { description: 'The item.' })
  @IsUUID()
  id!: string;
}

@InputType({ description: 'A service of the price list, and whether it is offered.' })
export class SetPriceItemActiveInput extends ArchivePriceItemInput {
  @Field(() => Boolean, { description: 'Whether it is offered.' })
  isActive!: boolean;
}

@InputType({ description: 'The whole price list in another order.' })
export class ReorderPriceItemsInput {
  @Field(() => [ID], { description: 'Every item that is not archived, each once, at most 500.' })
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  ids!: string[];
}
