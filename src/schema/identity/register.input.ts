import { ArrayMaxSize, IsOptional, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Field, InputType, registerEnumType } from 'type-graphql';
import { EmailAddress } from '../scalars/index.ts';
import { consentPurposes, type ConsentPurpose } from '../../entities/identity/consent-record.entity.ts';
import type { Locale } from '../../services/kernel/locale.ts';
import { enumOf } from '../shared/enum-of.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { Line, PersonName, PlainLines, Secret } from '../shared/text.rules.ts';

export const ConsentPurposeEnum = enumOf(consentPurposes);
registerEnumType(ConsentPurposeEnum, {
  name: 'ConsentPurpose',
  description: 'What a person agrees to.',
  valuesConfig: {
    TERMS: { description: 'The conditions of use. Needed for an account.' },
    PRIVACY: { description: 'The privacy policy. Needed for an account.' },
    MARKETING: { description: 'News by mail. As they like.' },
  },
});

@InputType({ description: 'A consent, given by a clear act of the person.' })
export class ConsentInput {
  @Field(() => ConsentPurposeEnum, { description: 'What for.' })
  purpose!: ConsentPurpose;

  @Field(() => String, { description: 'Version of the text that was shown, as 2026-11-20.' })
  @Line(0, 20)
  @Matches(/^[\w.-]{1,20}$/)
  policyVersion!: string;
}

@InputType({ description: 'A new account.' })
export class RegisterInput {
  @Field(() => EmailAddress, { description: 'Their address; proven by the mail that is sent to it.' })
  @MaxLength(255)
  email!: string;

  @Field(() => String, {
    description:
      '12 characters or more with lower case, upper case and a digit; 72 bytes at most; not a common one; without their name, address or ours.',
  })
  @Secret(1000)
  password!: string;

  @Field(() => String, { description: 'First name, 1 to 50 characters.' })
  @PersonName()
  firstName!: string;

  @Field(() => String, { description: 'Last name, 1 to 50 characters.' })
  @PersonName()
  lastName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Postal address for their invoices, its lines separated by line breaks, at most 500 characters.',
  })
  @IsOptional()
  @PlainLines(5, 500)
  @Matches(/\p{L}/u)
  address?: string | null;

  @Field(() => LocaleEnum, { defaultValue: LocaleEnum.FR, description: 'Language to write to them in.' })
  locale!: Locale;

  @Field(() => [ConsentInput], { description: 'TERMS and PRIVACY are needed.' })
  @ArrayMaxSize(10)
  @ValidateNested()
  consents!: ConsentInput[];
}
