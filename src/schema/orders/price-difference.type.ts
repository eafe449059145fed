import { Field, Int, ObjectType } from 'type-graphql';
import { MoneyType } from '../shared/money.type.ts';

@ObjectType('PriceDifference', {
  description: 'Two counts of the pages of one order, and what each comes to.',
  simpleResolvers: true,
})
export class PriceDifferenceType {
  @Field(() => Int, { description: 'Pages as the customer gave them.' })
  declaredPages!: number;

  @Field(() => Int, { description: 'Pages as the team counted them.' })
  verifiedPages!: number;

  @Field(() => MoneyType, { description: 'What the customer’s pages come to, VAT included.' })
  declaredTotal!: MoneyType;

  @Field(() => MoneyType, { description: 'What the team’s pages come to, VAT included.' })
  verifiedTotal!: MoneyType;

  @Field(() => Boolean, {
    description: 'The higher price waits for the customer: `acceptMeasuredPages`. Nothing can be paid before.',
  })
  isAcceptanceRequired!: boolean;
}
