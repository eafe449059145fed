import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';

@ObjectType('FormTicket', {
  description: 'What a public form is sent with, so that programs cannot post it: ask for one when the form is shown.',
  simpleResolvers: true,
})
export class FormTicketType {
  @Field(() => String, { description: 'The ticket, for one form.' })
  ticket!: string;

  @Field(() => DateTime, { description: 'Not before: three seconds after it was given.' })
  validFrom!: Date;

  @Field(() => DateTime, { description: 'Not after: two hours after it was given.' })
  expiresAt!: Date;
}
