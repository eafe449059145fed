import { IsBoolean, IsIn, IsUUID, ValidateNested } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { enumOf } from '../shared/enum-of.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { SubjectInput } from '../shared/subject.type.ts';

const captures = ['NOW', 'LATER'] as const;
export const CaptureTimeEnum = enumOf(captures);
registerEnumType(CaptureTimeEnum, {
  name: 'CaptureTime',
  description: 'When the amount of a payment is taken.',
  valuesConfig: {
    NOW: { description: 'As soon as its payer confirms.' },
    LATER: { description: 'It is held on the card first, and taken or released later.' },
  },
});

@InputType({ description: 'What to pay for in a form of your own page.' })
export class CreatePaymentIntentInput extends KeyedInput {
  @Field(() => SubjectInput, { description: 'What to pay for.' })
  @ValidateNested()
  subject!: SubjectInput;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the payer wants the card to be saved.' })
  @IsBoolean()
  savePaymentMethod!: boolean;

  @Field(() => CaptureTimeEnum, { defaultValue: 'NOW', description: 'When the amount is taken.' })
  @IsIn(captures)
  capture!: (typeof captures)[number];
}

@InputType({ description: 'What to pay for by a saved card.' })
export class PayWithSavedMethodInput extends KeyedInput {
  @Field(() => SubjectInput, { description: 'What to pay for.' })
  @ValidateNested()
  subject!: SubjectInput;

  @Field(() => ID, { description: 'The saved card.' })
  @IsUUID()
  paymentMethodId!: string;
}

@InputType({ description: 'A payment whose amount is held on the card.' })
export class CapturePaymentInput {
  @Field(() => ID, { description: 'The payment.' })
  @IsUUID()
  paymentId!: string;
}

@InputType({ description: 'A payment whose amount is held on the card.' })
export class ReleasePaymentInput {
  @Field(() => ID, { description: 'The payment.' })
  @IsUUID()
  paymentId!: string;
}
