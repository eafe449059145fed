import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { MoneyType } from '../shared/money.type.ts';
import {
  PlanChangeEffectEnum,
  PlanEndReasonEnum,
  PlanFamilyEnum,
  PlanIntervalEnum,
  PlanPeriodStatusEnum,
  PlanSubscriptionStatusEnum,
} from './plan.enums.ts';

@ObjectType('PlanPeriod', { description: 'A stretch of a subscription that is paid at once.', simpleResolvers: true })
export class PlanPeriodType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => PlanPeriodStatusEnum, { description: 'Status.' })
  status!: string;

  @Field(() => LocalDate, { description: 'Its first day.' })
  startsOn!: string;

  @Field(() => LocalDate, { description: 'The first day after it.' })
  endsOn!: string;

  @Field(() => MoneyType, { description: 'What it costs, VAT included: its invoice.' })
  amount!: MoneyType;

  @Field(() => MoneyType, {
    description: 'What of that the credit note for the unused days of the plan before pays; nothing without one.',
  })
  credit!: MoneyType;

  @Field(() => MoneyType, { description: 'What the subscriber pays.' })
  toPay!: MoneyType;

  @Field(() => Boolean, { description: 'Is it the unpaid difference of a change of plan?' })
  isChange!: boolean;

  @Field(() => ID, { nullable: true, description: 'The payment that paid it; null before.' })
  paymentId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Its invoice; null before it is issued.' })
  invoiceId!: string | null;
}

@ObjectType('PlanSubscription', { description: 'A person’s plan of one family.', simpleResolvers: true })
export class PlanSubscriptionType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ID, { description: 'Whose plan it is.' })
  personId!: string;

  @Field(() => PlanFamilyEnum, { description: 'What it is for.' })
  family!: string;

  @Field(() => PlanSubscriptionStatusEnum, { description: 'Status.' })
  status!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Its first day; null before it is paid.' })
  startedOn!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'The first day that is neither paid nor granted; null for a plan that costs nothing, and before it is paid.',
  })
  paidUntil!: string | null;

  @Field(() => Boolean, { description: 'Is it free of charge, until `paidUntil`?' })
  isGranted!: boolean;

  @Field(() => Boolean, { description: 'Does it end with what is paid? It can be resumed until then.' })
  cancelsAtPeriodEnd!: boolean;

  @Field(() => PlanIntervalEnum, {
    nullable: true,
    description: 'How long periods are after the next end; null when that does not change.',
  })
  nextInterval!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it ends unless its first period is paid; null once it is.',
  })
  expiresAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while it lives.' })
  endedAt!: Date | null;

  @Field(() => PlanEndReasonEnum, { nullable: true, description: 'Why it ended; null while it lives.' })
  endReason!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The saved card that its renewals are charged to; null when its person pays each of them.',
  })
  paymentMethodId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The provider that charges that card by itself, such as `STRIPE`; null when the application does.',
  })
  provider!: string | null;

  @Field(() => DateTime, { description: 'When it was chosen.' })
  createdAt!: Date;
}

export const PlanSubscriptionConnection = connectionOf(PlanSubscriptionType, 'PlanSubscription', { isCounted: true });
export type PlanSubscriptionConnection = InstanceType<typeof PlanSubscriptionConnection>;

@ObjectType('PlanPayment', {
  description: 'A payment of a plan, and what is left to do for it.',
  simpleResolvers: true,
})
export class PlanPaymentType {
  @Field(() => ID, { description: 'The payment.' })
  paymentId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Where to send the payer: the payment page, the page of a mobile network, or back when there was nothing to pay. Null when they need no page.',
  })
  url!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The session of the payment page, for `paymentStatus`; null without a page of a card.',
  })
  sessionId!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when the payment page is open; null without one.' })
  expiresAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'When the saved card wants its owner: the provider’s secret with which they confirm. Null otherwise.',
  })
  clientSecret!: string | null;
}

@ObjectType('PlanChangePreview', {
  description: 'What a change of plan costs, and when it counts: what its documents would say.',
  simpleResolvers: true,
})
export class PlanChangePreviewType {
  @Field(() => PlanChangeEffectEnum, { description: 'When it counts.' })
  effect!: string;

  @Field(() => LocalDate, { description: 'The first day of the other plan.' })
  on!: string;

  @Field(() => MoneyType, { description: 'The credit note: the unused part of what was paid.' })
  credit!: MoneyType;

  @Field(() => MoneyType, { description: 'The invoice for the rest of the period.' })
  charge!: MoneyType;

  @Field(() => MoneyType, { description: 'What is to be paid now: the invoice less the credit note.' })
  toPay!: MoneyType;
}
