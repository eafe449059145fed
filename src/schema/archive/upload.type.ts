import { IsUUID } from 'class-validator';
import { ArgsType, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { uploadStatuses } from '../../entities/archive/upload-session.entity.ts';
import { Cursor, DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { LiveArgs } from '../shared/live.args.ts';

export const UploadStatusEnum = enumOf(uploadStatuses);
registerEnumType(UploadStatusEnum, {
  name: 'UploadStatus',
  description:
    'RECEIVING: bytes are expected. FINISHING: all are there and are judged. DONE: it is a version. REFUSED, CANCELLED, EXPIRED: nothing of it is kept.',
});

export const UploadActionEnum = enumOf(['append', 'cancel'] as const);
registerEnumType(UploadActionEnum, { name: 'UploadAction', description: 'What can be done with an upload.' });

@ObjectType('UploadReceipt', {
  description:
    'The server’s signed word that it holds these bytes: given once the version is committed and its sealed file was read back. Check it under the key that `GET /receipts/keys` lists.',
  simpleResolvers: true,
})
export class UploadReceiptType {
  @Field(() => ID, { description: 'The upload.' })
  uploadId!: string;

  @Field(() => ID, { description: 'The document.' })
  documentId!: string;

  @Field(() => ID, { description: 'The version that has these bytes.' })
  versionId!: string;

  @Field(() => String, { description: 'SHA-256 of the plain bytes, in hexadecimal.' })
  sha256!: string;

  @Field(() => Float, { description: 'Plain bytes, an integer.' })
  sizeBytes!: number;

  @Field(() => DateTime, { description: 'When it was stored.' })
  storedAt!: Date;

  @Field(() => String, { description: 'The key that signed, as `GET /receipts/keys` lists it.' })
  keyId!: string;

  @Field(() => String, {
    description:
      'Ed25519 in base64, over the canonical JSON (RFC 8785) of `documentId keyId sha256 size storedAt type uploadId versionId`, where `type` is `atelier-upload-receipt-1`.',
  })
  signature!: string;
}

@ObjectType('ResumableUpload', { description: 'An upload that can be interrupted and goes on.' })
export class ResumableUploadType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Where its bytes are sent, by tus 1.0 with the bearer token at each request.' })
  url!: string;

  @Field(() => ID, { description: 'The cabinet it belongs to.' })
  cabinetId!: string;

  @Field(() => ID, { nullable: true, description: 'The folder; null at the top of the cabinet.' })
  folderId!: string | null;

  @Field(() => String, { description: 'What the file is called.' })
  name!: string;

  @Field(() => Float, { description: 'Plain bytes that are to arrive, an integer.' })
  sizeBytes!: number;

  @Field(() => Float, { description: 'Plain bytes that are durable, an integer: where the sender goes on.' })
  receivedBytes!: number;

  @Field(() => String, { nullable: true, description: 'SHA-256 that was declared, in hexadecimal; null for none.' })
  sha256!: string | null;

  @Field(() => UploadStatusEnum, { description: 'How far it is.' })
  status!: string;

  @Field(() => [UploadActionEnum], { description: 'What you may do with it now.' })
  availableActions!: string[];

  @Field(() => String, { nullable: true, description: 'The error code of a refusal; null for none.' })
  refusal!: string | null;

  @Field(() => ID, { nullable: true, description: 'The document it became; null before it is done.' })
  documentId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The version it became; null before it is done.' })
  versionId!: string | null;

  @Field(() => UploadReceiptType, { nullable: true, description: 'Its receipt; null before it is done.' })
  receipt!: UploadReceiptType | null;

  @Field(() => DateTime, { description: 'When it began.' })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it expires unless more bytes arrive; null once it has ended.',
  })
  expiresAt!: Date | null;
}

@ArgsType()
export class UploadProgressArgs extends LiveArgs {
  @Field(() => ID, { description: 'The upload to follow.' })
  @IsUUID()
  uploadId!: string;
}

@ObjectType('UploadProgress', { description: 'An upload that is further.', simpleResolvers: true })
export class UploadProgressType {
  @Field(() => ResumableUploadType, { description: 'The upload as it is now.' })
  upload!: ResumableUploadType;

  @Field(() => Float, {
    description: 'Plain bytes that have arrived, an integer: `upload.receivedBytes` of them are durable.',
  })
  arrivedBytes!: number;

  @Field(() => Cursor, { description: 'Where the stream stands: give it back as `after` when you reconnect.' })
  cursor!: string;
}

@ObjectType('UploadTarget', {
  description: 'What is there already under a name: same size and SHA-256, and nothing has to be sent.',
  simpleResolvers: true,
})
export class UploadTargetType {
  @Field(() => ID, { nullable: true, description: 'The folder; null at the top, and where one on the way is missing.' })
  folderId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The document of that name; null for none.' })
  documentId!: string | null;

  @Field(() => Int, { nullable: true, description: 'The number of its current version; null without a document.' })
  versionNumber!: number | null;

  @Field(() => String, { nullable: true, description: 'Its SHA-256, in hexadecimal; null without a document.' })
  sha256!: string | null;

  @Field(() => Float, { nullable: true, description: 'Its bytes, an integer; null without a document.' })
  sizeBytes!: number | null;
}
