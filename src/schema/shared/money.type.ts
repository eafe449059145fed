import { IsInt, Max, Min } from 'class-validator';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { currencies, type Currency } from '../../services/kernel/money.ts';
import { enumOf } from './enum-of.ts';
import { Free } from '../directives/cost.ts';

export const CurrencyEnum = enumOf(currencies);
registerEnumType(CurrencyEnum, { name: 'Currency', description: 'ISO 4217 currency.' });

@Free()
@ObjectType('Money', { description: 'An amount in whole minor units of its currency.', simpleResolvers: true })
export class MoneyType {
  @Field(() => Int, { description: 'Minor units: cents for EUR, francs for XOF.' })
  amount!: number;

  @Field(() => CurrencyEnum, { description: 'Currency of the amount.' })
  currency!: string;
}

/** Ten million of the unit with the most decimals. */
const largestAmount = 1_000_000_000;

@InputType({ description: 'An amount in whole minor units of its currency; more than nothing.' })
export class MoneyInput {
  @Field(() => Int, { description: 'Minor units: cents for EUR, francs for XOF. 1 to 1,000,000,000.' })
  @IsInt()
  @Min(1)
  @Max(largestAmount)
  amount!: number;

  @Field(() => CurrencyEnum, { description: 'Currency of the amount.' })
  currency!: Currency;
}
