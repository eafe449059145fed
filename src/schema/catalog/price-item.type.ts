import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { priceUnits } from '../../entities/catalog/price-item.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { searchArgs } from '../shared/list.args.ts';
import { MoneyType } from '../shared/money.type.ts';

export const PriceUnitEnum = enumOf(priceUnits);
registerEnumType(PriceUnitEnum, {
  name: 'PriceUnit',
  description: 'What a price buys.',
  valuesConfig: { PACK: { description: 'The whole work.' }, PAGE: { description: 'One page of 1,500 characters.' } },
});

@ObjectType('PriceItem', {
  description: 'A service on offer and its price.',
  simpleResolvers: true,
})
export class PriceItemType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Name, as « Pack KDP ».' })
  name!: string;

  @Field(() => String, { description: 'What the service includes.' })
  description!: string;

  @Field(() => MoneyType, { description: 'Price of one unit, VAT included.' })
  price!: MoneyType;

  @Field(() => PriceUnitEnum, { description: 'What the price buys.' })
  unit!: string;

  @Field(() => String, { description: 'Family of services, as « Correction ».' })
  serviceType!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Usual time it takes, as text; null when it depends on the work.',
  })
  estimatedDuration!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Working days from payment and manuscript to delivery; null where nothing is promised.',
  })
  turnaroundWorkingDays!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The same for an urgent order; null where urgency makes no difference.',
  })
  rushWorkingDays!: number | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'The least that an order costs, VAT included; null for none.',
  })
  minimum!: MoneyType | null;

  @Field(() => DateTime, { nullable: true, description: 'Offered from this instant on; null: at once.' })
  validFrom!: Date | null;

  @Field(() => Boolean, { description: 'To be shown first.' })
  isFeatured!: boolean;
}

@ArgsType()
export class PriceItemsArgs extends searchArgs('a name, a description or a kind of service') {}
