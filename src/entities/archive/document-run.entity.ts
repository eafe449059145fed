import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, createdAt, identifier, instant, wholeNumber } from '../base.ts';
import { bulkDocumentActions } from './document.entity.ts';

export const documentRunStatuses = ['RUNNING', 'DONE', 'CANCELLED'] as const;
export type DocumentRunStatus = (typeof documentRunStatuses)[number];

/** What is said once for all documents of a run: ids, and the answer to a title that is taken. */
export type DocumentRunFacts = Readonly<Record<string, string | null>>;

/**
 * One thing that is done to one or many documents, a document at a time: killed anywhere, it goes on from there. Owned and seen by whoever
 * asked for it. Ended, it is deleted after 30 days.
 */
export const DocumentRun = defineEntity({
  name: 'DocumentRun',
  tableName: 'document_run',
  properties: {
    ...base(),
    /** The id of a person. */
    requestedBy: identifier(),
    action: p.enum(bulkDocumentActions),
    facts: p.json<DocumentRunFacts>(),
    status: p.enum(documentRunStatuses).default('RUNNING'),
    total: p.integer(),
    done: p.integer().default(0),
    refused: p.integer().default(0),
    /** Plain bytes of the document that is sealed anew, and how many of them are; 0 while none is. */
    contentBytes: wholeNumber().default(0),
    sealedBytes: wholeNumber().default(0),
    lastActiveAt: instant(),
    /** When its progress was last published. */
    publishedAt: instant().strictNullable().default(null),
    endedAt: instant().strictNullable().default(null).index(),
  },
  indexes: [{ properties: ['requestedBy', 'status', 'createdAt'] }, { properties: ['status', 'lastActiveAt'] }],
});
export type DocumentRun = InferEntity<typeof DocumentRun>;

export const documentRunOutcomes = ['WAITING', 'DONE', 'REFUSED'] as const;
export type DocumentRunOutcome = (typeof documentRunOutcomes)[number];

/** One document of a run, and what became of it. Seen by whoever asked; goes with the run. */
export const DocumentRunItem = defineEntity({
  name: 'DocumentRunItem',
  tableName: 'document_run_item',
  properties: {
    ...base(),
    run: () => p.manyToOne(DocumentRun).lazyRef().deleteRule('cascade'),
    position: p.integer(),
    documentId: identifier(),
    outcome: p.enum(documentRunOutcomes).default('WAITING'),
    /** The error code of a refusal. */
    code: p.string().length(40).strictNullable().default(null),
    /** The document that a copy made. */
    madeDocumentId: identifier().strictNullable().default(null),
    /** Names of types, correspondents, tags and fields that the other cabinet has not. */
    leftBehind: p.json<readonly string[]>(),
  },
  uniques: [{ properties: ['run', 'position'] }],
});
export type DocumentRunItem = InferEntity<typeof DocumentRunItem>;

/**
 * The content of one version, sealed anew for another cabinet before the document is there; the id is that of the sealed object. Owned by
 * its item, seen by nobody; becomes a file with the move, or is destroyed.
 */
export const DocumentRunContent = defineEntity({
  name: 'DocumentRunContent',
  tableName: 'document_run_content',
  properties: {
    id: identifier().primary(),
    createdAt: createdAt(),
    item: () => p.manyToOne(DocumentRunItem).lazyRef().deleteRule('restrict'),
    /** The version whose content it is. */
    versionId: identifier(),
    fileId: identifier(),
    sizeBytes: wholeNumber(),
    storedBytes: wholeNumber(),
    chunkCount: p.integer(),
    dataKeyId: identifier().unique(),
    /** Of its plain bytes, in hexadecimal. */
    sha256: p.string().length(64),
    ciphertextSha256: p.string().length(64),
  },
  uniques: [{ properties: ['item', 'versionId'] }],
});
export type DocumentRunContent = InferEntity<typeof DocumentRunContent>;
