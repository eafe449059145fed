import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';

@ObjectType('FormTicket', {
  description: 'What a public form is sent with, so that programs cannot post it: ask for one when the form is shown.',
  simpleResolvers: true,
})
export class FormTicketType {
  @Field(() => String, { description: 'The ticket, for one form.' })
  ticket!: string;

  @Field(() => Int, {
    description:
      'The work that the form asks for: its `proof` is a text with which SHA-256 of `<ticket>.<proof>` begins with so many zero bits. 18 usually, more while many forms come, 0 for none.',
  })
  proofBits!: number;

  @Field(() => DateTime, { description: 'Not before: three seconds after it was given.' })
  validFrom!: Date;

  @Field(() => DateTime, { description: 'Not after: two hours after it was given.' })
  expiresAt!: Date;
}
