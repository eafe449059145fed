import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier } from '../base.ts';

/** Why somebody leaves: a choice, not a text, so that nothing about them stays with the receipt. */
export const erasureReasons = ['NO_LONGER_NEEDED', 'PRIVACY', 'DISSATISFIED', 'OTHER'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/**
 * What went, what stays, why and until when, on the day somebody was erased. Owned by the house, given to the person; says
 * nothing about them but their pseudonym; kept as proof that it was done.
 */
export const ErasureReceipt = defineEntity({
  name: 'ErasureReceipt',
  tableName: 'erasure_receipt',
  properties: {
    ...base(),
    /** The pseudonymised account. */
    userId: identifier().index(),
    reason: p.enum(erasureReasons),
    /** `ErasureLine[]` of services/platform/personal-data. */
    lines: p.json<readonly Record<string, unknown>[]>(),
  },
});
export type ErasureReceipt = InferEntity<typeof ErasureReceipt>;
