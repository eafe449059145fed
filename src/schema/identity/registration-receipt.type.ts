import { Field, ObjectType } from 'type-graphql';
import { EmailAddress } from '../scalars/index.ts';

@ObjectType('RegistrationReceipt', {
  description: 'The request was taken. It says the same whether the address had an account or not.',
  simpleResolvers: true,
})
export class RegistrationReceiptType {
  @Field(() => EmailAddress, { description: 'The address that mail goes to.' })
  email!: string;

  @Field(() => Boolean, { description: 'Look into the mailbox of that address: what to do next is there.' })
  isActivationMailed!: boolean;
}
