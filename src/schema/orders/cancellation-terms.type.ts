import { Field, ID, Int, ObjectType } from 'type-graphql';
import { MoneyType } from '../shared/money.type.ts';

@ObjectType('CancellationTerms', {
  description:
    'What becomes of the money when an order is given up now: all goes back before the work begins, then the share that is not done, and nothing once something is delivered.',
  simpleResolvers: true,
})
export class CancellationTermsType {
  @Field(() => ID, { description: 'The order.' })
  orderId!: string;

  @Field(() => MoneyType, { description: 'What was paid for it.' })
  paid!: MoneyType;

  @Field(() => Int, { description: 'The share that goes back, in percent.' })
  share!: number;

  @Field(() => MoneyType, { description: 'What goes back by that share, without what has gone back before.' })
  refund!: MoneyType;

  @Field(() => MoneyType, { description: 'The most that can go back.' })
  available!: MoneyType;
}
