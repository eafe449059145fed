import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { locales, type Locale } from '../../services/kernel/locale.ts';
import { EmailAddress } from '../scalars/index.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { Label, Line } from '../shared/text.rules.ts';

@InputType({ description: 'An address in its parts.' })
export class PostalAddressInput {
  @Field(() => [String], { description: 'Street and whatever stands before it: one to four lines.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @Line(1, 100, { each: true })
  lines!: string[];

  @Field(() => String, { defaultValue: '', description: 'Postcode; empty where there is none.' })
  @Line(0, 20)
  postcode!: string;

  @Field(() => String, { description: 'City.' })
  @Line(1, 100)
  city!: string;

  @Field(() => String, { defaultValue: 'FR', description: 'Country, ISO 3166-1: FR.' })
  @Line(2, 2)
  country!: string;
}

@InputType({ description: 'Somebody without an account.' })
export class PersonWithoutAccountInput {
  @Field(() => String, { description: 'First and last name, 1 to 255 characters.' })
  @Label(255)
  name!: string;

  @Field(() => EmailAddress, { description: 'E-mail address.' })
  @MaxLength(255)
  email!: string;

  @Field(() => PostalAddressInput, { nullable: true, description: 'Their postal address, as it is printed.' })
  @IsOptional()
  @ValidateNested()
  address?: PostalAddressInput | null;

  @Field(() => LocaleEnum, { defaultValue: 'fr', description: 'The language of what is sent to them.' })
  @IsIn(locales)
  locale!: Locale;
}
