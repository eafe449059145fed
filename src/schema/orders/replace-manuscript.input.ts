import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { UploadManuscriptInput } from './upload-manuscript.input.ts';

@InputType({ description: 'A text to be proofread in the place of another.' })
export class ReplaceManuscriptInput extends UploadManuscriptInput {
  @Field(() => ID, { description: 'The manuscript of the order that is replaced.' })
  @MaxLength(36)
  fileId!: string;
}
