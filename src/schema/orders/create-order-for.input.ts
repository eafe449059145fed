import { IsDefined, IsIn, IsInt, IsOptional, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { acceptanceEffects, type AcceptanceEffect } from '../../entities/billing/quote.entity.ts';
import type { Priority } from '../../entities/notifications/notification.entity.ts';
import type { Locale } from '../../services/kernel/locale.ts';
import { AcceptanceEffectEnum } from '../billing/quote.type.ts';
import { EmailAddress, LocalDate } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { MoneyInput } from '../shared/money.type.ts';
import { PriorityEnum } from '../shared/priority.enum.ts';
import { Label, Line, Lines, PersonName } from '../shared/text.rules.ts';

/** What a `text` column holds on MySQL, 65,535 bytes, at four bytes a character. */
const longText = 16_383;

@InputType({ description: 'A customer, by their address: invited where it has no account yet.' })
export class OrderCustomerInput {
  @Field(() => EmailAddress, { description: 'E-mail address.' })
  @MaxLength(255)
  email!: string;

  @Field(() => String, { description: 'First name, 1 to 50 characters; not used where there is an account.' })
  @PersonName()
  firstName!: string;

  @Field(() => String, { description: 'Last name, 1 to 50 characters; not used where there is an account.' })
  @PersonName()
  lastName!: string;

  @Field(() => LocaleEnum, { defaultValue: LocaleEnum.FR, description: 'Language to write to them in.' })
  locale!: Locale;
}

@InputType({ description: 'A service that is not in the price list.' })
export class FreeServiceInput {
  @Field(() => String, { description: 'What it is, as the invoice names it: 1 to 255 characters.' })
  @Label(255)
  name!: string;

  @Field(() => MoneyInput, { description: 'The whole price, VAT included.' })
  @IsDefined()
  @ValidateNested()
  price!: MoneyInput;
}

@InputType({ description: 'A quote of the order’s price, sent at once.' })
export class OrderQuoteInput {
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
}

@InputType({ description: 'An order for somebody.' })
export class CreateOrderForInput extends KeyedInput {
  @Field(() => ID, { nullable: true, description: 'The customer’s account. This or `customer`.' })
  @IsOptional()
  @MaxLength(36)
  customerId?: string | null;

  @Field(() => OrderCustomerInput, { nullable: true, description: 'The customer’s address. This or `customerId`.' })
  @IsOptional()
  @ValidateNested()
  customer?: OrderCustomerInput | null;

  @Field(() => ID, { nullable: true, description: 'The service, from `priceItems`. This or `service`.' })
  @IsOptional()
  @MaxLength(36)
  priceItemId?: string | null;

  @Field(() => FreeServiceInput, {
    nullable: true,
    description: 'A service at a price of its own. This or `priceItemId`.',
  })
  @IsOptional()
  @ValidateNested()
  service?: FreeServiceInput | null;

  @Field(() => String, { description: 'Title of the manuscript, 1 to 255 characters.' })
  @MinLength(1)
  @Line(0, 255)
  title!: string;

  @Field(() => String, { nullable: true, description: 'What the text is, at most 16,383 characters.' })
  @IsOptional()
  @Lines(0, longText)
  description?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Pages of 1,500 characters, 1 to 10,000; needed when the price is by the page.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  declaredPages?: number | null;

  @Field(() => String, { nullable: true, description: 'Instructions of the customer, at most 16,383 characters.' })
  @IsOptional()
  @Lines(0, longText)
  customerNote?: string | null;

  @Field(() => PriorityEnum, { nullable: true, description: 'How pressing it is; NORMAL unless said.' })
  @IsOptional()
  priority?: Priority | null;

  @Field(() => OrderQuoteInput, {
    nullable: true,
    description: 'A quote to send for it; absent: the customer is mailed where to pay.',
  })
  @IsOptional()
  @ValidateNested()
  quote?: OrderQuoteInput | null;
}
