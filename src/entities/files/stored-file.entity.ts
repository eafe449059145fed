import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant, wholeNumber } from '../base.ts';
import { User } from '../identity/user.entity.ts';

/** Seeds: the front-end's families of files. */
export const fileKinds = ['DOCUMENT', 'IMAGE', 'AUDIO', 'VIDEO', 'ARCHIVE', 'OTHER'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What an antivirus said of a file that needs one: nothing yet, nothing bad, something bad, or that it cannot say. */
export const scanStatuses = ['PENDING', 'CLEAN', 'INFECTED', 'UNVERIFIED'] as const;
export type ScanStatus = (typeof scanStatuses)[number];

/**
 * A stored file: encrypted on disk, described here. Owned by the person who uploaded it (or by the server, for what it
 * generates itself); seen by whoever may see the thing it is attached to. Deleting it destroys its key at once.
 */
export const StoredFile = defineEntity({
  name: 'StoredFile',
  tableName: 'stored_file',
  properties: {
    ...base(),
    owner: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('set null').default(null),
    kind: p.enum(fileKinds),
    /** As the person named it; never part of a path. */
    name: p.string().length(255),
    mimeType: p.string().length(100),
    sizeBytes: wholeNumber(),
    /** Of the plain bytes, in hexadecimal. */
    sha256: p.string().length(64),
    ciphertextSha256: p.string().length(64),
    versionId: identifier().unique(),
    /** Key of the encrypted bytes; its row is deleted with the file. */
    dataKeyId: identifier(),
    deletedAt: instant().strictNullable().default(null).index(),
    /** Null for files that need no antivirus. */
    scanStatus: p.enum(scanStatuses).strictNullable().default(null),
    scannedAt: instant().strictNullable().default(null),
    /** What was found in an infected file, as the antivirus names it; or why it cannot say. */
    scanResult: p.string().length(255).strictNullable().default(null),
  },
  indexes: [{ properties: ['scanStatus', 'createdAt', 'id'] }],
});
export type StoredFile = InferEntity<typeof StoredFile>;
