import { ArrayMaxSize, ArrayMinSize, IsOptional, IsUUID } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '../scalars/index.ts';
import { Lines } from '../shared/text.rules.ts';

@InputType({ description: 'A document to close.' })
export class CloseDocumentInput {
  @Field(() => ID, { description: 'The document.' })
  @IsUUID()
  documentId!: string;

  @Field(() => LocalDate, { description: 'The day on which what its time counts from took place: today, or before.' })
  on!: string;
}

@InputType({ description: 'How long a document is kept.' })
export class RetainDocumentInput {
  @Field(() => ID, { description: 'The document.' })
  @IsUUID()
  documentId!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day; what its type and dates ask for now unless given.',
  })
  @IsOptional()
  until?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, at most 500 characters. Must be given to shorten.' })
  @IsOptional()
  @Lines(1, 500)
  reason?: string | null;
}

@InputType({ description: 'A document that keeps its time.' })
export class UndoRetentionChangeInput {
  @Field(() => ID, { description: 'The document.' })
  @IsUUID()
  documentId!: string;
}

@InputType({ description: 'A document to destroy.' })
export class PurgeDocumentInput {
  @Field(() => ID, { description: 'The document, which is in the trash.' })
  @IsUUID()
  id!: string;
}

@InputType({ description: 'A trash to empty.' })
export class EmptyTrashInput {
  @Field(() => ID, { description: 'The cabinet.' })
  @IsUUID()
  cabinetId!: string;
}

@InputType({ description: 'Documents to destroy, whose time of keeping is over.' })
export class ApproveDestructionInput {
  @Field(() => [ID], { description: 'The documents, 1 to 100.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  documentIds!: string[];
}
