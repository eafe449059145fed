import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base } from '../base.ts';
import { User } from './user.entity.ts';

export const consentPurposes = ['TERMS', 'PRIVACY', 'MARKETING'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** A consent given or withdrawn: a fact, never changed. Owned and seen by its person; kept as proof for five years. */
export const ConsentRecord = defineEntity({
  name: 'ConsentRecord',
  tableName: 'consent_record',
  properties: {
    ...base(),
    user: () => p.manyToOne(User).lazyRef().deleteRule('cascade'),
    purpose: p.enum(consentPurposes),
    /** Version of the text that was shown, as `2026-11-20`. */
    policyVersion: p.string().length(20),
    isGranted: p.boolean(),
    source: p.string().length(40),
    address: p.string().length(45).strictNullable().default(null),
  },
});
export type ConsentRecord = InferEntity<typeof ConsentRecord>;
