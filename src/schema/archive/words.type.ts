import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../shared/connection.ts';
import { CabinetColourEnum, CustomFieldKindEnum, KeepingEndEnum, KeepingStartEnum } from './archive.enums.ts';

@ObjectType('DocumentType', {
  description: 'A kind of document of a cabinet, and how long such a document is kept.',
  simpleResolvers: true,
})
export class DocumentTypeType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'How many months such a document is kept; null for no time.' })
  keepMonths!: number | null;

  @Field(() => KeepingStartEnum, { description: 'What that time counts from.' })
  since!: string;

  @Field(() => KeepingEndEnum, { description: 'What comes after it.' })
  then!: string;

  @Field(() => String, { nullable: true, description: 'The law that asks for it; null for none.' })
  ground!: string | null;
}

@ObjectType('Correspondent', { description: 'Whom documents are from or to.', simpleResolvers: true })
export class CorrespondentType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;
}

export const CorrespondentConnection = connectionOf(CorrespondentType, 'Correspondent');

@ObjectType('DocumentTag', { description: 'A word that documents are found by.', simpleResolvers: true })
export class DocumentTagType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'The word.' })
  name!: string;

  @Field(() => CabinetColourEnum, { description: 'Its colour.' })
  colour!: string;
}

@ObjectType('CustomField', { description: 'A value that the documents of a cabinet may have.', simpleResolvers: true })
export class CustomFieldType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => CustomFieldKindEnum, { description: 'What it takes.' })
  kind!: string;

  @Field(() => [String], { description: 'The values of a CHOICE; none otherwise.' })
  choices!: readonly string[];
}
