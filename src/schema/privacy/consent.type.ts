import { IsIn } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { consentPurposes, type ConsentPurpose } from '../../entities/identity/consent-record.entity.ts';
import { ConsentInput, ConsentPurposeEnum } from '../identity/register.input.ts';
import { DateTime } from '../scalars/index.ts';

@ObjectType('Consent', {
  description: 'A consent given or withdrawn: a fact, never changed. The newest of a purpose counts.',
  simpleResolvers: true,
})
export class ConsentType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ConsentPurposeEnum, { description: 'What for.' })
  purpose!: ConsentPurpose;

  @Field(() => String, { description: 'Version of the text that was shown.' })
  policyVersion!: string;

  @Field(() => Boolean, { description: 'Given, or withdrawn?' })
  isGranted!: boolean;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'Where it was given: REGISTRATION or ACCOUNT.' })
  source!: string;
}

@InputType({ description: 'A consent, given by a clear act of the person.' })
export class GrantConsentInput extends ConsentInput {}

@InputType({ description: 'The consent to take back.' })
export class WithdrawConsentInput {
  @Field(() => ConsentPurposeEnum, { description: 'What it was for.' })
  @IsIn(consentPurposes)
  purpose!: ConsentPurpose;
}
