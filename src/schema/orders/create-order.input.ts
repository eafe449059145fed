import { IsInt, IsOptional, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { Priority } from '../../entities/notifications/notification.entity.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { PriorityEnum } from '../shared/priority.enum.ts';
import { Line, Lines } from '../shared/text.rules.ts';

/** What a `text` column holds on MySQL, 65,535 bytes, at four bytes a character. */
const longText = 16_383;

@InputType({ description: 'A manuscript to be proofread.' })
export class CreateOrderInput extends KeyedInput {
  @Field(() => ID, { description: 'The service, from `priceItems`.' })
  @MaxLength(36)
  priceItemId!: string;

  @Field(() => String, { description: 'Title of the manuscript, 1 to 255 characters.' })
  @MinLength(1)
  @Line(0, 255)
  title!: string;

  @Field(() => String, { nullable: true, description: 'What the text is, at most 16,383 characters.' })
  @IsOptional()
  @Lines(0, longText)
  description?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Pages of 1,500 characters, 1 to 10,000; needed when the price is by the page.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  declaredPages?: number | null;

  @Field(() => String, { nullable: true, description: 'Instructions to the proofreader, at most 16,383 characters.' })
  @IsOptional()
  @Lines(0, longText)
  customerNote?: string | null;

  @Field(() => PriorityEnum, { nullable: true, description: 'How pressing it is; NORMAL unless said.' })
  @IsOptional()
  priority?: Priority | null;
}
