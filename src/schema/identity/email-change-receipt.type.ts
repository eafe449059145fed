import { Field, ObjectType } from 'type-graphql';
import { EmailAddress } from '../scalars/index.ts';

@ObjectType('EmailChangeReceipt', {
  description: 'Another address was asked for. Says the same whether or not it is free.',
  simpleResolvers: true,
})
export class EmailChangeReceiptType {
  @Field(() => EmailAddress, { description: 'The new address.' })
  email!: string;

  @Field(() => Boolean, { description: 'Always true: look for the link there.' })
  isLinkMailed!: boolean;
}
