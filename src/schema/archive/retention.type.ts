import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { DestroyedKindEnum, RetentionOutcomeEnum } from './retention.enums.ts';

@ObjectType('RetentionShortening', {
  description: 'A shorter time of keeping that takes effect unless it is undone.',
  simpleResolvers: true,
})
export class RetentionShorteningType {
  @Field(() => DateTime, { nullable: true, description: 'Until when the document is kept then; null for no time.' })
  retainUntil!: Date | null;

  @Field(() => DateTime, { description: 'When it takes effect.' })
  effectiveAt!: Date;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@ObjectType('DocumentRetention', { description: 'How long a document is kept.', simpleResolvers: true })
export class DocumentRetentionType {
  @Field(() => ID, { description: 'The document.' })
  documentId!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when it must be kept; null for no time, and while its end is not known.',
  })
  retainUntil!: Date | null;

  @Field(() => Boolean, { description: 'Is it kept without end, until it is closed?' })
  awaitsEvent!: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'When it was closed; null before.' })
  closedOn!: string | null;

  @Field(() => Boolean, { description: 'Does a legal hold keep it, whatever its time?' })
  isHeld!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'Since when its time is over; null while it is not.' })
  dueAt!: Date | null;

  @Field(() => RetentionShorteningType, { nullable: true, description: 'A shorter time to come; null for none.' })
  shortening!: RetentionShorteningType | null;
}

@ObjectType('RetentionItem', { description: 'What the nightly run does with a document.', simpleResolvers: true })
export class RetentionItemType {
  @Field(() => ID, { description: 'The document.' })
  documentId!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => RetentionOutcomeEnum, { description: 'What is done with it.' })
  outcome!: string;

  @Field(() => DateTime, { nullable: true, description: 'Until when it is kept; null for no time.' })
  retainUntil!: Date | null;
}

@ObjectType('DueDocument', { description: 'A document whose time of keeping is over.', simpleResolvers: true })
export class DueDocumentType {
  @Field(() => ID, { description: 'The document.' })
  documentId!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => DateTime, { description: 'Since when its time is over.' })
  dueAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Until when it had to be kept; null for no time.' })
  retainUntil!: Date | null;

  @Field(() => String, { nullable: true, description: 'The law that asked to keep it; null for none.' })
  ground!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it is destroyed unless somebody restores it; null where managers decide.',
  })
  destroyedAt!: Date | null;
}

export const DueDocumentConnection = connectionOf(DueDocumentType, 'DueDocument');

@ObjectType('TrashEmptied', { description: 'What emptying the trash did.', simpleResolvers: true })
export class TrashEmptiedType {
  @Field(() => Int, { description: 'Documents that are destroyed now.' })
  purged!: number;

  @Field(() => Int, {
    description: 'Documents still in the trash: those that must be kept, and those beyond what one request destroys.',
  })
  remaining!: number;
}

@ObjectType('ApprovedDestruction', { description: 'What became of one document.', simpleResolvers: true })
export class ApprovedDestructionType {
  @Field(() => ID, { description: 'The document.' })
  documentId!: string;

  @Field(() => ID, { nullable: true, description: 'Its certificate; null where it was not destroyed.' })
  certificateId!: string | null;

  @Field(() => String, { nullable: true, description: 'The code of the refusal; null where it was destroyed.' })
  refusal!: string | null;
}

@ObjectType('DestructionCertificate', {
  description: 'What proves that something was destroyed; it names hashes and sizes, no title and no content.',
  simpleResolvers: true,
})
export class DestructionCertificateType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => Int, { description: 'Its number: 1, 2, 3 … without gaps.' })
  number!: number;

  @Field(() => DestroyedKindEnum, { description: 'What was destroyed.' })
  kind!: string;

  @Field(() => ID, { description: 'The cabinet.' })
  cabinetId!: string;

  @Field(() => ID, { nullable: true, description: 'The document; null for a cabinet.' })
  documentId!: string | null;

  @Field(() => DateTime, { description: 'When.' })
  issuedAt!: Date;

  @Field(() => Int, { description: 'The number of its entry in the audit log.' })
  auditEntry!: number;

  @Field(() => ID, { description: 'The key that signed it, one of `/certificates/keys`.' })
  keyId!: string;

  @Field(() => String, {
    description: 'The certificate with its signature, to be saved as a file without changing a byte.',
  })
  file!: string;
}

export const DestructionCertificateConnection = connectionOf(DestructionCertificateType, 'DestructionCertificate');

@ObjectType('CertificateLink', { description: 'Where the PDF of a certificate is to be had.', simpleResolvers: true })
export class CertificateLinkType {
  @Field(() => String, { description: 'The address.' })
  url!: string;

  @Field(() => DateTime, { description: 'Until when.' })
  expiresAt!: Date;
}
