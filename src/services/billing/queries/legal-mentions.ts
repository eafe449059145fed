import type { Db, ReadContext } from '../../platform/context.ts';
import type { DatedMention } from '../legal-mentions.ts';

export interface LegalMentionRow extends DatedMention {
  readonly id: string;
}

/** The rows of legal mentions, under the names of their fields. */
export const mentions = (db: Db) =>
  db
    .selectFrom('legal_mention')
    .select(['id', 'code', 'place', 'applies_to as appliesTo', 'text_fr as textFr', 'text_en as textEn'])
    .select(['valid_from as validFrom', 'valid_until as validUntil', 'source']);

/** Every legal mention that ever stood or will, by code and first day. */
export const listLegalMentions = ({ db }: Pick<ReadContext, 'db'>): Promise<LegalMentionRow[]> =>
  mentions(db).orderBy('code').orderBy('valid_from').orderBy('id').execute();
