import { IsInt, IsOptional, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { KeyedInput } from '../shared/keyed.input.ts';
import { Line } from '../shared/text.rules.ts';

@InputType({ description: 'Another text for the same service.' })
export class ReorderInput extends KeyedInput {
  @Field(() => ID, { description: 'An earlier order of yours.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => String, { description: 'Title of the new manuscript, 1 to 255 characters.' })
  @MinLength(1)
  @Line(0, 255)
  title!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Pages of 1,500 characters, 1 to 10,000; those of the earlier order unless given.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  declaredPages?: number | null;
}
