import { IsIn, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { currencies, type Currency } from '../../services/kernel/money.ts';
import { mobileNetworks, type MobileNetwork } from '../../services/kernel/mobile-money.ts';
import { planFamilies, planIntervals, type PlanFamily, type PlanInterval } from '../../services/kernel/plans.ts';
import { internationalNumber, LocalDate, PhoneNumber } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { CurrencyEnum, MoneyInput } from '../shared/money.type.ts';
import { Line } from '../shared/text.rules.ts';
import { MobileNetworkEnum } from './mobile-network.enum.ts';
import { PlanFamilyEnum, PlanIntervalEnum } from './plan.enums.ts';

const planCode = 'The code of the plan: PRO.';

@InputType({ description: 'The plan that is chosen.' })
export class ChoosePlanInput extends KeyedInput {
  @Field(() => String, { description: planCode })
  @Line(1, 20)
  plan!: string;

  @Field(() => PlanIntervalEnum, { description: 'How long its periods are.' })
  @IsIn(planIntervals)
  interval!: PlanInterval;

  @Field(() => CurrencyEnum, { description: 'What it is paid in.' })
  @IsIn(currencies)
  currency!: Currency;
}

const keptInterval =
  'How long its periods are: as now unless said, a month where nothing is paid now. A dearer plan keeps the interval until the period ends.';
const askedCurrency =
  'What it is paid in. Asked only of a plan that costs nothing now; one that is paid keeps its currency.';

@InputType({ description: 'The plan to change to.' })
export class ChangePlanInput extends KeyedInput {
  @Field(() => String, { description: planCode })
  @Line(1, 20)
  plan!: string;

  @Field(() => PlanIntervalEnum, { nullable: true, description: keptInterval })
  @IsOptional()
  interval?: PlanInterval | null;

  @Field(() => CurrencyEnum, { nullable: true, description: askedCurrency })
  @IsOptional()
  currency?: Currency | null;
}

@ArgsType()
export class PreviewPlanChangeArgs {
  @Field(() => String, { description: planCode })
  @Line(1, 20)
  plan!: string;

  @Field(() => PlanIntervalEnum, { nullable: true, description: keptInterval })
  @IsOptional()
  interval?: PlanInterval | null;

  @Field(() => CurrencyEnum, { nullable: true, description: askedCurrency })
  @IsOptional()
  currency?: Currency | null;
}

@InputType({ description: 'Which of your plans.' })
export class PlanOfFamilyInput {
  @Field(() => PlanFamilyEnum, { description: 'Its family.' })
  @IsIn(planFamilies)
  family!: PlanFamily;
}

@InputType({
  description:
    'Which of your plans to pay for, and how: by a saved card, by mobile money, or, when neither is given, on the provider’s page.',
})
export class PaySubscriptionInput extends KeyedInput {
  @Field(() => PlanFamilyEnum, { description: 'Its family.' })
  @IsIn(planFamilies)
  family!: PlanFamily;

  @Field(() => String, {
    nullable: true,
    description: 'Refuse the payment unless this provider takes it: STRIPE. Not needed.',
  })
  @IsOptional()
  @Line(1, 20)
  provider?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Pay by this saved card. Once it has paid, the plan is renewed by it, without you.',
  })
  @IsOptional()
  @IsUUID()
  paymentMethodId?: string | null;

  @Field(() => MobileNetworkEnum, {
    nullable: true,
    description: 'Pay by mobile money: the network of the phone, one of `mobileMoneyNetworks`.',
  })
  @IsOptional()
  @IsIn(mobileNetworks)
  network?: MobileNetwork | null;

  @Field(() => PhoneNumber, {
    nullable: true,
    description: 'The phone that pays, with `network`: +2290166000000. Only its last four digits are kept.',
  })
  @IsOptional()
  @Matches(internationalNumber)
  phoneNumber?: string | null;
}

@InputType({ description: 'A plan free of charge, and until when.' })
export class GrantPlanInput extends KeyedInput {
  @Field(() => ID, { description: 'Who is given it.' })
  @IsUUID()
  personId!: string;

  @Field(() => String, { description: planCode })
  @Line(1, 20)
  plan!: string;

  @Field(() => LocalDate, { description: 'The first day on which it is no longer granted; ten years away at most.' })
  until!: string;
}

@InputType({ description: 'Money that came for a plan that had ended.' })
export class RevivePlanInput extends KeyedInput {
  @Field(() => ID, { description: 'The payment, which is due for a refund.' })
  @IsUUID()
  paymentId!: string;
}

@InputType({ description: 'A new price of a plan, for periods to come.' })
export class SetPlanPriceInput {
  @Field(() => String, { description: planCode })
  @Line(1, 20)
  plan!: string;

  @Field(() => PlanIntervalEnum, { description: 'Of periods of this length.' })
  @IsIn(planIntervals)
  interval!: PlanInterval;

  @Field(() => MoneyInput, { description: 'For a whole period, VAT included; at least 0.50 € or 100 F CFA.' })
  @ValidateNested()
  amount!: MoneyInput;

  @Field(() => LocalDate, {
    description:
      'The first day of periods that are sold at it: at least 30 days away. Who has the plan is notified at once.',
  })
  validFrom!: string;
}
