import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, createdAt, identifier, instant, wholeNumber } from '../base.ts';
import { nameClashAnswers } from './document.entity.ts';
import { fileKinds } from '../files/stored-file.entity.ts';

export const uploadStatuses = ['RECEIVING', 'FINISHING', 'DONE', 'REFUSED', 'CANCELLED', 'EXPIRED'] as const;
export type UploadStatus = (typeof uploadStatuses)[number];

/**
 * An upload that can be interrupted and goes on: what is to arrive, where it belongs, and how much of it is durable. Owned and seen by
 * whoever began it. Idle for seven days it expires; ended, it is deleted after 30 days, its receipt stays.
 */
export const UploadSession = defineEntity({
  name: 'UploadSession',
  tableName: 'upload_session',
  properties: {
    ...base(),
    /** The id of a person or of a program. */
    uploaderId: identifier(),
    cabinetId: identifier().index(),
    /** Null at the top of the cabinet. */
    folderId: identifier().strictNullable().default(null),
    /** The document that becomes a new version; null for a new document. */
    documentId: identifier().strictNullable().default(null),
    /** The number of the version that the sender saw last; null for a new document. */
    expectedVersion: p.integer().strictNullable().default(null),
    onNameTaken: p.enum(nameClashAnswers).default('REFUSE'),
    name: p.string().length(255),
    mimeType: p.string().length(100),
    kind: p.enum(fileKinds),
    /** Plain bytes that are to arrive. */
    sizeBytes: wholeNumber(),
    /** Of the plain bytes, as the sender declared it; null for none. */
    sha256: p.string().length(64).strictNullable().default(null),
    /** Will the sender delete its own copy once it has the receipt? */
    deleteAfterUpload: p.boolean().default(false),
    status: p.enum(uploadStatuses).default('RECEIVING'),
    /** Plain bytes that are durable: those of the segments. */
    receivedBytes: wholeNumber().default(0),
    segmentCount: p.integer().default(0),
    /** The id of the file that it becomes. */
    fileId: identifier(),
    /** The request that writes: one that began later has its own, and the earlier one can add nothing more. */
    writer: identifier().strictNullable().default(null),
    lastActiveAt: instant(),
    /** When its progress was last published. */
    publishedAt: instant().strictNullable().default(null),
    /** When it was done, refused, cancelled or expired. */
    endedAt: instant().strictNullable().default(null).index(),
    /** The error code of a refusal. */
    refusal: p.string().length(40).strictNullable().default(null),
    /** What it became. */
    madeDocumentId: identifier().strictNullable().default(null),
    madeVersionId: identifier().strictNullable().default(null),
  },
  indexes: [{ properties: ['uploaderId', 'status', 'createdAt'] }, { properties: ['status', 'lastActiveAt'] }],
});
export type UploadSession = InferEntity<typeof UploadSession>;

/**
 * Consecutive bytes of an upload, sealed once under a data key of their own and never written again; the id is that of the sealed object.
 * Owned by its session, seen by nobody; goes when the upload is finished, cancelled or expired.
 */
export const UploadSegment = defineEntity({
  name: 'UploadSegment',
  tableName: 'upload_segment',
  properties: {
    id: identifier().primary(),
    createdAt: createdAt(),
    sessionId: identifier(),
    position: p.integer(),
    sizeBytes: wholeNumber(),
    storedBytes: wholeNumber(),
    chunkCount: p.integer(),
    dataKeyId: identifier().unique(),
    /** Of its plain bytes, in hexadecimal. */
    sha256: p.string().length(64),
    ciphertextSha256: p.string().length(64),
  },
  uniques: [{ properties: ['sessionId', 'position'] }],
});
export type UploadSegment = InferEntity<typeof UploadSegment>;
