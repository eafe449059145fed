import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../shared/enum-of.ts';
import { Free } from '../directives/cost.ts';

export const priceSyncActions = [
  'CREATE_PRODUCT',
  'UPDATE_PRODUCT',
  'CREATE_PRICE',
  'ARCHIVE_PRICE',
  'UNCHANGED',
] as const;
export const PriceSyncActionEnum = enumOf(priceSyncActions);
registerEnumType(PriceSyncActionEnum, {
  name: 'PriceSyncAction',
  description: 'What a synchronisation of prices does.',
  valuesConfig: {
    CREATE_PRODUCT: { description: 'A product that the provider does not have.' },
    UPDATE_PRODUCT: { description: 'Its name or description differs.' },
    CREATE_PRICE: {
      description: 'A price that the provider does not have: an amount never changes, it gets a new price.',
    },
    ARCHIVE_PRICE: { description: 'A price that is no longer sold.' },
    UNCHANGED: { description: 'The provider has it already.' },
  },
});

@Free()
@ObjectType('PriceSyncLine', { description: 'One line of a synchronisation.', simpleResolvers: true })
export class PriceSyncLineType {
  @Field(() => PriceSyncActionEnum, { description: 'What was done, or would be.' })
  action!: string;

  @Field(() => String, { description: 'Our reference of the product, or the lookup key of the price.' })
  subject!: string;

  @Field(() => String, { description: 'The product’s name.' })
  name!: string;
}

@InputType({ description: 'Whether to change anything.' })
export class SyncStripePricesInput {
  @Field(() => Boolean, { defaultValue: false, description: 'Only say what differs.' })
  dryRun!: boolean;
}
