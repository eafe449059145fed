import { slotRefusalReasons, type SlotRefusalReason } from '../../services/kernel/appointments.ts';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import { Cost, Free } from '../directives/cost.ts';
import { DateTime, LocalDate } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';

/** Calculated together with its day, in one walk. */
@Free()
@ObjectType('Slot', { description: 'A time that can be booked.', simpleResolvers: true })
export class SlotType {
  @Field(() => DateTime, { description: 'When the appointment begins: how to book it.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => LocalDate, { description: 'The day on which it begins, in the zone that was asked for.' })
  localDate!: string;

  @Field(() => String, {
    description:
      'What clocks show there when it begins, as `09:30`; the same twice on a night on which they go back, at two instants.',
  })
  localStart!: string;

  @Field(() => [ID], { description: 'The artisans who are free then.' })
  artisanIds!: readonly string[];

  @Field(() => Int, { description: 'How many people a booking may bring.' })
  placesLeft!: number;
}

@ObjectType('AvailabilityDay', { description: 'The times that can be booked on a local day.', simpleResolvers: true })
export class AvailabilityDayType {
  @Field(() => LocalDate, { description: 'The day, in the zone that was asked for.' })
  date!: string;

  @Field(() => [SlotType], { description: 'Its times, in order; empty when nothing is free.' })
  slots!: readonly SlotType[];
}

export const SlotRefusalReasonEnum = enumOf(slotRefusalReasons);
registerEnumType(SlotRefusalReasonEnum, {
  name: 'SlotRefusalReason',
  description: 'Why a time is not offered.',
  valuesConfig: {
    ARCHIVED: { description: 'The offering is archived.' },
    PAUSED: { description: 'The artisan is paused, or not published yet.' },
    STALE_CALENDAR: { description: 'A connected calendar was not read for too long.' },
    CAPACITY: { description: 'The party is larger than the offering takes.' },
    NOTICE: { description: 'It is sooner than the notice of the offering.' },
    HORIZON: { description: 'Its day is beyond the horizon of the offering.' },
    CLOSURE: { description: 'It is in a closure.' },
    EXCEPTION: { description: 'The day has hours of its own, and it is not in them.' },
    HOLIDAY: { description: 'The day is a public holiday.' },
    OUTSIDE_OPENING: { description: 'It is not wholly within opening hours.' },
    BREAK: { description: 'It runs into a break.' },
    OFF_GRID: { description: 'It is not a whole number of steps after the beginning of its window.' },
    BOOKED: { description: 'Another booking takes it.' },
    HELD: { description: 'Somebody keeps it while they fill the form in.' },
    EXTERNAL: { description: 'The artisan’s own calendar takes it.' },
    BUFFER: { description: 'The minutes before or after it, or those of another appointment, are not free.' },
    DAILY_LIMIT: { description: 'The day has as many bookings of the offering as it may have.' },
  } satisfies Record<SlotRefusalReason, object>,
});

@ObjectType('SlotRefusal', { description: 'A reason why a time is not offered.', simpleResolvers: true })
export class SlotRefusalType {
  @Field(() => SlotRefusalReasonEnum, { description: 'Which one.' })
  reason!: SlotRefusalReason;

  @Field(() => DateTime, { nullable: true, description: 'Where something takes the time: when that begins.' })
  startsAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends.' })
  endsAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'The booking that takes the time, or whose buffer does.' })
  bookingId!: string | null;
}

@ObjectType('SlotExplanation', { description: 'Why a time is offered, or not.', simpleResolvers: true })
export class SlotExplanationType {
  @Field(() => Boolean, { description: 'Whether customers are offered it.' })
  isOffered!: boolean;

  @Cost({ size: 10 })
  @Field(() => [SlotRefusalType], { description: 'Every reason against it; none when it is offered.' })
  refusals!: readonly SlotRefusalType[];
}
