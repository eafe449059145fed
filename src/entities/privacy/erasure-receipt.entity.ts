import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier } from '../base.ts';

/** Why somebody leaves, as they say themselves. */
export const personalReasons = ['NO_LONGER_NEEDED', 'PRIVACY', 'DISSATISFIED', 'OTHER'] as const;
export type PersonalReason = (typeof personalReasons)[number];
/** Why the application erases somebody. ASKED_OTHERWISE: they asked for it by another way, a letter for instance. */
export const applicationReasons = ['ASKED_OTHERWISE', 'UNUSED', 'MISUSE', 'OTHER'] as const;
export type ApplicationReason = (typeof applicationReasons)[number];
/** A choice, not a text, so that nothing about the person stays with the receipt. */
export const erasureReasons = [
  'NO_LONGER_NEEDED',
  'PRIVACY',
  'DISSATISFIED',
  'ASKED_OTHERWISE',
  'UNUSED',
  'MISUSE',
  'OTHER',
] as const satisfies readonly (PersonalReason | ApplicationReason)[];
export type ErasureReason = (typeof erasureReasons)[number];
export const erasureDeciders = ['PERSON', 'ADMIN'] as const;
export type ErasureDecider = (typeof erasureDeciders)[number];

/**
 * What went, what stays, why and until when, on the day somebody was erased. Owned by the application, given to the person; says
 * nothing about them but their pseudonym; kept as proof that it was done.
 */
export const ErasureReceipt = defineEntity({
  name: 'ErasureReceipt',
  tableName: 'erasure_receipt',
  properties: {
    ...base(),
    /** The pseudonymised account, or the one that is no more. */
    userId: identifier().index(),
    /** By whom the address is found again after a restore: a keyed hash, of which the key is in no backup. Null for one never proven. */
    addressMark: identifier().strictNullable().default(null),
    decidedBy: p.enum(erasureDeciders),
    reason: p.enum(erasureReasons),
    /** `ErasureLine[]` of services/platform/personal-data. */
    lines: p.json<readonly Record<string, unknown>[]>(),
  },
});
export type ErasureReceipt = InferEntity<typeof ErasureReceipt>;
