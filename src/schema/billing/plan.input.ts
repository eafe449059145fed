import { IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { currencies, type Currency } from '../../services/kernel/money.ts';
import { planFamilies, planIntervals, type PlanFamily, type PlanInterval } from '../../services/kernel/plans.ts';
import { LocalDate } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { CurrencyEnum, MoneyInput } from '../shared/money.type.ts';
import { Line } from '../shared/text.rules.ts';
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

@InputType({ description: 'Which of your plans to pay for.' })
export class PaySubscriptionInput extends KeyedInput {
  @Field(() => PlanFamilyEnum, { description: 'Its family.' })
  @IsIn(planFamilies)
  family!: PlanFamily;
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
