import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { bucketUnits } from '../../services/kernel/calendar-units.ts';
import { LocalDate } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';

export const BucketUnitEnum = enumOf(bucketUnits);
registerEnumType(BucketUnitEnum, {
  name: 'BucketUnit',
  description: 'What a period is cut into, in the time zone of the business; a week begins on Monday.',
});

@ObjectType('Bucket', { description: 'A stretch of local days that a figure is about.', simpleResolvers: true })
export class BucketType {
  @Field(() => LocalDate, { description: 'Its first day.' })
  startsOn!: string;

  @Field(() => LocalDate, { description: 'Its last day.' })
  endsOn!: string;

  @Field(() => Boolean, { description: 'It is not over yet: its figures will grow.' })
  isPartial!: boolean;
}
