import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { LegalMention } from '../../entities/billing/legal-mention.entity.ts';
import { writing } from '../platform/orm/values.ts';
import type { Operation, Tx, UseCase } from '../platform/context.ts';
import { mentions } from './queries/legal-mentions.ts';
import { frenchMentions, type DatedMention } from './legal-mentions.ts';

/** The mentions of the first list have ids of their own, so that two processes starting together write them once. */
const firstId = (i: number): string => `00000000-0000-7000-8000-${String(100 + i).padStart(12, '0')}`;

/** Every mention, in the order in which they were added; the first list in a database that was never seeded. */
export async function mentionCatalogue({ em }: Tx<'em'>): Promise<readonly DatedMention[]> {
  const stored = await mentions(writing(em).db).orderBy('id').execute();
  return stored.length === 0 ? frenchMentions : stored;
}

/** Writes the first list into a database that has none; what people added is left alone. */
export const seedMentions: Operation<'run' | 'db', void, void> = async ({ run, db }) => {
  if ((await db.selectFrom('legal_mention').select('id').limit(1).executeTakeFirst()) !== undefined) return;
  try {
    await run(writeFirst, undefined);
  } catch (error) {
    // Two processes starting together: the second finds the work of the first.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
  }
};

/** A mention is added to the first list, never instead of it. */
export async function requireFirstMentions(tx: Tx<'em'>): Promise<void> {
  if ((await tx.em.count(LegalMention)) === 0) await writeFirst(tx, undefined);
}

const writeFirst: UseCase<'em', void, void> = async ({ em }) => {
  for (const [i, mention] of frenchMentions.entries()) em.create(LegalMention, { id: firstId(i), ...mention });
};
