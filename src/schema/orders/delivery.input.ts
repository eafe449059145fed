import { ArrayMaxSize, IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Lines } from '../shared/text.rules.ts';

/** What people write about a delivery. */
const longText = 10_000;

@InputType({ description: 'The order whose work is done.' })
export class DeliverOrderInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => String, { nullable: true, description: 'What the customer should know, at most 10,000 characters.' })
  @IsOptional()
  @Lines(0, longText)
  note?: string | null;
}

@InputType({ description: 'A delivery that is accepted.' })
export class AcceptDeliveryInput {
  @Field(() => ID, { description: 'The delivery.' })
  @MaxLength(36)
  deliveryId!: string;

  @Field(() => Int, { nullable: true, description: 'From 1 to 5.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  rating?: number | null;

  @Field(() => String, { nullable: true, description: 'Words for the proofreader, at most 10,000 characters.' })
  @IsOptional()
  @Lines(0, longText)
  comment?: string | null;
}

@InputType({ description: 'Changes to what was delivered.' })
export class RequestChangesInput {
  @Field(() => ID, { description: 'The delivery.' })
  @MaxLength(36)
  deliveryId!: string;

  @Field(() => String, { description: 'What is to be changed, 1 to 10,000 characters.' })
  @Lines(1, longText)
  text!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Files that you sent by `uploadReference` for this request, at most five.',
  })
  @IsOptional()
  @ArrayMaxSize(5)
  @MaxLength(36, { each: true })
  fileIds?: string[] | null;
}

@InputType({ description: 'How far the work is.' })
export class UpdateOrderProgressInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => Int, { description: 'The share that is done, 0 to 100.' })
  @IsInt()
  @Min(0)
  @Max(100)
  percent!: number;
}
