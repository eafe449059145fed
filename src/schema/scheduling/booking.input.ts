import type { PaymentBy } from '../../services/kernel/appointments.ts';
import { ArrayMaxSize, IsInt, IsOptional, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { Locale } from '../../services/kernel/locale.ts';

import { DateTime, EmailAddress } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { FullName, Line, Lines, PlainLines, Secret } from '../shared/text.rules.ts';
import { PaymentByEnum } from './booking.enums.ts';

/** The fields by which a time of an offering is asked for; those of a mutation with a key are repeated there. */
const slotTexts = {
  offering: 'The offering, from `offerings`.',
  artisan:
    'Whom it is with: to be said where the customer chooses among several (`CHOSEN`); else any artisan of the offering unless said.',
  startsAt: 'When it begins, from `availability`.',
  date: 'Instead of the instant, the date on the calendar of the artisan: `2026-12-24`.',
  time: 'With the date, the time on the clock of the artisan: `18:30`.',
  party: 'How many people come, 1 to 200; one unless said.',
} as const;

@InputType({ description: 'A time that is to be kept while its form is filled in.' })
export class HoldSlotInput {
  @Field(() => ID, { description: slotTexts.offering })
  @IsUUID()
  offeringId!: string;

  @Field(() => ID, { nullable: true, description: slotTexts.artisan })
  @IsOptional()
  @IsUUID()
  artisanId?: string | null;

  @Field(() => DateTime, { nullable: true, description: slotTexts.startsAt })
  @IsOptional()
  startsAt?: Date | null;

  @Field(() => String, { nullable: true, description: slotTexts.date })
  @IsOptional()
  @MaxLength(10)
  date?: string | null;

  @Field(() => String, { nullable: true, description: slotTexts.time })
  @IsOptional()
  @MaxLength(8)
  time?: string | null;

  @Field(() => Int, { nullable: true, description: slotTexts.party })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  partySize?: number | null;
}

@InputType({ description: 'A time that is kept.' })
export class SlotHoldInput {
  @Field(() => String, { description: 'The token that `holdSlot` gave.' })
  @Secret(200)
  holdToken!: string;
}

@InputType({ description: 'Who comes to an appointment.' })
export class BookingCustomerInput {
  @Field(() => String, { description: 'Their name, 2 to 255 characters.' })
  @FullName()
  name!: string;

  @Field(() => EmailAddress, { description: 'Where the link that manages the appointment is mailed.' })
  @MaxLength(255)
  email!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Phone number, 10 to 15 digits: national ones are read by the country of the artisan.',
  })
  @IsOptional()
  @Line(0, 30)
  phone?: string | null;
}

@InputType({ description: 'How a customer wants to hear of an appointment.' })
export class BookingNotificationsInput {
  @Field(() => Boolean, { defaultValue: true, description: 'By mail.' })
  email!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'By text message, to a mobile number.' })
  sms!: boolean;
}

@InputType({ description: 'An answer to a question of the offering.' })
export class BookingAnswerInput {
  @Field(() => ID, { description: 'The question.' })
  @IsUUID()
  questionId!: string;

  @Field(() => String, {
    description: 'The answer: `YES` or `NO`, one of the choices, a number, or a text of 5,000 characters at most.',
  })
  @Lines(0, 5_000)
  answer!: string;
}

@InputType({ description: 'An appointment that is to be made, with an account or without.' })
export class CreateBookingInput extends KeyedInput {
  @Field(() => ID, { description: slotTexts.offering })
  @IsUUID()
  offeringId!: string;

  @Field(() => ID, { nullable: true, description: slotTexts.artisan })
  @IsOptional()
  @IsUUID()
  artisanId?: string | null;

  @Field(() => DateTime, { nullable: true, description: slotTexts.startsAt })
  @IsOptional()
  startsAt?: Date | null;

  @Field(() => String, { nullable: true, description: slotTexts.date })
  @IsOptional()
  @MaxLength(10)
  date?: string | null;

  @Field(() => String, { nullable: true, description: slotTexts.time })
  @IsOptional()
  @MaxLength(8)
  time?: string | null;

  @Field(() => Int, { nullable: true, description: slotTexts.party })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  partySize?: number | null;

  @Field(() => String, { nullable: true, description: 'The token of the time that `holdSlot` kept for it.' })
  @IsOptional()
  @Secret(200)
  holdToken?: string | null;

  @Field(() => BookingCustomerInput, { description: 'Who comes.' })
  @ValidateNested()
  customer!: BookingCustomerInput;

  @Field(() => BookingNotificationsInput, {
    nullable: true,
    description: 'How they want to hear of it; by mail unless said.',
  })
  @IsOptional()
  @ValidateNested()
  notifications?: BookingNotificationsInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Their time zone, such as Europe/Paris; the artisan’s unless said.',
  })
  @IsOptional()
  @Line(1, 60)
  timeZone?: string | null;

  @Field(() => LocaleEnum, { defaultValue: LocaleEnum.FR, description: 'Language to write to them in.' })
  locale!: Locale;

  @Field(() => String, {
    nullable: true,
    description: 'Their address, at most 500 characters, where the artisan comes to them.',
  })
  @IsOptional()
  @PlainLines(0, 500)
  place?: string | null;

  @Field(() => [BookingAnswerInput], { nullable: true, description: 'Their answers to the questions of the offering.' })
  @IsOptional()
  @ArrayMaxSize(10)
  @ValidateNested()
  answers?: BookingAnswerInput[] | null;

  @Field(() => String, { nullable: true, description: 'What they add, at most 2,000 characters.' })
  @IsOptional()
  @PlainLines(0, 2_000)
  note?: string | null;

  @Field(() => String, { description: 'The version of the terms of sale that they were shown and accept.' })
  @Line(1, 40)
  @Matches(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u)
  termsVersion!: string;

  @Field(() => PaymentByEnum, { nullable: true, description: 'How a deposit is paid; in a form unless said.' })
  @IsOptional()
  paymentBy?: PaymentBy | null;
}

@InputType({ description: 'An appointment whose deposit is to be paid.' })
export class ResumeBookingPaymentInput {
  @Field(() => String, { description: 'Its code, whatever its case, blanks and dash.' })
  @Line(1, 40)
  code!: string;

  @Field(() => String, { nullable: true, description: 'The token of its link; not needed by the account that booked.' })
  @IsOptional()
  @Secret(200)
  token?: string | null;

  @Field(() => PaymentByEnum, { nullable: true, description: 'How it is paid; in a form unless said.' })
  @IsOptional()
  paymentBy?: PaymentBy | null;
}

@InputType({ description: 'A request that is answered with yes.' })
export class ApproveBookingInput {
  @Field(() => ID, { description: 'The appointment that was asked for.' })
  @IsUUID()
  bookingId!: string;
}

@InputType({ description: 'A request that is answered with no.' })
export class DeclineBookingInput extends ApproveBookingInput {
  @Field(() => String, { nullable: true, description: 'What the customer reads, at most 1,000 characters.' })
  @IsOptional()
  @PlainLines(0, 1_000)
  reason?: string | null;
}
