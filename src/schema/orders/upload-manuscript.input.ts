import { IsDefined, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { Upload } from '../scalars/index.ts';

@InputType({ description: 'A text to be proofread.' })
export class UploadManuscriptInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => Upload, { description: 'The text.' })
  @IsDefined()
  file!: unknown;
}
