import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { mentionConditions, mentionPlaces } from '../../services/kernel/vat.ts';
import { base } from '../base.ts';

/**
 * A mention that the law wants on invoices, from a day on. Of those with one code the newest in force stands; rows are never
 * edited, and invoices freeze the words. Owned by the business, seen by admins; kept as long as the database.
 */
export const LegalMention = defineEntity({
  name: 'LegalMention',
  tableName: 'legal_mention',
  properties: {
    ...base(),
    /** What it is about, the same for a mention and the one that takes its place: `franchise`. */
    code: p.string().length(40),
    /** Under the totals, or at the foot of the last page. */
    place: p.enum(mentionPlaces),
    appliesTo: p.enum(mentionConditions),
    textFr: p.string().length(500),
    textEn: p.string().length(500),
    /** The first local day of issue it stands on. */
    validFrom: p.string().length(10),
    /** The last one; null: until another with its code begins. */
    validUntil: p.string().length(10).strictNullable().default(null),
    /** The law: « CGI art. 293 B ». */
    source: p.string().length(255),
  },
  indexes: [{ properties: ['code', 'validFrom'] }],
});
export type LegalMention = InferEntity<typeof LegalMention>;
