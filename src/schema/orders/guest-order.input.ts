import {
  ArrayMaxSize,
  IsDefined,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { GuestOrderStatus } from '../../entities/orders/guest-order.entity.ts';
import type { Priority } from '../../entities/notifications/notification.entity.ts';
import type { Locale } from '../../services/kernel/locale.ts';
import { ConsentInput } from '../identity/register.input.ts';
import { EmailAddress, internationalNumber, PhoneNumber, Upload } from '../scalars/index.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { MoneyInput } from '../shared/money.type.ts';
import { PriorityEnum } from '../shared/priority.enum.ts';
import { Line, Lines, PersonName, PlainLines, Secret } from '../shared/text.rules.ts';
import { TicketedInput } from '../shared/ticketed.input.ts';
import { GuestOrderStatusEnum } from './guest-order.type.ts';

/** What a `text` column holds on MySQL, 65,535 bytes, at four bytes a character. */
const longText = 16_383;

@InputType({ description: 'An order of a visitor without an account.' })
export class StartGuestOrderInput extends TicketedInput {
  @Field(() => String, { description: 'First name, 2 to 50 characters.' })
  @PersonName(2)
  firstName!: string;

  @Field(() => String, { description: 'Last name, 2 to 50 characters.' })
  @PersonName(2)
  lastName!: string;

  @Field(() => EmailAddress, {
    description: 'Their address; proven by the mail that is sent to it once they have paid.',
  })
  @MaxLength(255)
  email!: string;

  @Field(() => String, {
    description:
      'Of the account that they get once they have paid: as in `register`. Not used where there is one already.',
  })
  @Secret(1000)
  password!: string;

  @Field(() => PhoneNumber, { nullable: true, description: 'Phone number, as +33612345678.' })
  @IsOptional()
  @Matches(internationalNumber)
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Postal address for their invoices, its lines separated by line breaks, at most 500 characters.',
  })
  @IsOptional()
  @PlainLines(5, 500)
  @Matches(/\p{L}/u)
  address?: string | null;

  @Field(() => LocaleEnum, { defaultValue: LocaleEnum.FR, description: 'Language to write to them in.' })
  locale!: Locale;

  @Field(() => [ConsentInput], { description: 'TERMS and PRIVACY are needed.' })
  @ArrayMaxSize(10)
  @ValidateNested()
  consents!: ConsentInput[];

  @Field(() => ID, { description: 'The service, from `priceItems`.' })
  @MaxLength(36)
  priceItemId!: string;

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

  @Field(() => PriorityEnum, { nullable: true, description: 'How pressing it is; NORMAL unless said.' })
  @IsOptional()
  priority?: Priority | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Do they want the work to begin before the time to withdraw is over? Not unless said.',
  })
  @IsOptional()
  startBeforeWithdrawal?: boolean | null;
}

@InputType({ description: 'Which order without an account.' })
export class GuestOrderTokenInput {
  @Field(() => String, { description: 'Its token, as it was given last.' })
  @Secret(200)
  token!: string;
}

@ArgsType()
export class GuestOrderTokenArgs {
  @Field(() => String, { description: 'The token of the order, as it was given last.' })
  @Secret(200)
  token!: string;
}

@InputType({ description: 'The text to be proofread, of an order without an account.' })
export class UploadGuestManuscriptInput extends GuestOrderTokenInput {
  @Field(() => Upload, { description: 'The text; it takes the place of the one before.' })
  @IsDefined()
  file!: unknown;
}

@InputType({ description: 'A visitor asks for a price by a person.' })
export class RequestGuestReviewInput extends GuestOrderTokenInput {
  @Field(() => String, { description: 'What to look at, 1 to 5,000 characters.' })
  @PlainLines(1, 5_000)
  message!: string;
}

@InputType({ description: 'The answer to a visitor who asked for a price.' })
export class AnswerGuestReviewInput {
  @Field(() => ID, { description: 'The order without an account.' })
  @IsUUID()
  guestOrderId!: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What is to be paid from now on, VAT included; what was shown unless given.',
  })
  @IsOptional()
  @ValidateNested()
  total?: MoneyInput | null;

  @Field(() => String, { description: 'What the visitor reads, 1 to 5,000 characters.' })
  @PlainLines(1, 5_000)
  answer!: string;
}

@ArgsType()
export class GuestOrdersArgs extends sortedArgs('GuestOrderSort', 'orders without an account') {
  @Field(() => GuestOrderStatusEnum, { nullable: true, description: 'In this status; all unless said.' })
  @IsOptional()
  status?: GuestOrderStatus | null;
}
