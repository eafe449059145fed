import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Cost } from '../directives/cost.ts';
import { DateTime, LocalDate } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { DocumentStateEnum, VersionOriginEnum } from './archive.enums.ts';

@ObjectType('DocumentLock', {
  description: 'Somebody works on a document: nobody else changes it.',
  simpleResolvers: true,
})
export class DocumentLockType {
  @Field(() => ID, { description: 'Who.' })
  byUserId!: string;

  @Field(() => DateTime, { description: 'Until when; then it ends by itself.' })
  until!: Date;

  @Field(() => String, { nullable: true, description: 'Why; null where nothing is said.' })
  reason!: string | null;
}

@ObjectType('CustomValue', { description: 'What a document has in a custom field.', simpleResolvers: true })
export class CustomValueType {
  @Field(() => ID, { description: 'The field.' })
  fieldId!: string;

  @Field(() => String, { description: 'The value as text: a date is local, an amount in minor units.' })
  value!: string;
}

@ObjectType('DocumentVersion', {
  description: 'One state of the content of a document. Nothing of it changes but its label and its comment.',
  simpleResolvers: true,
})
export class DocumentVersionType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => Int, { description: 'Its number, from 1 without gaps.' })
  number!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The file, for `requestDownload`; null once its content is destroyed.',
  })
  fileId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its label, unique in the document; null for none.' })
  label!: string | null;

  @Field(() => String, { nullable: true, description: 'What was said of it; null for nothing.' })
  comment!: string | null;

  @Field(() => VersionOriginEnum, { description: 'Where it comes from.' })
  origin!: string;

  @Field(() => ID, { nullable: true, description: 'The version whose bytes it has; null where it brought its own.' })
  restoredFrom!: string | null;

  @Field(() => ID, { nullable: true, description: 'Who added it; null for the application itself.' })
  authorId!: string | null;

  @Field(() => String, { description: 'Media type.' })
  mimeType!: string;

  @Field(() => String, { description: 'SHA-256 of its content, in hexadecimal.' })
  sha256!: string;

  @Field(() => Float, { description: 'Size in bytes, an integer.' })
  sizeBytes!: number;

  @Field(() => Int, { nullable: true, description: 'Words of its text; null before they are counted.' })
  words!: number | null;

  @Field(() => Int, { nullable: true, description: 'Its pages; null before they are counted.' })
  pages!: number | null;

  @Field(() => DateTime, { description: 'When it was added.' })
  createdAt!: Date;
}

export const DocumentVersionConnection = connectionOf(DocumentVersionType, 'DocumentVersion');

@ObjectType('Document', { description: 'A document of a cabinet, for whoever may read it.', simpleResolvers: true })
export class DocumentObjectType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ID, { description: 'The cabinet.' })
  cabinetId!: string;

  @Field(() => ID, { nullable: true, description: 'The folder it is in; null at the top of the cabinet.' })
  folderId!: string | null;

  @Field(() => String, { description: 'Its title, under which it is downloaded; unique in its folder.' })
  title!: string;

  @Field(() => DocumentStateEnum, { description: 'How it is.' })
  state!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The date of the document; null where none is said.' })
  documentDate!: string | null;

  @Field(() => String, { nullable: true, description: 'Its reference, such as a number; null for none.' })
  reference!: string | null;

  @Field(() => Boolean, { description: 'Whether it has a note.' })
  hasNote!: boolean;

  @Field(() => Int, { description: 'The number of its current version: what a write must have seen.' })
  lastNumber!: number;

  @Field(() => Float, { description: 'Size of its current version in bytes, an integer.' })
  sizeBytes!: number;

  @Field(() => String, { description: 'Media type of its current version.' })
  mimeType!: string;

  @Field(() => ID, { nullable: true, description: 'Who added it; null for the application itself.' })
  addedBy!: string | null;

  @Field(() => DateTime, { description: 'When it was added.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When its content or what is said of it last changed.' })
  updatedAt!: Date;

  @Field(() => DocumentLockType, { nullable: true, description: 'Who works on it; null for nobody.' })
  lock!: DocumentLockType | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was put into the trash; null while it is not there.' })
  trashedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when it must be kept; null for no time.' })
  retainUntil!: Date | null;
}

export const DocumentConnection = connectionOf(DocumentObjectType, 'Document');

@ObjectType('AddedDocument', { description: 'What became of some content.', simpleResolvers: true })
export class AddedDocumentType {
  @Field(() => DocumentObjectType, { description: 'The document.' })
  document!: DocumentObjectType;

  @Field(() => DocumentVersionType, { description: 'Its current version.' })
  version!: DocumentVersionType;

  @Field(() => Boolean, { description: 'Whether the bytes are those it had: then there is no new version.' })
  isUnchanged!: boolean;
}

@ObjectType('VersionComparison', { description: 'Two versions of a document side by side.', simpleResolvers: true })
export class VersionComparisonType {
  @Field(() => DocumentVersionType, { description: 'The one.' })
  from!: DocumentVersionType;

  @Field(() => DocumentVersionType, { description: 'The other.' })
  to!: DocumentVersionType;

  @Field(() => Boolean, { description: 'Whether both have the same bytes.' })
  isSameContent!: boolean;

  @Field(() => Float, { description: 'Bytes of the other less those of the one.' })
  sizeDifference!: number;

  @Cost({ size: 6 })
  @Field(() => [String], { description: 'What of them differs beside their content, by the names of fields.' })
  changed!: readonly string[];
}
