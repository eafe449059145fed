import { ArgsType, Field } from 'type-graphql';
import { Cursor } from '../scalars/index.ts';

/** The common arguments of subscriptions. */
@ArgsType()
export class LiveArgs {
  @Field(() => Cursor, {
    nullable: true,
    description: 'The cursor of the last event you received: later ones are sent first. Absent: only new events.',
  })
  after?: string | null;
}
