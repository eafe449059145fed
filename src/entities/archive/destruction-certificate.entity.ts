import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, wholeNumber } from '../base.ts';
import { Cabinet } from './cabinet.entity.ts';

export const destroyedKinds = ['DOCUMENT', 'CABINET'] as const;
export type DestroyedKind = (typeof destroyedKinds)[number];

/**
 * What proves that a document, or a cabinet, was destroyed: numbered without gaps, signed, and never changed. It names hashes, sizes and
 * ids, no title and no content. Owned by the cabinet; seen by its managers, and by admins and auditors; kept for ever.
 */
export const DestructionCertificate = defineEntity({
  name: 'DestructionCertificate',
  tableName: 'destruction_certificate',
  properties: {
    ...base(),
    /** 1, 2, 3 … of the whole application. */
    number: wholeNumber().unique(),
    kind: p.enum(destroyedKinds),
    cabinet: () => p.manyToOne(Cabinet).lazyRef().deleteRule('restrict'),
    /** Null for a cabinet. */
    documentId: identifier().strictNullable().default(null).unique(),
    /** Its entry in the audit log. */
    auditSeq: wholeNumber(),
    /** The very text that is signed: canonical JSON (RFC 8785). */
    text: p.text().columnType('mediumtext'),
    /** The key that signed: the first bytes of the SHA-256 of its public part. */
    keyId: p.string().length(16),
    /** Ed25519, base64. */
    signature: p.string().length(100),
  },
  indexes: [{ properties: ['cabinet', 'number'] }],
});
export type DestructionCertificate = InferEntity<typeof DestructionCertificate>;
