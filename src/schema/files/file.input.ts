import { IsUUID } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'The file to fetch.' })
export class RequestDownloadInput {
  @Field(() => ID, { description: 'File.' })
  @IsUUID()
  fileId!: string;
}

@InputType({ description: 'The file to delete.' })
export class DeleteFileInput {
  @Field(() => ID, { description: 'File.' })
  @IsUUID()
  fileId!: string;
}
