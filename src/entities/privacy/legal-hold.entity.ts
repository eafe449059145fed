import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { HoldTarget } from '../../services/kernel/legal-holds.ts';
import { base, identifier, instant } from '../base.ts';

/**
 * Evidence that must stay: while it is not released, nothing destroys or pseudonymises what it is placed on, nor its parts
 * (`entities/tables.ts`). Placed and released by admins, seen by them and by auditors; kept for five years after its release.
 * Its words go when the person concerned is erased.
 */
export const LegalHold = defineEntity({
  name: 'LegalHold',
  tableName: 'legal_hold',
  properties: {
    ...base(),
    targetType: p.string().length(40).$type<HoldTarget>(),
    targetId: identifier(),
    /** Whom it concerns, when the thing is one person's. No foreign key: it outlives the account. */
    personId: identifier().strictNullable().default(null).index(),
    /** Why, for those who look after it: the person concerned is not notified. */
    reason: p.text(),
    /** As the court or the insurer calls it. */
    caseReference: p.string().length(100).strictNullable().default(null),
    placedById: identifier(),
    releasedAt: instant().strictNullable().default(null),
    releasedById: identifier().strictNullable().default(null),
    releaseReason: p.text().strictNullable().default(null),
  },
  indexes: [{ properties: ['targetType', 'releasedAt', 'targetId'] }],
});
export type LegalHold = InferEntity<typeof LegalHold>;
