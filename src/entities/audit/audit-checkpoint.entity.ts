import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { identifier, instant } from '../base.ts';

/**
 * What the audit log was at one entry, signed by a key that is not in the database and exported. Owned by the application;
 * seen by who may read the audit log; kept for ever.
 */
export const AuditCheckpoint = defineEntity({
  name: 'AuditCheckpoint',
  tableName: 'audit_checkpoint',
  properties: {
    /** The last entry it covers. */
    seq: p.bigint('number').primary().autoincrement(false),
    mac: p.string().length(64),
    /** Merkle root (RFC 9162) of all entries since the first. */
    root: p.string().length(64),
    /** The roots of the perfect subtrees, so that the next checkpoint reads new entries only. */
    frontier: p.json<readonly string[]>(),
    at: instant(),
    /** Which key signed: the first bytes of its SHA-256. */
    keyId: p.string().length(16),
    /** Ed25519, in base64. */
    signature: p.string().length(88),
    /** When it was exported; null until then. */
    exportedAt: instant().strictNullable().default(null).index(),
  },
});
export type AuditCheckpoint = InferEntity<typeof AuditCheckpoint>;

/**
 * A run of entries that was exported whole and signed, up to a checkpoint. Owned by the application; made by an admin. The
 * entries may go; the segment and its file stay, and the rest of the audit log begins at its checkpoint.
 */
export const AuditSegment = defineEntity({
  name: 'AuditSegment',
  tableName: 'audit_segment',
  properties: {
    id: identifier().primary(),
    firstSeq: p.bigint('number'),
    /** Also the number of its checkpoint. */
    lastSeq: p.bigint('number').unique(),
    /** The export: JSON, one entry a line. */
    fileId: identifier().index(),
    sha256: p.string().length(64),
    /** Ed25519 over the numbers, the checkpoint's mac and root, and the file's hash; in base64. */
    signature: p.string().length(88),
    sealedAt: instant(),
    sealedById: identifier().strictNullable(),
    /** When its entries left the database; null while they are there. */
    purgedAt: instant().strictNullable().default(null),
  },
});
export type AuditSegment = InferEntity<typeof AuditSegment>;
