import { IsOptional } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { Line } from './text.rules.ts';

/** What a mutation takes that makes something for a person. */
@InputType()
export abstract class KeyedInput {
  @Field(() => String, {
    nullable: true,
    description:
      'A key of your choice for this request, 8 to 128 characters, as a UUID. Within two days the same key with the same content answers what the first request made, after a lost answer for instance; with other content it is CONFLICT.',
  })
  @IsOptional()
  @Line(8, 128)
  key?: string | null;
}
