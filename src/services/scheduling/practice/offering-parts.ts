import { CancellationTier, OfferingQuestion, type Offering } from '../../../entities/scheduling/offering.entity.ts';
import type { Tier } from '../../../entities/scheduling/booking.entity.ts';
import type { Tx } from '../../platform/context.ts';
import type { Question } from './offering-fields.ts';

/** The questions of an offering in their order. */
export const questionsOf = ({ em }: Tx<'em'>, offering: Offering): Promise<OfferingQuestion[]> =>
  em.find(OfferingQuestion, { offering }, { orderBy: { position: 'asc', id: 'asc' } });

/** The tiers of an offering, the earliest first. */
export const tiersOf = ({ em }: Tx<'em'>, offering: Offering): Promise<CancellationTier[]> =>
  em.find(CancellationTier, { offering }, { orderBy: { hoursBefore: 'desc' } });

/**
 * Asks these questions from now on. One that is asked as before keeps its id, so that whoever is filling the form in can send it; the
 * answers that were given stand with their bookings.
 */
export async function replaceQuestions(
  tx: Tx<'em'>,
  offering: Offering,
  questions: readonly Question[],
): Promise<void> {
  const left = await questionsOf(tx, offering);
  for (const [position, question] of questions.entries()) {
    const same = left.findIndex((before) => isSame(before, question));
    const [kept] = same < 0 ? [] : left.splice(same, 1);
    if (kept === undefined) tx.em.create(OfferingQuestion, { ...question, offering, position });
    else kept.position = position;
  }
  for (const gone of left) tx.em.remove(gone);
}

const isSame = (a: Question, b: Question): boolean =>
  a.kind === b.kind &&
  a.label === b.label &&
  a.isRequired === b.isRequired &&
  JSON.stringify(a.choices) === JSON.stringify(b.choices);

/** Gives back so much from now on; bookings keep what stood when they were made. */
export async function replaceTiers(tx: Tx<'em'>, offering: Offering, tiers: readonly Tier[]): Promise<void> {
  await tx.em.nativeDelete(CancellationTier, { offering });
  for (const tier of tiers) tx.em.create(CancellationTier, { ...tier, offering });
}
