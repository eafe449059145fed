import { IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Lines } from '../shared/text.rules.ts';

@InputType({ description: 'The order whose pages are to be counted before it is paid.' })
export class SubmitOrderForReviewInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;
}

@InputType({ description: 'The order to talk about before a price is given.' })
export class RequestOrderConsultationInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;
}

@InputType({ description: 'The order that was talked about.' })
export class CloseOrderConsultationInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;
}

@InputType({ description: 'The pages of an order in review, as counted.' })
export class VerifyPagesInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => Int, { description: 'Pages of 1,500 characters, 1 to 10,000.' })
  @IsInt()
  @Min(1)
  @Max(10_000)
  pages!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is so many, as the customer reads it, at most 2,000 characters.',
  })
  @IsOptional()
  @Lines(0, 2_000)
  reason?: string | null;
}

@InputType({ description: 'The order whose higher price is accepted.' })
export class AcceptMeasuredPagesInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The verified pages that you saw; another count since is CONFLICT. Not compared unless given.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  pages?: number | null;
}

@InputType({ description: 'What an order would be for.' })
export class EstimatePriceInput {
  @Field(() => ID, { description: 'The service, from `priceItems`.' })
  @MaxLength(36)
  priceItemId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Pages of 1,500 characters, 1 to 10,000; needed when the price is by the page.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  pages?: number | null;
}
