import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../shared/connection.ts';
import { MoneyType } from '../shared/money.type.ts';
import { LocationKindEnum } from './location-kind.enum.ts';
import { AssignmentKindEnum, OfferingStatusEnum, QuestionKindEnum } from './practice.enums.ts';

@ObjectType('OfferingQuestion', { description: 'What a customer is asked.', simpleResolvers: true })
export class OfferingQuestionType {
  @Field(() => ID, { description: 'Identifier; another one once the question is another.' })
  id!: string;

  @Field(() => QuestionKindEnum, { description: 'How it is answered.' })
  kind!: string;

  @Field(() => String, { description: 'The question.' })
  label!: string;

  @Field(() => Boolean, { description: 'Whether it must be answered.' })
  isRequired!: boolean;

  @Field(() => [String], { description: 'The answers of a CHOICE; none otherwise.' })
  choices!: string[];
}

@ObjectType('ReminderRule', {
  description: 'A reminder: so many minutes before the start, or so many days before it at a local time.',
  simpleResolvers: true,
})
export class ReminderRuleType {
  @Field(() => Int, { nullable: true, description: 'Minutes before the start; null where it is at a local time.' })
  minutesBefore?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days before the start; null where it is minutes before it.' })
  daysBefore?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Minute of the local day; null where it is minutes before the start.',
  })
  atMinute?: number | null;
}

@ObjectType('Offering', { description: 'What can be booked.', simpleResolvers: true })
export class OfferingType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is; null where nothing is said.' })
  description!: string | null;

  @Field(() => Int, { description: 'How long it lasts.' })
  durationMinutes!: number;

  @Field(() => Int, { description: 'How long before its start it is bookable.' })
  noticeMinutes!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many days ahead it is bookable; null where working days count.',
  })
  horizonDays!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many working days ahead it is bookable; null where days count.',
  })
  horizonWorkingDays!: number | null;

  @Field(() => MoneyType, { description: 'What it costs, VAT included.' })
  price!: MoneyType;

  @Field(() => MoneyType, { description: 'What of it is paid when it is booked.' })
  deposit!: MoneyType;

  @Field(() => Float, { description: 'The deposit in percent of the price.' })
  depositPercent!: number;

  @Field(() => Int, { description: 'How many people come at most with one booking.' })
  capacity!: number;

  @Field(() => LocationKindEnum, { description: 'Where it takes place.' })
  locationKind!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The address; null where it is the artisan’s or the customer’s. A link is given with the booking.',
  })
  publicPlace!: string | null;

  @Field(() => Boolean, { description: 'Whether the artisan says yes to each booking.' })
  requiresApproval!: boolean;

  @Field(() => AssignmentKindEnum, { description: 'Whom a booking is with.' })
  assignment!: string;

  @Field(() => Int, { description: 'How long before its start its customer may move it.' })
  rescheduleUntilMinutes!: number;

  @Field(() => Int, { description: 'How often its customer may move it.' })
  maxReschedules!: number;

  @Field(() => Int, { description: 'Its place among the others.' })
  position!: number;
}

export const OfferingConnection = connectionOf(OfferingType, 'Offering', { isCounted: true });

@ObjectType('ManagedOffering', {
  description: 'An offering as its artisans and admins see it.',
  simpleResolvers: true,
})
export class ManagedOfferingType extends OfferingType {
  @Field(() => OfferingStatusEnum, { description: 'Whether it can be booked.' })
  status!: string;

  @Field(() => Int, { description: 'Minutes between the beginnings that are offered.' })
  slotStepMinutes!: number;

  @Field(() => Int, { description: 'Minutes kept free before it.' })
  bufferBeforeMinutes!: number;

  @Field(() => Int, { description: 'Minutes kept free after it.' })
  bufferAfterMinutes!: number;

  @Field(() => Int, { nullable: true, description: 'How many are booked at most on a local day; null for no limit.' })
  maxPerDay!: number | null;

  @Field(() => Int, { description: 'How many hours a request waits for an answer.' })
  approvalHours!: number;

  @Field(() => [ReminderRuleType], { description: 'Reminders beside that of the evening before.' })
  reminders!: ReminderRuleType[];

  @Field(() => String, {
    nullable: true,
    description: 'The address, or the link of one that is online; null for none.',
  })
  place!: string | null;
}
