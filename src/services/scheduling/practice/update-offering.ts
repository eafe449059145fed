import type { Offering } from '../../../entities/scheduling/offering.entity.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { OfferingTx } from './create-offering.ts';
import { loadOffering, noteOffering } from './load-offering.ts';
import { fieldsOf, offeringFields, stated, type OfferingChanges, type WholeOffering } from './offering-fields.ts';
import { questionsOf, replaceQuestions, replaceTiers, tiersOf } from './offering-parts.ts';
import { requireSound } from './offering.policy.ts';

export interface UpdateOffering {
  readonly id: string;
  readonly changes: OfferingChanges;
}

/**
 * Changes what can be booked from now on; bookings keep what they were made with. Errors: NOT_FOUND, INPUT_INVALID on each field that
 * is wrong, DEPOSIT_TOO_SMALL.
 */
export async function updateOffering(tx: OfferingTx, { id, changes }: UpdateOffering): Promise<Offering> {
  const given = await loadOffering(tx, id);
  const { offering } = given;
  const before = await wholeOf(tx, offering);
  const after: WholeOffering = { ...before, ...stated(changes) };
  requireSound(after, tx.config.BOOKING_STEP_MINUTES);
  const changed = [...offeringFields, 'questions', 'cancellationTiers'].filter((field) =>
    differs(before, after, field),
  );
  if (changed.length === 0) return offering;
  for (const field of offeringFields) Object.assign(offering, { [field]: after[field] });
  if (changed.includes('questions')) await replaceQuestions(tx, offering, after.questions);
  if (changed.includes('cancellationTiers')) await replaceTiers(tx, offering, after.cancellationTiers);
  noteOffering(tx, given, {
    ...{ kind: 'UPDATED', fields: changed },
    ...{ amount: after.priceCents, currency: after.currency, depositBasisPoints: after.depositBasisPoints },
  });
  return offering;
}

async function wholeOf(tx: OfferingTx, offering: Offering): Promise<WholeOffering> {
  const questions = await questionsOf(tx, offering);
  const tiers = await tiersOf(tx, offering);
  return {
    ...fieldsOf(offering),
    questions: questions.map(({ kind, label, isRequired, choices }) => ({ kind, label, isRequired, choices })),
    cancellationTiers: tiers.map(({ hoursBefore, refundPercent }) => ({ hoursBefore, refundPercent })),
  };
}

const differs = (before: WholeOffering, after: WholeOffering, field: string): boolean =>
  canonicalJson(before[field as keyof WholeOffering]) !== canonicalJson(after[field as keyof WholeOffering]);
