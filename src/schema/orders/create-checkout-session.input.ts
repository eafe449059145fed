import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { KeyedInput } from '../shared/keyed.input.ts';
import { SubjectInput } from '../shared/subject.type.ts';

@InputType({ description: 'What to pay for.' })
export class CreateCheckoutSessionInput extends KeyedInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The order.',
    deprecationReason: 'Goes on 2027-06-30: give subject.',
  })
  @IsOptional()
  @MaxLength(36)
  orderId?: string | null;

  @Field(() => SubjectInput, {
    nullable: true,
    description:
      'Your order, or an invoice that was issued to you before it is paid. Either this or orderId; this counts.',
  })
  @IsOptional()
  @ValidateNested()
  subject?: SubjectInput | null;
}
