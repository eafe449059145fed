import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Cost } from '../directives/cost.ts';
import { DateTime, EmailAddress } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { MoneyType } from '../shared/money.type.ts';
import { BookingActionEnum, BookingPartyEnum, BookingStatusEnum, DepositStatusEnum } from './booking.enums.ts';
import { CancellationTierType } from './cancellation-tier.type.ts';
import { LocationKindEnum } from './location-kind.enum.ts';

@ObjectType('BookingAnswer', { description: 'An answer to a question of the offering.', simpleResolvers: true })
export class BookingAnswerType {
  @Field(() => ID, { description: 'The question.' })
  questionId!: string;

  @Field(() => String, { description: 'The question as it was asked.' })
  label!: string;

  @Field(() => String, { description: 'The answer.' })
  answer!: string;
}

@ObjectType('Booking', {
  description: 'An appointment, as whoever booked it sees it. What was agreed is frozen here.',
  simpleResolvers: true,
})
export class BookingType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Its code, `AC-` and six symbols: read without case, blanks or dash.' })
  code!: string;

  @Field(() => BookingStatusEnum, { description: 'Status.' })
  status!: string;

  @Field(() => [BookingActionEnum], { description: 'What its customer can do now.' })
  availableActions!: string[];

  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => String, { description: 'The name of the offering as it was booked.' })
  offeringName!: string;

  @Field(() => ID, { description: 'The artisan.' })
  artisanId!: string;

  @Field(() => String, { description: 'The name that the artisan shows.' })
  artisanName!: string;

  @Field(() => String, { description: 'The time zone of the artisan, such as Europe/Paris.' })
  timeZone!: string;

  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => String, { description: 'When it begins on the clock of the artisan: `2026-12-24T18:30`.' })
  localStart!: string;

  @Field(() => String, { description: 'The time zone of the customer.' })
  customerTimeZone!: string;

  @Field(() => Int, { description: 'How many people come.' })
  partySize!: number;

  @Field(() => LocationKindEnum, { description: 'Where it takes place.' })
  locationKind!: string;

  @Field(() => String, { nullable: true, description: 'The address or the link; null when none is needed.' })
  place!: string | null;

  @Field(() => String, { description: 'The name of the customer.' })
  customerName!: string;

  @Field(() => EmailAddress, { nullable: true, description: 'Where mails about it go; null once it was forgotten.' })
  customerEmail!: string | null;

  @Field(() => LocaleEnum, { description: 'Language to write to the customer in.' })
  locale!: string;

  @Field(() => Boolean, { description: 'Whether mails about it are sent.' })
  notifyByEmail!: boolean;

  @Field(() => Boolean, { description: 'Whether text messages about it are sent.' })
  notifyBySms!: boolean;

  @Cost({ size: 10 })
  @Field(() => [BookingAnswerType], { description: 'What the customer answered, in the order of the questions.' })
  answers!: BookingAnswerType[];

  @Field(() => String, { nullable: true, description: 'What the customer added; null for nothing.' })
  customerNote!: string | null;

  @Field(() => MoneyType, { description: 'What it costs, VAT included.' })
  price!: MoneyType;

  @Field(() => MoneyType, { description: 'What of it is paid in advance; nothing where no deposit is asked for.' })
  deposit!: MoneyType;

  @Field(() => DepositStatusEnum, { description: 'Where the deposit stands.' })
  depositStatus!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when its time is kept for a payment or an answer; null once it stands or is over.',
  })
  holdUntil!: Date | null;

  @Cost({ size: 10 })
  @Field(() => [CancellationTierType], { description: 'What comes back of the deposit, the earliest first.' })
  cancellationTiers!: CancellationTierType[];

  @Field(() => Int, { description: 'So many minutes before the start it can be moved by its customer.' })
  rescheduleUntilMinutes!: number;

  @Field(() => Int, { description: 'How often its customer can still move it.' })
  reschedulesLeft!: number;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was confirmed; null before.' })
  confirmedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was cancelled; null unless it was.' })
  cancelledAt!: Date | null;

  @Field(() => BookingPartyEnum, { nullable: true, description: 'Who cancelled it; null unless it was.' })
  cancelledBy!: string | null;
}

export const BookingConnection = connectionOf(BookingType, 'Booking');

@ObjectType('BookingPayment', {
  description: 'A deposit that waits to be paid: in a form of your page, or on the page of the provider.',
  simpleResolvers: true,
})
export class BookingPaymentType {
  @Field(() => ID, { description: 'The payment.' })
  paymentId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The provider’s secret with which a form finishes the payment; null for a page of the provider.',
  })
  clientSecret!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The provider’s publishable key, for the form; null for a page of the provider.',
  })
  publishableKey!: string | null;

  @Field(() => String, { nullable: true, description: 'The page of the provider; null for a form.' })
  checkoutUrl!: string | null;

  @Field(() => DateTime, { description: 'Until when the time is kept for it.' })
  expiresAt!: Date;
}

@ObjectType('CreatedBooking', {
  description: 'An appointment that was just made, and what is to be paid for it.',
  simpleResolvers: true,
})
export class CreatedBookingType {
  @Field(() => BookingType, { description: 'The appointment.' })
  booking!: BookingType;

  @Field(() => String, { description: 'Its code, as `booking.code`.' })
  code!: string;

  @Field(() => String, { description: 'The link that manages it: keep it to yourself. It is mailed as well.' })
  manageUrl!: string;

  @Field(() => BookingPaymentType, {
    nullable: true,
    description:
      'The deposit to be paid; null where none is, while files have to come first, or the provider does not answer: `resumeBookingPayment` continues.',
  })
  payment!: BookingPaymentType | null;
}

@ObjectType('SlotHold', { description: 'A time that is kept while its form is filled in.', simpleResolvers: true })
export class SlotHoldType {
  @Field(() => String, { description: 'Stands for the time that is kept; shown this once, keep it.' })
  holdToken!: string;

  @Field(() => ID, { description: 'Whose time it is.' })
  artisanId!: string;

  @Field(() => DateTime, { description: 'When the appointment would begin.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it would end.' })
  endsAt!: Date;

  @Field(() => DateTime, { description: 'Until when it is kept.' })
  expiresAt!: Date;
}
