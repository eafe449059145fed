import { ArrayMaxSize, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { DateTime, EmailAddress } from '../scalars/index.ts';
import { FullName, Line, PlainLines, Secret } from '../shared/text.rules.ts';
import { accessTexts } from './access-texts.ts';
import { BookingAnswerInput, BookingNotificationsInput } from './booking.input.ts';

@ArgsType()
export class BookingAccessArgs {
  @Field(() => String, { nullable: true, description: accessTexts.code })
  @IsOptional()
  @Line(1, 40)
  code?: string | null;

  @Field(() => String, { nullable: true, description: accessTexts.token })
  @IsOptional()
  @Secret(200)
  token?: string | null;

  @Field(() => EmailAddress, { nullable: true, description: accessTexts.email })
  @IsOptional()
  @MaxLength(255)
  email?: string | null;

  @Field(() => ID, { nullable: true, description: accessTexts.bookingId })
  @IsOptional()
  @IsUUID()
  bookingId?: string | null;
}

@InputType({ description: 'Which appointment, and by what right.' })
export class BookingAccessInput {
  @Field(() => String, { nullable: true, description: accessTexts.code })
  @IsOptional()
  @Line(1, 40)
  code?: string | null;

  @Field(() => String, { nullable: true, description: accessTexts.token })
  @IsOptional()
  @Secret(200)
  token?: string | null;

  @Field(() => EmailAddress, { nullable: true, description: accessTexts.email })
  @IsOptional()
  @MaxLength(255)
  email?: string | null;

  @Field(() => ID, { nullable: true, description: accessTexts.bookingId })
  @IsOptional()
  @IsUUID()
  bookingId?: string | null;
}

@InputType({ description: 'An appointment that is given up.' })
export class CancelBookingInput extends BookingAccessInput {
  @Field(() => String, { nullable: true, description: 'Why, at most 1,000 characters: the other side may read it.' })
  @IsOptional()
  @PlainLines(0, 1_000)
  reason?: string | null;
}

@InputType({ description: 'An appointment that is to be at another time.' })
export class RescheduleBookingInput extends BookingAccessInput {
  @Field(() => DateTime, { nullable: true, description: 'When it begins, from `availability`.' })
  @IsOptional()
  startsAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Instead of the instant, the date on the calendar of the artisan: `2026-12-24`.',
  })
  @IsOptional()
  @MaxLength(10)
  date?: string | null;

  @Field(() => String, { nullable: true, description: 'With the date, the time on the clock of the artisan: `18:30`.' })
  @IsOptional()
  @MaxLength(8)
  time?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whom it is with from now on; only artisans and admins say it.' })
  @IsOptional()
  @IsUUID()
  artisanId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'What it is of from now on, at its price; only artisans and admins say it, who may leave the time as it is.',
  })
  @IsOptional()
  @IsUUID()
  offeringId?: string | null;
}

@InputType({ description: 'A cancellation or a move that was asked for with an address.' })
export class ConfirmBookingChangeInput {
  @Field(() => String, { description: 'The token of the link in the mail.' })
  @Secret(600)
  token!: string;

  @Field(() => String, { nullable: true, description: 'Why, of a cancellation, at most 1,000 characters.' })
  @IsOptional()
  @PlainLines(0, 1_000)
  reason?: string | null;
}

@InputType({ description: 'What changes about whoever comes. What is left out stays.' })
export class BookingContactInput {
  @Field(() => String, { nullable: true, description: 'Their name, 2 to 255 characters.' })
  @IsOptional()
  @FullName()
  name?: string | null;

  @Field(() => EmailAddress, {
    nullable: true,
    description: 'Their address: the link of the appointment is void, and a new one is mailed there.',
  })
  @IsOptional()
  @MaxLength(255)
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Phone number, 10 to 15 digits: national ones are read by the country of the artisan. Null for none.',
  })
  @IsOptional()
  @Line(0, 30)
  phone?: string | null;
}

@InputType({ description: 'What changes about an appointment. What is left out stays.' })
export class UpdateBookingDetailsInput {
  @Field(() => String, { nullable: true, description: accessTexts.code })
  @IsOptional()
  @Line(1, 40)
  code?: string | null;

  @Field(() => String, { nullable: true, description: accessTexts.token })
  @IsOptional()
  @Secret(200)
  token?: string | null;

  @Field(() => ID, { nullable: true, description: accessTexts.bookingId })
  @IsOptional()
  @IsUUID()
  bookingId?: string | null;

  @Field(() => BookingContactInput, { nullable: true, description: 'Who comes.' })
  @IsOptional()
  @ValidateNested()
  customer?: BookingContactInput | null;

  @Field(() => BookingNotificationsInput, { nullable: true, description: 'How they want to hear of it.' })
  @IsOptional()
  @ValidateNested()
  notifications?: BookingNotificationsInput | null;

  @Field(() => [BookingAnswerInput], { nullable: true, description: 'All answers to the questions, anew.' })
  @IsOptional()
  @ArrayMaxSize(10)
  @ValidateNested()
  answers?: BookingAnswerInput[] | null;

  @Field(() => String, { nullable: true, description: 'What they add, at most 2,000 characters; null for nothing.' })
  @IsOptional()
  @PlainLines(0, 2_000)
  note?: string | null;
}
