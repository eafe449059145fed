import { IsDefined, IsOptional, IsUUID } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { StoredFileType } from '../files/stored-file.type.ts';
import { Upload } from '../scalars/index.ts';
import { Line, Secret } from '../shared/text.rules.ts';
import { accessTexts } from './access-texts.ts';

@ObjectType('BookingFile', { description: 'A file that answers a question of the offering.', simpleResolvers: true })
export class BookingFileType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ID, { description: 'The question.' })
  questionId!: string;

  @Field(() => String, { description: 'The question as it was asked.' })
  label!: string;

  @Field(() => StoredFileType, { description: 'The file, for `requestDownload`.' })
  file!: StoredFileType;
}

@ObjectType('AwaitedFile', {
  description: 'A question of the offering that wants a file which has not come.',
  simpleResolvers: true,
})
export class AwaitedFileType {
  @Field(() => ID, { description: 'The question, for `uploadBookingFile`.' })
  questionId!: string;

  @Field(() => String, { description: 'The question.' })
  label!: string;
}

@InputType({ description: 'A file for an appointment, and by what right.' })
export class UploadBookingFileInput {
  @Field(() => String, { nullable: true, description: accessTexts.code })
  @IsOptional()
  @Line(1, 40)
  code?: string | null;

  @Field(() => String, { nullable: true, description: accessTexts.token })
  @IsOptional()
  @Secret(200)
  token?: string | null;

  @Field(() => ID, { nullable: true, description: accessTexts.bookingId })
  @IsOptional()
  @IsUUID()
  bookingId?: string | null;

  @Field(() => ID, { description: 'The question that it answers, of the kind `FILE`.' })
  @IsUUID()
  questionId!: string;

  @Field(() => Upload, { description: 'The file: a document or an image.' })
  @IsDefined()
  file!: unknown;
}
