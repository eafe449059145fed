import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, folded, identifier, instant, wholeNumber } from '../base.ts';
import { User } from '../identity/user.entity.ts';
import { Cabinet } from './cabinet.entity.ts';
import { Correspondent, DocumentType, Tag } from './document-words.entity.ts';
import { Folder } from './folder.entity.ts';

export const documentStatuses = ['ACTIVE', 'TRASHED', 'PURGED'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** What becomes of a title that is taken in its place. */
export const nameClashAnswers = ['REFUSE', 'NEW_VERSION', 'KEEP_BOTH'] as const;
export type OnNameTaken = (typeof nameClashAnswers)[number];

/** What is done to many documents. */
export const bulkDocumentActions = [
  ...(['MOVE', 'COPY', 'TRASH', 'RESTORE', 'PURGE', 'TAG', 'UNTAG', 'SET_TYPE', 'LOCK', 'UNLOCK'] as const),
] as const;
export type BulkDocumentAction = (typeof bulkDocumentActions)[number];

/** A value of a custom field, by the id of the field. A date is local, an amount is in minor units. */
export type CustomValues = Readonly<Record<string, string | number | boolean>>;

/**
 * A document of a cabinet: what it is called and filed under. Its bytes are its versions'. Owned by the cabinet; seen by whoever may read
 * its folder. Purged, no content, title or metadata is left: id, times and hashes remain, with the certificate.
 */
export const Document = defineEntity({
  name: 'Document',
  tableName: 'document',
  properties: {
    ...base(),
    cabinet: () => p.manyToOne(Cabinet).lazyRef().deleteRule('restrict'),
    /** Null at the top of the cabinet. */
    folder: () => p.manyToOne(Folder).lazyRef().strictNullable().deleteRule('restrict').default(null),
    title: p.string().length(255),
    titleFolded: folded<{ title: string }>(510, ({ title }) => title),
    /** `nameKey` of where it is and its title. */
    nameKey: p.string().length(64),
    /** True while its title is taken; null in the trash, where titles are free. */
    isNamed: p.boolean().strictNullable().default(true),
    status: p.enum(documentStatuses).default('ACTIVE'),
    type: () => p.manyToOne(DocumentType).lazyRef().strictNullable().deleteRule('set null').default(null),
    /** The folded name of its type, to order by; empty for none. */
    typeFolded: p.string().length(240).default(''),
    correspondent: () => p.manyToOne(Correspondent).lazyRef().strictNullable().deleteRule('set null').default(null),
    /** Local, `2026-11-30`; empty for none, so that an index has the order. */
    documentDate: p.string().length(10).default(''),
    reference: p.string().length(120).strictNullable().default(null),
    customValues: p.json<CustomValues>(),
    /** The data key that seals `note`; null for no note. */
    noteKeyId: identifier().strictNullable().default(null),
    /** AES-256-GCM, base64. */
    note: p.text().strictNullable().default(null),
    /** The number of its last version: what a write must have seen. */
    lastNumber: p.integer().default(0),
    currentVersionId: identifier().strictNullable().default(null),
    /** Plain bytes of the current version, and its type. */
    sizeBytes: wholeNumber().default(0),
    mimeType: p.string().length(100).default('application/octet-stream'),
    /** Who added it: the id of a person or a program. */
    addedBy: identifier().strictNullable().default(null),
    /** When its content or what is said of it last changed. */
    updatedAt: instant(),
    lockedBy: identifier().strictNullable().default(null),
    lockedUntil: instant().strictNullable().default(null),
    lockReason: p.string().length(255).strictNullable().default(null),
    trashedAt: instant().strictNullable().default(null),
    trashedBy: identifier().strictNullable().default(null),
    /** The folder that it was put into the trash with; null for one that was put there by itself. */
    trashedWith: identifier().strictNullable().default(null),
    purgedAt: instant().strictNullable().default(null),
    /** Local: when what its type counts from took place, `closeDocument`. */
    closedOn: p.string().length(10).strictNullable().default(null),
    /** Until when it must be kept; frozen when its type or date is set. */
    retainUntil: instant().strictNullable().default(null),
    /** While it waits for what its time counts from: until when it must be kept by an earlier type, whatever that will be. */
    retainAtLeast: instant().strictNullable().default(null),
    /** Since when its time is over, and somebody must decide; the same as `trashedAt` where it went into the trash for that. */
    dueAt: instant().strictNullable().default(null),
  },
  uniques: [{ properties: ['nameKey', 'isNamed'] }],
  indexes: [
    { properties: ['cabinet', 'status', 'titleFolded', 'id'] },
    { properties: ['cabinet', 'status', 'documentDate', 'id'] },
    { properties: ['cabinet', 'status', 'createdAt', 'id'] },
    { properties: ['cabinet', 'status', 'updatedAt', 'id'] },
    { properties: ['cabinet', 'status', 'sizeBytes', 'id'] },
    { properties: ['cabinet', 'status', 'typeFolded', 'id'] },
    { properties: ['folder', 'status', 'titleFolded', 'id'] },
    { properties: ['cabinet', 'status', 'trashedAt', 'id'] },
    { properties: ['status', 'retainUntil'] },
    { properties: ['cabinet', 'status', 'dueAt', 'id'] },
    { properties: ['trashedWith'] },
    { properties: ['addedBy'] },
  ],
});
export type Document = InferEntity<typeof Document>;

/** A tag of a document. Goes with either. */
export const DocumentTag = defineEntity({
  name: 'DocumentTag',
  tableName: 'document_tag',
  properties: {
    document: () => p.manyToOne(Document).lazyRef().primary().deleteRule('cascade'),
    tag: () => p.manyToOne(Tag).lazyRef().primary().deleteRule('cascade'),
  },
});
export type DocumentTag = InferEntity<typeof DocumentTag>;

/** A document that somebody keeps at hand. Owned and seen by that person; goes with either. */
export const Favourite = defineEntity({
  name: 'Favourite',
  tableName: 'favourite',
  properties: {
    ...base(),
    user: () => p.manyToOne(User).lazyRef().deleteRule('cascade'),
    document: () => p.manyToOne(Document).lazyRef().deleteRule('cascade'),
  },
  uniques: [{ properties: ['user', 'document'] }],
  indexes: [{ properties: ['user', 'createdAt', 'id'] }],
});
export type Favourite = InferEntity<typeof Favourite>;
