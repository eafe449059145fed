import { Field, ObjectType } from 'type-graphql';
import type { Locale } from '../../services/kernel/locale.ts';
import { Free } from '../directives/cost.ts';
import { EmailAddress } from '../scalars/index.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';

@Free()
@ObjectType('PostalAddress', { description: 'An address in its parts.', simpleResolvers: true })
export class PostalAddressType {
  @Field(() => [String], { description: 'Street and whatever stands before it, line by line.' })
  lines!: string[];

  @Field(() => String, { description: 'Postcode; empty where there is none.' })
  postcode!: string;

  @Field(() => String, { description: 'City.' })
  city!: string;

  @Field(() => String, { description: 'Country, ISO 3166-1: FR.' })
  country!: string;
}

@Free()
@ObjectType('PersonWithoutAccount', {
  description:
    'Somebody who buys or pays without an account, as they were named; on a payment or an invoice it never changes.',
  simpleResolvers: true,
})
export class PersonWithoutAccountType {
  @Field(() => String, { description: 'First and last name; empty once they were erased.' })
  name!: string;

  @Field(() => EmailAddress, { nullable: true, description: 'Where mails go; null once they were erased.' })
  email!: string | null;

  @Field(() => PostalAddressType, { nullable: true, description: 'Their postal address; null when they gave none.' })
  address!: PostalAddressType | null;

  @Field(() => LocaleEnum, { description: 'The language of their mails.' })
  locale!: Locale;
}
