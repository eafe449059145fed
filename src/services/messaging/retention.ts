import { sql } from 'kysely';
import { eraseFiles } from '../files/index.ts';
import { fiveYears } from '../kernel/retention.ts';
import { writing } from '../platform/orm/values.ts';
import type { RetentionClass } from '../platform/retention.ts';
import type { TransactionContext } from '../platform/context.ts';

/** Whole conversations, with what was attached to them: their participants and messages go with the row. */
async function dropConversations(tx: TransactionContext, ids: readonly string[]): Promise<void> {
  const { db } = writing(tx.em);
  const files = await db
    .selectFrom('message_attachment as a')
    .innerJoin('message as m', 'm.id', 'a.message_id')
    .select('a.file_id')
    .distinct()
    .where('m.conversation_id', 'in', ids)
    // What is in another conversation too stays there.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('message_attachment as o')
            .innerJoin('message as n', 'n.id', 'o.message_id')
            .select('o.id')
            .whereRef('o.file_id', '=', 'a.file_id')
            .where('n.deleted_at', 'is', null)
            .where('n.conversation_id', 'not in', ids),
        ),
      ),
    )
    .execute();
  await eraseFiles(
    tx,
    files.map(({ file_id }) => file_id),
  );
  await db.deleteFrom('conversation').where('id', 'in', ids).execute();
}

/** How long conversations are kept. */
export const messagingRetention: readonly RetentionClass[] = [
  {
    name: 'MESSAGES',
    description: { fr: 'conversations closes', en: 'conversations that are over' },
    table: 'conversation',
    since: sql.ref('conversation.last_message_at'),
    apply: dropConversations,
    days: { usual: fiveYears, least: 365, most: 3_653 },
    ground: 'LIMITATION',
    action: 'DELETE',
  },
];
