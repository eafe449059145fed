import { IsDefined, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { Upload } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';

@InputType({ description: 'A proofread text.' })
export class UploadCorrectedFileInput extends KeyedInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => Upload, { description: 'The text.' })
  @IsDefined()
  file!: unknown;
}
