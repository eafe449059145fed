import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { currencies } from '../../services/kernel/money.ts';
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
