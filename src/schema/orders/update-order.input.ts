import { IsOptional, MaxLength, MinLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { Priority } from '../../entities/notifications/notification.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { PriorityEnum } from '../shared/priority.enum.ts';
import { Line, Lines } from '../shared/text.rules.ts';

/** What a `text` column holds on MySQL, 65,535 bytes, at four bytes a character. */
const longText = 16_383;

@InputType({ description: 'What to put right in an order; what is absent stays, an empty text goes.' })
export class UpdateOrderInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => String, { nullable: true, description: 'Title of the manuscript, 1 to 255 characters.' })
  @IsOptional()
  @MinLength(1)
  @Line(0, 255)
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'What the text is, at most 16,383 characters.' })
  @IsOptional()
  @Lines(0, longText)
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Instructions to the proofreader, at most 16,383 characters.' })
  @IsOptional()
  @Lines(0, longText)
  customerNote?: string | null;

  @Field(() => PriorityEnum, { nullable: true, description: 'How pressing it is; for admins.' })
  @IsOptional()
  priority?: Priority | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the work is to be delivered: to come, and on a working day; for admins.',
  })
  @IsOptional()
  dueAt?: Date | null;
}

@InputType({ description: 'The order that goes.' })
export class DeleteOrderInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;
}
