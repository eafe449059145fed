import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Cost } from '../directives/cost.ts';
import { MoneyType } from '../shared/money.type.ts';
import { BookingType } from './booking.type.ts';
import { CancellationTierType } from './cancellation-tier.type.ts';

@ObjectType('BookingChange', { description: 'What became of a wish to change an appointment.', simpleResolvers: true })
export class BookingChangeType {
  @Field(() => Boolean, {
    description: 'Whether it is done; false: a link was mailed to the address of the appointment, which does it.',
  })
  isDone!: boolean;

  @Field(() => BookingType, { description: 'The appointment as it is now.' })
  booking!: BookingType;
}

@ObjectType('BookingCancellationTerms', {
  description: 'What becomes of the deposit when an appointment is cancelled now.',
  simpleResolvers: true,
})
export class BookingCancellationTermsType {
  @Field(() => ID, { description: 'The appointment.' })
  bookingId!: string;

  @Field(() => Boolean, { description: 'Whether it can still be cancelled.' })
  isCancellable!: boolean;

  @Field(() => MoneyType, { description: 'What was paid in advance.' })
  paid!: MoneyType;

  @Field(() => Int, { description: 'The share of the deposit that comes back, in percent.' })
  refundPercent!: number;

  @Field(() => MoneyType, { description: 'What comes back.' })
  refund!: MoneyType;

  @Field(() => MoneyType, { description: 'What is kept.' })
  kept!: MoneyType;

  @Cost({ size: 10 })
  @Field(() => [CancellationTierType], { description: 'What was agreed, the earliest first.' })
  tiers!: CancellationTierType[];
}
