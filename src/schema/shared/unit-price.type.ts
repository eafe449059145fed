import { Field, ObjectType } from 'type-graphql';
import { Free } from '../directives/cost.ts';
import { CurrencyEnum } from './money.type.ts';

@Free()
@ObjectType('UnitPrice', { description: 'The price of one, exact to four decimals.', simpleResolvers: true })
export class UnitPriceType {
  @Field(() => String, { description: 'In the currency itself, with a point and up to four decimals: 1.6667.' })
  amount!: string;

  @Field(() => CurrencyEnum, { description: 'Currency of the amount.' })
  currency!: string;
}
