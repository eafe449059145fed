import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';

@InputType({ description: 'When an order is due.' })
export class SetDueDateInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => DateTime, {
    description: 'To come, within two years, on a working day of France between 06:00 and 22:00 local time.',
  })
  dueAt!: Date;
}
