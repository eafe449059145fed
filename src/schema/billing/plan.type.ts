import { Field, Float, ID, ObjectType } from 'type-graphql';
import { LocalDate } from '../scalars/index.ts';
import { MoneyType } from '../shared/money.type.ts';
import { PlanFamilyEnum, PlanFeatureEnum, PlanIntervalEnum } from './plan.enums.ts';

@ObjectType('PlanPrice', { description: 'What a period of a plan is sold at.', simpleResolvers: true })
export class PlanPriceType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => PlanIntervalEnum, { description: 'How long the period is.' })
  interval!: string;

  @Field(() => MoneyType, { description: 'For the whole period, VAT included; nothing for a plan that is free.' })
  amount!: MoneyType;

  @Field(() => LocalDate, { description: 'The first day of periods that are sold at it.' })
  validFrom!: string;
}

@ObjectType('PlanEntitlement', { description: 'How much of a feature a plan contains.', simpleResolvers: true })
export class PlanEntitlementType {
  @Field(() => PlanFeatureEnum, { description: 'The feature.' })
  feature!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'How much: a whole number, of bytes for STORAGE; 0 for none, null for no limit.',
  })
  value!: number | null;
}

@ObjectType('Plan', { description: 'What people can subscribe to.', simpleResolvers: true })
export class PlanType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'What inputs call it: PRO.' })
  code!: string;

  @Field(() => PlanFamilyEnum, { description: 'What it is for.' })
  family!: string;

  @Field(() => String, { description: 'Name, in French.' })
  nameFr!: string;

  @Field(() => String, { description: 'Name, in English.' })
  nameEn!: string;

  @Field(() => String, { description: 'What it is for, in French.' })
  textFr!: string;

  @Field(() => String, { description: 'What it is for, in English.' })
  textEn!: string;

  @Field(() => Boolean, { description: 'Is it what everybody has without choosing anything?' })
  isBase!: boolean;

  @Field(() => Boolean, { description: 'Can it be chosen?' })
  isActive!: boolean;
}
