import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { EmailAddress } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';

@InputType({ description: 'Which invoice, and to whom.' })
export class SendInvoiceInput extends KeyedInput {
  @Field(() => ID, { description: 'The invoice, deposit invoice or credit note.' })
  @IsUUID()
  invoiceId!: string;

  @Field(() => EmailAddress, { nullable: true, description: 'Another address than the buyer’s.' })
  @IsOptional()
  @MaxLength(255)
  to?: string | null;
}
