import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('CancellationTier', {
  description: 'How much of a deposit comes back to a customer who cancels in time.',
  simpleResolvers: true,
})
export class CancellationTierType {
  @Field(() => Int, { description: 'So many elapsed hours before the start, or earlier.' })
  hoursBefore!: number;

  @Field(() => Int, { description: 'So much of the deposit comes back, in percent.' })
  refundPercent!: number;
}
