import { ArrayMaxSize, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import type { BookingStatus } from '../../entities/scheduling/booking.entity.ts';
import { consultationActions, type ConsultationAction } from '../../services/kernel/appointments.ts';
import type { Locale } from '../../services/kernel/locale.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { Line, PlainLines } from '../shared/text.rules.ts';
import { SortedBookingsArgs } from './agenda.args.ts';
import { BookingStatusEnum } from './booking.enums.ts';
import { BookingCustomerInput } from './booking.input.ts';

export const ConsultationActionEnum = enumOf(consultationActions);
registerEnumType(ConsultationActionEnum, {
  name: 'ConsultationAction',
  description: 'What is answered to a request for a consultation.',
  valuesConfig: {
    APPROVE: { description: 'It takes place then.' },
    DECLINE: { description: 'It does not take place.' },
    PROPOSE: { description: 'Not then: the customer chooses from other times.' },
  },
});

@ArgsType()
export class ConsultationSlotsArgs {
  @Field(() => String, {
    nullable: true,
    description: 'The zone of days and local times, as `Europe/Paris`; that of the business unless said.',
  })
  @IsOptional()
  @Line(1, 64)
  timeZone?: string | null;
}

@ArgsType()
export class ConsultationRequestsArgs extends SortedBookingsArgs {
  @Field(() => [BookingStatusEnum], { nullable: true, description: 'That stand at one of these; all unless given.' })
  @IsOptional()
  @ArrayMaxSize(8)
  statuses?: BookingStatus[] | null;
}

@InputType({ description: 'A consultation that is asked for, with an account or without.' })
export class BookConsultationInput extends KeyedInput {
  @Field(() => DateTime, { description: 'When it begins, from `consultationSlots`.' })
  startsAt!: Date;

  @Field(() => BookingCustomerInput, { description: 'Who asks.' })
  @ValidateNested()
  customer!: BookingCustomerInput;

  @Field(() => ID, { nullable: true, description: 'The order of yours that it is about.' })
  @IsOptional()
  @IsUUID()
  orderId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Their time zone, such as Europe/Paris; that of the business unless said.',
  })
  @IsOptional()
  @Line(1, 60)
  timeZone?: string | null;

  @Field(() => LocaleEnum, { defaultValue: LocaleEnum.FR, description: 'Language to write to them in.' })
  locale!: Locale;

  @Field(() => String, { nullable: true, description: 'What it is about, at most 2,000 characters.' })
  @IsOptional()
  @PlainLines(0, 2_000)
  note?: string | null;

  @Field(() => String, { description: 'The version of the terms of sale that they were shown and accept.' })
  @Line(1, 40)
  @Matches(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u)
  termsVersion!: string;
}

@InputType({ description: 'An answer to a request for a consultation.' })
export class HandleConsultationRequestInput {
  @Field(() => ID, { description: 'The request.' })
  @IsUUID()
  id!: string;

  @Field(() => ConsultationActionEnum, { description: 'The answer.' })
  action!: ConsultationAction;

  @Field(() => String, { nullable: true, description: 'What the customer reads, at most 500 characters.' })
  @IsOptional()
  @PlainLines(0, 500)
  reason?: string | null;

  @Field(() => [DateTime], { nullable: true, description: 'Of PROPOSE: one to three times that are free.' })
  @IsOptional()
  @ArrayMaxSize(3)
  proposals?: Date[] | null;
}
