import { IsDefined, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { Upload } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';

@InputType({ description: 'Something to keep at hand while proofreading.' })
export class UploadReferenceInput extends KeyedInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => Upload, { description: 'A document or an image.' })
  @IsDefined()
  file!: unknown;
}
