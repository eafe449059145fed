import { Field, Int, ObjectType } from 'type-graphql';
import { PriceUnitEnum } from '../catalog/price-item.type.ts';
import { MoneyType } from '../shared/money.type.ts';

@ObjectType('PriceEstimate', { description: 'What an order would cost today.', simpleResolvers: true })
export class PriceEstimateType {
  @Field(() => String, { description: 'The service, as the price list names it.' })
  service!: string;

  @Field(() => PriceUnitEnum, { description: 'What the price is for.' })
  unit!: string;

  @Field(() => Int, { nullable: true, description: 'The pages that are counted; null for a pack.' })
  pages!: number | null;

  @Field(() => MoneyType, { description: 'VAT included.' })
  total!: MoneyType;
}
