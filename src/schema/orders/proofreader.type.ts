import { Field, Float, Int, ObjectType } from 'type-graphql';
import { UserType } from '../identity/user.type.ts';
import { LocalDate } from '../scalars/index.ts';

@ObjectType('ProofreaderAbsence', {
  description: 'Days on which a proofreader does not work, the last one included.',
  simpleResolvers: true,
})
export class AbsenceType {
  @Field(() => LocalDate, { description: 'The first day.' })
  fromOn!: string;

  @Field(() => LocalDate, { description: 'The last day.' })
  untilOn!: string;
}

@ObjectType('ProofreaderProfile', { description: 'What a proofreader can take on.', simpleResolvers: true })
export class ProofreaderProfileType {
  @Field(() => Int, { description: 'Pages of 1,500 characters a working day; 20 unless they said otherwise.' })
  capacityPagesPerDay!: number;

  @Field(() => [String], { description: 'Languages they proofread.' })
  languages!: string[];

  @Field(() => [String], { description: 'Genres they proofread.' })
  genres!: string[];

  @Field(() => [String], { description: 'What they are good at.' })
  specialities!: string[];

  @Field(() => [AbsenceType], { description: 'When they are away, in their order.' })
  absences!: AbsenceType[];
}

@ObjectType('ProofreaderLoad', {
  description: 'What a proofreader has to do, and when they would have done one order more.',
  simpleResolvers: true,
})
export class ProofreaderLoadType {
  @Field(() => UserType, { description: 'Who.' })
  proofreader!: UserType;

  @Field(() => Int, { description: 'Pages of 1,500 characters a working day.' })
  capacityPagesPerDay!: number;

  @Field(() => [String], { description: 'Languages they proofread.' })
  languages!: string[];

  @Field(() => [String], { description: 'Genres they proofread.' })
  genres!: string[];

  @Field(() => [String], { description: 'What they are good at.' })
  specialities!: string[];

  @Field(() => Int, { description: 'Orders that they have and have not delivered, without this one.' })
  openOrders!: number;

  @Field(() => Int, { description: 'Pages that are still to be done of these.' })
  openPages!: number;

  @Field(() => LocalDate, { nullable: true, description: 'When they next have time; null for more than a year.' })
  nextFreeDay!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When this order would be done; null for more than a year.' })
  doneOn!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Would it be done when it is due? It may be assigned all the same. Null while nothing is due.',
  })
  holdsDueAt!: boolean | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Days from start to first delivery, over the last 90 days; null when they delivered nothing.',
  })
  averageDays!: number | null;

  @Field(() => Int, { description: 'Deliveries of the last 90 days that changes were asked for.' })
  revisions!: number;
}
