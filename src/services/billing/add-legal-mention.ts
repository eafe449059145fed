import { LegalMention } from '../../entities/billing/legal-mention.entity.ts';
import { fieldError } from '../kernel/errors.ts';
import { localDateOf } from '../kernel/format.ts';
import { touchContent } from '../platform/public-content.ts';
import { keyed, type Keyed } from '../platform/request-keys.ts';
import type { UseCase } from '../platform/context.ts';
import type { DatedMention } from './legal-mentions.ts';
import { requireFirstMentions } from './mention-catalogue.ts';

/** A mention to add; without a first day it stands from today on. */
export type NewMention = Omit<DatedMention, 'validFrom' | 'validUntil'> & {
  readonly validFrom?: string | null | undefined;
  readonly validUntil?: string | null | undefined;
};

type Needed = 'em' | 'now' | 'config' | 'record' | 'publish';

/**
 * Adds a mention; it takes the place of the one with its code from its first day on. None is ever edited: issued invoices keep
 * their words. `INPUT_INVALID` for a first day before today, or a last day before the first.
 */
const add: UseCase<Needed, NewMention, LegalMention> = async (tx, { validFrom, validUntil, ...mention }) => {
  const today = localDateOf(tx.now, tx.config.TIME_ZONE);
  const from = validFrom ?? today;
  if (from < today) throw fieldError('input.validFrom', 'notBeforeToday');
  if (validUntil && validUntil < from) throw fieldError('input.validUntil', 'notBeforeFirstDay');
  await requireFirstMentions(tx);
  const added = tx.em.create(LegalMention, { ...mention, validFrom: from, validUntil: validUntil ?? null });
  tx.record({
    action: 'LEGAL_MENTION_ADDED',
    payload: { mentionId: added.id, code: added.code, validFrom: from, validUntil: validUntil ?? null },
  });
  // The legal notice says why there is no VAT.
  touchContent(tx);
  return added;
};

export const addLegalMention: UseCase<Needed | 'actor', NewMention & Keyed, LegalMention> = keyed(
  'addLegalMention',
  add,
  ({ em }, id) => em.findOneOrFail(LegalMention, { id }),
);
