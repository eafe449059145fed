import { IsUUID } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';

@ObjectType('PaymentMethod', { description: 'A card that you saved.', simpleResolvers: true })
export class PaymentMethodType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Its brand, as the provider writes it: visa.' })
  brand!: string;

  @Field(() => String, { description: 'Its last four digits.' })
  last4!: string;

  @Field(() => Int, { description: 'Its last month, 1 to 12.' })
  expMonth!: number;

  @Field(() => Int, { description: 'The year of its last month.' })
  expYear!: number;

  @Field(() => Boolean, { description: 'Whether it is proposed first.' })
  isDefault!: boolean;

  @Field(() => DateTime, { description: 'When it was saved.' })
  createdAt!: Date;
}

@InputType({ description: 'The saving of a card.' })
export class BeginCardSetupInput extends KeyedInput {}

@InputType({ description: 'A saved card.' })
export class SetDefaultPaymentMethodInput {
  @Field(() => ID, { description: 'The card.' })
  @IsUUID()
  paymentMethodId!: string;
}

@InputType({ description: 'A saved card.' })
export class RemovePaymentMethodInput {
  @Field(() => ID, { description: 'The card.' })
  @IsUUID()
  paymentMethodId!: string;
}
