import { Field, ObjectType } from 'type-graphql';
import { EmailAddress } from '../scalars/index.ts';

@ObjectType('PasswordResetReceipt', {
  description: 'The request was taken. It says the same whether the address has an account or not.',
  simpleResolvers: true,
})
export class PasswordResetReceiptType {
  @Field(() => EmailAddress, { description: 'The address that was given.' })
  email!: string;

  @Field(() => Boolean, {
    description: 'Look into the mailbox of that address: if it has an account, a link is there.',
  })
  isLinkMailed!: boolean;
}
