import { sql } from 'kysely';
import { eraseFiles } from '../files/index.ts';
import { fiveYears } from '../kernel/retention.ts';
import { writing } from '../platform/orm/values.ts';
import type { RetentionClass } from '../platform/retention.ts';
import type { TransactionContext } from '../platform/context.ts';
import { dropHeld, dropVisitors } from './visitors/personal-data.ts';

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
  {
    // Who has become a customer is kept as one.
    name: 'VISITORS',
    description: { fr: 'échanges avec des personnes sans compte', en: 'exchanges with people without an account' },
    table: 'visitor',
    since: sql`coalesce((select max(c.last_message_at) from conversation as c where c.visitor_id = visitor.id), visitor.created_at)`,
    among: sql`visitor.user_id is null`,
    apply: dropVisitors,
    days: { usual: 1_096, least: 90, most: 1_096 },
    ground: 'OPERATION',
    action: 'DELETE',
  },
  {
    name: 'SPAM',
    description: { fr: 'messages marqués indésirables', en: 'messages marked as spam' },
    table: 'held_message',
    since: sql.ref('held_message.spam_at'),
    apply: dropHeld,
    days: { usual: 30, least: 7, most: 365 },
    ground: 'OPERATION',
    action: 'DELETE',
  },
  {
    name: 'FORM_BLOCKS',
    description: {
      fr: 'adresses et sites appris de messages indésirables',
      en: 'addresses and sites learnt from spam',
    },
    table: 'form_block',
    since: sql.ref('form_block.created_at'),
    among: sql`form_block.is_learnt`,
    days: { usual: 365, least: 30, most: 1_096 },
    ground: 'OPERATION',
    action: 'DELETE',
  },
];
