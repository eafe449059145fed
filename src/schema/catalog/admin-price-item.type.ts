import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { priceChangeKinds } from '../../entities/catalog/price-change.entity.ts';
import { Cost } from '../directives/cost.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { PriceItemType } from './price-item.type.ts';

export const PriceChangeKindEnum = enumOf(priceChangeKinds);
registerEnumType(PriceChangeKindEnum, { name: 'PriceChangeKind', description: 'What was done to a price item.' });

@ObjectType('ChangedValue', { description: 'A value as it was and as it became.', simpleResolvers: true })
export class ChangedValueType {
  @Field(() => String, { description: 'Name of the field; amounts are in minor units.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'As it was; null for nothing.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'As it became; null for nothing.' })
  after!: string | null;
}

@ObjectType('PriceChange', { description: 'A change of a price item.', simpleResolvers: true })
export class PriceChangeType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => PriceChangeKindEnum, { description: 'What was done.' })
  kind!: string;

  @Field(() => ID, { nullable: true, description: 'Who did it; null for the application itself.' })
  actorId!: string | null;

  @Cost({ size: 5 })
  @Field(() => [ChangedValueType], { description: 'What changed; empty unless fields did.' })
  changes!: ChangedValueType[];

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;
}

@ObjectType('AdminPriceItem', {
  description: 'A price item as those who manage the price list see it.',
  simpleResolvers: true,
})
export class AdminPriceItemType extends PriceItemType {
  @Field(() => Boolean, { description: 'Whether it is offered.' })
  isActive!: boolean;

  @Field(() => Int, { description: 'Its place in the list, from 0.' })
  position!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was archived; null while it is on the list.' })
  archivedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The product at Stripe; null until it was synchronised.' })
  stripeProductId!: string | null;

  @Field(() => String, { nullable: true, description: 'The price at Stripe; null until it was synchronised.' })
  stripePriceId!: string | null;
}
