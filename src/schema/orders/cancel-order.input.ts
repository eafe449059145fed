import { IsIn, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { givenCancellationReasons, type GivenCancellationReason } from '../../entities/orders/cancellation-reason.ts';
import { MoneyInput } from '../shared/money.type.ts';
import { Lines } from '../shared/text.rules.ts';
import { CancellationReasonEnum } from './delivery.enums.ts';

/** What people write about a cancellation. */
const longText = 2_000;

@InputType({ description: 'The order to give up.' })
export class CancelOrderInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => CancellationReasonEnum, {
    nullable: true,
    description: 'Why; needed for a paid order. Not one that only the application gives.',
  })
  @IsOptional()
  @IsIn(givenCancellationReasons)
  reason?: GivenCancellationReason | null;

  @Field(() => String, { nullable: true, description: 'Words for the team, at most 2,000 characters.' })
  @IsOptional()
  @Lines(0, longText)
  note?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What goes back to the customer of a paid order: what `cancellationTerms` says, unless you give more.',
  })
  @IsOptional()
  @ValidateNested()
  refund?: MoneyInput | null;
}

@InputType({ description: 'A paid order that should be given up.' })
export class RequestCancellationInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the team, at most 2,000 characters.' })
  @IsOptional()
  @Lines(0, longText)
  note?: string | null;
}
