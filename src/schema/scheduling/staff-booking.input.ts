import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Locale } from '../../services/kernel/locale.ts';
import { DateTime } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { PlainLines } from '../shared/text.rules.ts';
import { BookingAnswerInput, BookingCustomerInput } from './booking.input.ts';

@InputType({ description: 'An appointment of an agenda.' })
export class WhichBookingInput {
  @Field(() => ID, { description: 'The appointment.' })
  @IsUUID()
  bookingId!: string;
}

@InputType({ description: 'A note about an appointment.' })
export class AddBookingNoteInput extends WhichBookingInput {
  @Field(() => String, { description: 'The note, 1 to 2,000 characters; the customer does not see it.' })
  @PlainLines(1, 2_000)
  note!: string;
}

@InputType({ description: 'An appointment that is made for somebody who called.' })
export class CreateStaffBookingInput extends KeyedInput {
  @Field(() => ID, { description: 'The offering.' })
  @IsUUID()
  offeringId!: string;

  @Field(() => ID, { description: 'Whom it is with.' })
  @IsUUID()
  artisanId!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it begins: any five minutes.' })
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

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Also when the artisan is closed, the day is full, or a calendar was not read for too long; never over something.',
  })
  override!: boolean;

  @Field(() => Int, { nullable: true, description: 'How many people come, 1 to 200; one unless said.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  partySize?: number | null;

  @Field(() => BookingCustomerInput, { description: 'Who comes.' })
  @ValidateNested()
  customer!: BookingCustomerInput;

  @Field(() => LocaleEnum, { defaultValue: LocaleEnum.FR, description: 'Language to write to them in.' })
  locale!: Locale;

  @Field(() => String, {
    nullable: true,
    description: 'Their address, at most 500 characters, where the artisan comes to them.',
  })
  @IsOptional()
  @PlainLines(0, 500)
  place?: string | null;

  @Field(() => [BookingAnswerInput], { nullable: true, description: 'Their answers; none unless given.' })
  @IsOptional()
  @ArrayMaxSize(10)
  @ValidateNested()
  answers?: BookingAnswerInput[] | null;

  @Field(() => String, { nullable: true, description: 'What they add, at most 2,000 characters.' })
  @IsOptional()
  @PlainLines(0, 2_000)
  note?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A note that the customer does not see, at most 2,000 characters.',
  })
  @IsOptional()
  @PlainLines(0, 2_000)
  staffNote?: string | null;
}

const mostAtOnce = 100;

@InputType({ description: 'Appointments that are given up.' })
export class CancelBookingsInput {
  @Field(() => [ID], { description: 'Which ones, 1 to 100, each once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(mostAtOnce)
  @IsUUID(undefined, { each: true })
  bookingIds!: string[];

  @Field(() => String, { nullable: true, description: 'Why, as each customer reads it, at most 1,000 characters.' })
  @IsOptional()
  @PlainLines(0, 1_000)
  reason?: string | null;
}

@InputType({ description: 'An appointment, and where it goes.' })
export class BookingToMoveInput extends WhichBookingInput {
  @Field(() => DateTime, { description: 'When it begins: any five minutes.' })
  startsAt!: Date;

  @Field(() => ID, { nullable: true, description: 'Whom it is with from now on; the same unless said.' })
  @IsOptional()
  @IsUUID()
  artisanId?: string | null;
}

@InputType({ description: 'Appointments that are to be at other times.' })
export class MoveBookingsInput {
  @Field(() => [BookingToMoveInput], {
    description: 'Which ones, 1 to 100, each once, in the order in which they move.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(mostAtOnce)
  @ValidateNested()
  bookings!: BookingToMoveInput[];

  @Field(() => String, {
    nullable: true,
    description: 'What each customer reads with the new time, at most 1,000 characters.',
  })
  @IsOptional()
  @PlainLines(0, 1_000)
  message?: string | null;
}

@ObjectType('BookingResult', { description: 'What became of one of many appointments.', simpleResolvers: true })
export class BookingResultType {
  @Field(() => ID, { description: 'The appointment.' })
  bookingId!: string;

  @Field(() => String, { nullable: true, description: 'The code of why it was refused; null when it is done.' })
  error!: string | null;
}
