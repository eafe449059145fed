import { Field, ID, ObjectType } from 'type-graphql';
import { EmailAddress } from '../scalars/index.ts';

@ObjectType('Person', { description: 'A person, as those they work with see them.', simpleResolvers: true })
export class PersonType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'First name.' })
  firstName!: string;

  @Field(() => String, { description: 'Last name.' })
  lastName!: string;

  @Field(() => String, { description: 'First and last name.' })
  displayName!: string;

  @Field(() => EmailAddress, { nullable: true, description: 'E-mail address; null unless they ask themself, or an admin does.' })
  email!: string | null;
}
