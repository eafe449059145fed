import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { occupancyKinds } from '../../entities/scheduling/occupancy.entity.ts';
import { Cost } from '../directives/cost.ts';
import { Cursor, DateTime, PhoneNumber } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { BookingActionEnum, BookingPartyEnum } from './booking.enums.ts';
import { BookingType } from './booking.type.ts';
import { ClosureType } from './opening.type.ts';
import { BookingSourceEnum } from './practice.enums.ts';

export const AgendaEntryKindEnum = enumOf([...occupancyKinds, 'CLOSURE'] as const);
registerEnumType(AgendaEntryKindEnum, {
  name: 'AgendaEntryKind',
  description: 'What takes a time of an agenda.',
  valuesConfig: {
    BOOKING: { description: 'A booking.' },
    GROUP_SESSION: { description: 'A group.' },
    HOLD: { description: 'Somebody keeps it while they fill the form in.' },
    OFFER: { description: 'It is offered to somebody who waits.' },
    EXTERNAL: { description: 'Something in another calendar.' },
    CLOSURE: { description: 'A closure.' },
  },
});

@ObjectType('AgendaBooking', {
  description: 'A booking as those whose agenda it is in see it.',
  simpleResolvers: true,
})
export class AgendaBookingType extends BookingType {
  @Field(() => [BookingActionEnum], { description: 'What its artisan can do now.' })
  staffActions!: string[];

  @Field(() => ID, { nullable: true, description: 'The account of the customer; null without one.' })
  userId!: string | null;

  @Field(() => PhoneNumber, { nullable: true, description: 'The number of the customer, E.164; null for none.' })
  customerPhone!: string | null;

  @Field(() => String, { nullable: true, description: 'A note that customers do not read; null for none.' })
  staffNote!: string | null;

  @Field(() => BookingSourceEnum, { description: 'How it was made.' })
  source!: string;

  @Field(() => ID, { nullable: true, description: 'The order that a consultation is about; null for none.' })
  orderId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled; null where nothing was said.' })
  cancellationReason!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was said that the customer came or did not; null before.',
  })
  attendanceAt!: Date | null;
}

@ObjectType('BookingStep', { description: 'Something that happened to a booking.', simpleResolvers: true })
export class BookingStepType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: '`create`, or an action: `reschedule`, `cancel` …' })
  verb!: string;

  @Field(() => BookingPartyEnum, { description: 'Who did it.' })
  by!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => ID, { nullable: true, description: 'The person or the program, where it is known.' })
  actorId!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it began before, where it moved; null otherwise.' })
  fromStartsAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it began after that; null where it is not known.' })
  toStartsAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'Whose it was before, where it moved; null otherwise.' })
  fromArtisanId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Whose it was after that; null where it is not known.' })
  toArtisanId!: string | null;
}

export const BookingConnection = connectionOf(BookingType, 'Booking', { isCounted: true });
export const AgendaBookingConnection = connectionOf(AgendaBookingType, 'AgendaBooking', { isCounted: true });

@ObjectType('AgendaEntry', { description: 'A time of an agenda, and what takes it.', simpleResolvers: true })
export class AgendaEntryType {
  @Field(() => AgendaEntryKindEnum, { description: 'What takes it.' })
  kind!: string;

  @Field(() => DateTime, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => AgendaBookingType, { nullable: true, description: 'The booking; null for anything else.' })
  booking!: AgendaBookingType | null;

  @Field(() => ClosureType, { nullable: true, description: 'The closure; null for anything else.' })
  closure!: ClosureType | null;
}

@ObjectType('Agenda', { description: 'Some local days of an artisan.', simpleResolvers: true })
export class AgendaType {
  @Field(() => ID, { description: 'The artisan.' })
  artisanId!: string;

  @Field(() => String, { description: 'Their time zone, such as Europe/Paris.' })
  timeZone!: string;

  @Field(() => DateTime, { description: 'When the first day begins.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When the last day ends.' })
  endsAt!: Date;

  @Cost({ size: 50 })
  @Field(() => [AgendaEntryType], { description: 'Bookings, holds, closures and busy time, the earliest first.' })
  entries!: AgendaEntryType[];
}

@ObjectType('AgendaChanged', { description: 'Something changed in an agenda.', simpleResolvers: true })
export class AgendaChangedType {
  @Field(() => ID, { description: 'The artisan.' })
  artisanId!: string;

  @Field(() => ID, { nullable: true, description: 'The booking that changed; null where something else did.' })
  bookingId!: string | null;

  @Field(() => String, { nullable: true, description: 'What was done to the booking; null where it is not known.' })
  verb!: string | null;

  @Field(() => Cursor, { description: 'Where the stream stands: give it back as `after` when you reconnect.' })
  cursor!: string;
}
