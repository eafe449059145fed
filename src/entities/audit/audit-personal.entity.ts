import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { identifier, instant } from '../base.ts';

/**
 * The person whose personal values stand in the audit log, and the key they are under. Owned by the application, seen by nobody.
 * The key goes when the person is forgotten; the row stays, so that nothing is written about them anew.
 */
export const AuditSubject = defineEntity({
  name: 'AuditSubject',
  tableName: 'audit_subject',
  properties: {
    /** The person's id. No foreign key: the audit log outlives the account. */
    id: identifier().primary(),
    /** The `DataKey`; null once it is destroyed. */
    keyId: identifier().strictNullable().default(null),
    forgottenAt: instant().strictNullable().default(null),
  },
});
export type AuditSubject = InferEntity<typeof AuditSubject>;

/**
 * What an entry says about a person in their own words (the name of a file), encrypted under their key. Seen, through the
 * line of the entry, by who may read the audit log. Dies when the person is forgotten, or with the entry's segment.
 */
export const AuditPersonal = defineEntity({
  name: 'AuditPersonal',
  tableName: 'audit_personal',
  properties: {
    /** The commitment that the entry holds. */
    ref: p.string().length(64).primary(),
    subjectId: identifier().index(),
    ciphertext: p.blob(),
  },
});
export type AuditPersonal = InferEntity<typeof AuditPersonal>;
