import { IsDefined, IsIn, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { acceptanceEffects, type AcceptanceEffect } from '../../entities/billing/quote.entity.ts';
import type { PriceBasis } from '../../services/kernel/invoice-sums.ts';
import type { Operation } from '../../services/kernel/vat.ts';
import { LocalDate, Upload } from '../scalars/index.ts';
import { IdempotencyKey } from '../shared/keyed.input.ts';
import { SubjectInput } from '../shared/subject.type.ts';
import { Label, Line, Lines, Secret } from '../shared/text.rules.ts';
import { PersonWithoutAccountInput } from './person.input.ts';
import { AcceptanceEffectEnum } from './quote.type.ts';
import { SoldContentInput } from './sold-line.input.ts';
import { OperationEnum, PriceBasisEnum } from './sold-line.type.ts';

const mostVersions = 2_147_483_647;

@InputType()
abstract class QuoteContentInput extends SoldContentInput {
  @Field(() => ID, { nullable: true, description: 'Whom it is for: a person with an account. This or `person`.' })
  @IsOptional()
  @IsUUID()
  buyerId?: string | null;

  @Field(() => PersonWithoutAccountInput, {
    nullable: true,
    description: 'Whom it is for: a person without an account. This or `buyerId`.',
  })
  @IsOptional()
  @ValidateNested()
  person?: PersonWithoutAccountInput | null;

  @Field(() => SubjectInput, {
    nullable: true,
    description:
      'What it is for: an order of the buyer, or an earlier invoice of the same sale. Absent: a quote of its own.',
  })
  @IsOptional()
  @ValidateNested()
  subject?: SubjectInput | null;

  @Field(() => PriceBasisEnum, { nullable: true, description: 'What the prices are; without VAT unless said.' })
  @IsOptional()
  prices?: PriceBasis | null;

  @Field(() => OperationEnum, { nullable: true, description: 'What is sold; services unless said.' })
  @IsOptional()
  operation?: Operation | null;

  @Field(() => LocalDate, { description: 'The last day on which it can be accepted: today or later.' })
  validUntil!: string;

  @Field(() => AcceptanceEffectEnum, { description: 'What accepting it does.' })
  @IsIn(acceptanceEffects)
  onAcceptance!: AcceptanceEffect;

  @Field(() => Int, { nullable: true, description: 'The deposit in percent, 1 to 100: with DEPOSIT, and only there.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  depositPercent?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Free words, printed under the totals: at most 1000 characters.',
  })
  @IsOptional()
  @Lines(0, 1000)
  notes?: string | null;

  @Field(() => String, { nullable: true, description: 'The buyer’s reference of this purchase.' })
  @IsOptional()
  @Line(0, 100)
  purchaseOrder?: string | null;
}

@InputType({ description: 'A quote.' })
export class CreateQuoteInput extends QuoteContentInput {
  @IdempotencyKey()
  key?: string | null;
}

@InputType({ description: 'A quote in the version that somebody saw.' })
export class SendQuoteInput {
  @Field(() => ID, { description: 'The quote.' })
  @IsUUID()
  quoteId!: string;

  @Field(() => Int, { description: 'Its version as it was read; CONFLICT when somebody changed it since.' })
  @IsInt()
  @Min(1)
  @Max(mostVersions)
  version!: number;
}

@InputType({ description: 'A draft of a quote, written again whole: what is absent is emptied.' })
export class UpdateQuoteInput extends QuoteContentInput {
  @Field(() => ID, { description: 'The quote.' })
  @IsUUID()
  quoteId!: string;

  @Field(() => Int, { description: 'Its version as it was read; CONFLICT when somebody changed it since.' })
  @IsInt()
  @Min(1)
  @Max(mostVersions)
  version!: number;
}

@InputType({ description: 'The next revision of a sent quote, whole.' })
export class ReviseQuoteInput extends UpdateQuoteInput {}

@InputType({ description: 'An acceptance on paper, and the signed paper.' })
export class RecordOfflineAcceptanceInput {
  @Field(() => ID, { description: 'The quote.' })
  @IsUUID()
  quoteId!: string;

  @Field(() => Int, { description: 'The revision that was signed.' })
  @IsInt()
  @Min(1)
  @Max(mostVersions)
  revision!: number;

  @Field(() => LocalDate, {
    description: 'The day on which it was signed: not before it was sent, today at the latest.',
  })
  on!: string;

  @Field(() => String, { description: 'Who signed, 1 to 255 characters.' })
  @Label(255)
  name!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Shall work start within the withdrawal period? Absent where the paper does not say.',
  })
  @IsOptional()
  startBeforeWithdrawal?: boolean | null;

  @Field(() => Upload, { description: 'The signed paper: a PDF or a picture.' })
  @IsDefined()
  file!: unknown;
}

@InputType()
abstract class AcceptanceInput {
  @Field(() => Int, { description: 'The revision that was shown.' })
  @IsInt()
  @Min(1)
  @Max(mostVersions)
  revision!: number;

  @Field(() => Int, { description: 'The version of the terms that were read (`terms.version`).' })
  @IsInt()
  @Min(1)
  @Max(mostVersions)
  termsVersion!: number;

  @Field(() => String, { description: 'First and last name, typed: 1 to 255 characters.' })
  @Label(255)
  name!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The answer to `withdrawalQuestion`: needed where that is asked.',
  })
  @IsOptional()
  startBeforeWithdrawal?: boolean | null;
}

@InputType({ description: 'The acceptance of a quote: what was seen, and what is agreed to.' })
export class AcceptQuoteInput extends AcceptanceInput {
  @Field(() => ID, { description: 'The quote.' })
  @IsUUID()
  quoteId!: string;
}

@InputType({ description: 'The acceptance of a quote without an account.' })
export class AcceptPublicQuoteInput extends AcceptanceInput {
  @Field(() => String, { description: 'The token of the mailed link.' })
  @Secret(100)
  token!: string;
}

@InputType({ description: 'The quote that is declined.' })
export class RefuseQuoteInput {
  @Field(() => ID, { description: 'The quote.' })
  @IsUUID()
  quoteId!: string;

  @Field(() => Int, { description: 'The revision that was shown.' })
  @IsInt()
  @Min(1)
  @Max(mostVersions)
  revision!: number;
}

@InputType({ description: 'The quote that is declined without an account.' })
export class RefusePublicQuoteInput {
  @Field(() => String, { description: 'The token of the mailed link.' })
  @Secret(100)
  token!: string;

  @Field(() => Int, { description: 'The revision that was shown.' })
  @IsInt()
  @Min(1)
  @Max(mostVersions)
  revision!: number;
}
