import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant, wholeNumber } from '../base.ts';
import { StoredFile } from '../files/stored-file.entity.ts';
import { Document } from './document.entity.ts';

export const versionOrigins = ['UPLOAD', 'EDIT', 'RESTORED_VERSION', 'RESTORED_BACKUP', 'MOVED', 'COPIED'] as const;
export type VersionOrigin = (typeof versionOrigins)[number];

/**
 * One state of a document's content, sealed under a key of its own; numbered from 1 without gaps. Nothing of it ever changes but its
 * label and its comment. Owned by the cabinet; seen by whoever may read the document. Deleted or purged, its file is destroyed; number,
 * times and hash remain.
 */
export const DocumentVersion = defineEntity({
  name: 'DocumentVersion',
  tableName: 'document_version',
  properties: {
    ...base(),
    document: () => p.manyToOne(Document).lazyRef().deleteRule('restrict'),
    number: p.integer(),
    /** Null once it is destroyed. */
    file: () => p.manyToOne(StoredFile).lazyRef().strictNullable().deleteRule('set null').default(null),
    label: p.string().length(60).strictNullable().default(null),
    /** `nameKey` of its document and its label; null for none. */
    labelKey: p.string().length(64).strictNullable().default(null).unique(),
    comment: p.text().strictNullable().default(null),
    origin: p.enum(versionOrigins).default('UPLOAD'),
    /** The version whose bytes it has, of this document or of the one it was copied from. */
    restoredFrom: identifier().strictNullable().default(null),
    /** Who added it: the id of a person or a program. */
    authorId: identifier().strictNullable().default(null).index(),
    mimeType: p.string().length(100),
    /** Of the plain bytes, in hexadecimal. */
    sha256: p.string().length(64),
    sizeBytes: wholeNumber(),
    /** Counted in its text; null before, and where there is none. */
    words: p.integer().strictNullable().default(null),
    pages: p.integer().strictNullable().default(null),
    deletedAt: instant().strictNullable().default(null),
  },
  uniques: [{ properties: ['document', 'number'] }],
});
export type DocumentVersion = InferEntity<typeof DocumentVersion>;
