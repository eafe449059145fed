import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsNumber,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { AssignmentKind, LocationKind } from '../../entities/scheduling/offering.entity.ts';
import type { Currency } from '../../services/kernel/money.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { CurrencyEnum } from '../shared/money.type.ts';
import { Label, Lines } from '../shared/text.rules.ts';
import { LocationKindEnum } from './location-kind.enum.ts';
import { AssignmentKindEnum } from './practice.enums.ts';
import { CancellationTierInput, OfferingQuestionInput, ReminderRuleInput } from './offering-parts.input.ts';

@InputType({ description: 'What can be booked of artisans, from now on.' })
export class CreateOfferingInput extends KeyedInput {
  @Field(() => [ID], { description: 'Who gives it, 1 to 20.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  artisanIds!: string[];

  @Field(() => String, { description: 'Its name, 2 to 255 characters.' })
  @Label(255, 2)
  name!: string;

  @Field(() => Int, { description: 'How long it lasts, at most 720 minutes: a multiple of BOOKING_STEP_MINUTES.' })
  @IsInt()
  @Min(5)
  @Max(720)
  durationMinutes!: number;

  @Field(() => Int, { description: 'What it costs in whole minor units, VAT included, 0 to 100,000,000.' })
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  priceCents!: number;

  @Field(() => String, { nullable: true, description: 'What it is, at most 5,000 characters.' })
  @IsOptional()
  @Lines(1, 5_000)
  description?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Between the beginnings that are offered: 5 to 720 minutes, a multiple of 5. BOOKING_STEP_MINUTES unless given.',
  })
  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(720)
  slotStepMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes kept free before it, 0 to 240, a multiple of 5. None unless given.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(240)
  bufferBeforeMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes kept free after it, 0 to 240, a multiple of 5. None unless given.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(240)
  bufferAfterMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How long before its start it is bookable, 0 to 43,200 minutes. 120 unless given.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(43200)
  noticeMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many days ahead it is bookable, 1 to 365. One of the two horizons. 60 unless given.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  horizonDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many working days ahead it is bookable, 1 to 250. One of the two horizons.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(250)
  horizonWorkingDays?: number | null;

  @Field(() => CurrencyEnum, { nullable: true, description: 'Currency of its price. EUR unless given.' })
  @IsOptional()
  currency?: Currency | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share of the price that is paid when it is booked, 0 to 100, two decimals. A deposit of 1 to 49 cents is refused. Nothing unless given.',
  })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(100)
  depositPercent?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many people come at most with one booking, 1 to 200. 1 unless given.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  capacity?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many are booked at most on a local day of the artisan, 1 to 100. No limit unless given.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  maxPerDay?: number | null;

  @Field(() => LocationKindEnum, {
    nullable: true,
    description: 'Where it takes place. At the artisan’s unless given.',
  })
  @IsOptional()
  locationKind?: LocationKind | null;

  @Field(() => String, {
    nullable: true,
    description: 'The address, or the link of one that is online, at most 500 characters.',
  })
  @IsOptional()
  @Lines(1, 500)
  place?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the artisan says yes to each booking.' })
  @IsOptional()
  requiresApproval?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How long a request waits for an answer, 1 to 720 hours. 48 unless given.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(720)
  approvalHours?: number | null;

  @Field(() => AssignmentKindEnum, {
    nullable: true,
    description: 'Whom a booking is with. The artisan whom the customer chose unless given.',
  })
  @IsOptional()
  assignment?: AssignmentKind | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How long before its start a customer may move it, 0 to 43,200 minutes. 1,440 unless given.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(43200)
  rescheduleUntilMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: 'How often a customer may move it, 0 to 20. 2 unless given.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(20)
  maxReschedules?: number | null;

  @Field(() => Int, { nullable: true, description: 'Its place among the others, from 0. The last unless given.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10000)
  position?: number | null;

  @Field(() => [OfferingQuestionInput], { nullable: true, description: 'What customers are asked, at most 10.' })
  @IsOptional()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  questions?: OfferingQuestionInput[] | null;

  @Field(() => [CancellationTierInput], {
    nullable: true,
    description: 'What comes back of a deposit, at most 10. 48 hours 100 %, 24 hours 50 % unless given.',
  })
  @IsOptional()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  cancellationTiers?: CancellationTierInput[] | null;

  @Field(() => [ReminderRuleInput], {
    nullable: true,
    description: 'Reminders beside that of the evening before, at most 5.',
  })
  @IsOptional()
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  reminders?: ReminderRuleInput[] | null;
}
