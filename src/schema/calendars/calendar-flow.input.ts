import { Field, InputType } from 'type-graphql';
import { Line } from '../shared/text.rules.ts';

@InputType({ description: 'The end of the way to a provider of calendars and back.' })
export class FinishCalendarConnectionInput {
  @Field(() => String, { description: 'The code in the address that the browser came back to.' })
  @Line(0, 8_000)
  code!: string;

  @Field(() => String, { description: 'The proof that this browser has kept since the way began.' })
  @Line(0, 100)
  proof!: string;
}
