import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';
import { Document } from './document.entity.ts';

export const retentionChangeStatuses = ['PENDING', 'APPLIED', 'UNDONE'] as const;
export type RetentionChangeStatus = (typeof retentionChangeStatuses)[number];

/**
 * A time of keeping that a manager shortens, 30 days after they ask for it, unless somebody undoes it meanwhile. Owned by the cabinet;
 * seen by its managers; goes with what is known of the document.
 */
export const RetentionChange = defineEntity({
  name: 'RetentionChange',
  tableName: 'retention_change',
  properties: {
    ...base(),
    document: () => p.manyToOne(Document).lazyRef().deleteRule('cascade'),
    status: p.enum(retentionChangeStatuses).default('PENDING'),
    /** Until when the document is kept then; null for no time at all. */
    retainUntil: instant().strictNullable().default(null),
    /** When it takes effect. */
    effectiveAt: instant(),
    reason: p.text(),
    /** Who asked: the id of a person. */
    requestedBy: identifier().strictNullable().default(null),
    endedBy: identifier().strictNullable().default(null),
    endedAt: instant().strictNullable().default(null),
  },
  indexes: [{ properties: ['status', 'effectiveAt'] }, { properties: ['document', 'status'] }],
});
export type RetentionChange = InferEntity<typeof RetentionChange>;
