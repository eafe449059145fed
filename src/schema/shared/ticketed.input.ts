import { IsOptional } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { Secret } from './text.rules.ts';

/** The common input of public forms. */
@InputType()
export abstract class TicketedInput {
  @Field(() => String, {
    description: 'From `formTicket`: asked for when the form is shown, good from 3 seconds to 2 hours later, once.',
  })
  @Secret(200)
  ticket!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A text with which SHA-256 of `<ticket>.<proof>` begins with the `proofBits` zero bits of the ticket; the SDK finds it (`solveFormTicket`). Null only where the ticket asks for none: PROOF_OF_WORK_REQUIRED otherwise.',
  })
  @IsOptional()
  @Secret(64)
  proof?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Leave it empty: it is hidden from people, and what fills it in is a program.',
  })
  @IsOptional()
  @Secret(200)
  trap?: string | null;
}
