import { ArgsType, Field } from 'type-graphql';
import { Cursor } from '../scalars/index.ts';

/** What every subscription takes. */
@ArgsType()
export class LiveArgs {
  @Field(() => Cursor, {
    nullable: true,
    description:
      'The cursor of the last event you saw: what came after it is sent first. Absent: only what is to come.',
  })
  after?: string | null;
}
