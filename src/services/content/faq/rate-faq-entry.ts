import { sql } from 'kysely';
import { DomainError } from '../../kernel/errors.ts';
import { localDateOf } from '../../kernel/format.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';

export interface RateFaqEntry {
  readonly id: string;
  readonly isUseful: boolean;
}

/**
 * Counts whether somebody found an answer useful, once a day for each address: `false` when this one was counted today. Who it was is
 * not kept: only a hash of the address and the day, under a key of this server, for two days.
 */
export const rateFaqEntry: Operation<'run' | 'derived', RateFaqEntry, boolean> = ({ run, derived }, input) =>
  run(rate(derived), input);

const rate =
  (derived: DerivedSecrets) =>
  async ({ em, now, actor, config }: Tx<'em' | 'now' | 'actor' | 'config'>, input: RateFaqEntry): Promise<boolean> => {
    const { db, dialect } = writing(em);
    const { id, isUseful } = input;
    const entry = isId(id)
      ? await db
          .selectFrom('faq_entry')
          .select('id')
          .where('id', '=', id)
          .where('is_visible', '=', true)
          .executeTakeFirst()
      : undefined;
    if (entry === undefined) throw new DomainError('NOT_FOUND');
    const day = localDateOf(now, config.TIME_ZONE);
    const insert = db.insertInto('faq_rating').values({
      id: newId(),
      created_at: now,
      entry_id: id,
      rater_hash: derived.of('faq-rating', id, day, subscriberOf(actor.address)),
    });
    const { numInsertedOrUpdatedRows = 0n } = await (
      dialect === 'mysql' ? insert.ignore() : insert.onConflict((conflict) => conflict.doNothing())
    ).executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) return false;
    const column = isUseful ? 'useful_count' : 'not_useful_count';
    await db
      .updateTable('faq_entry')
      .set({ [column]: sql`${sql.ref(column)} + 1` })
      .where('id', '=', id)
      .execute();
    return true;
  };
