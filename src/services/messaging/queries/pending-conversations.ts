import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { requirePermission } from '../../access/actor.ts';
import type { ReadContext } from '../../platform/context.ts';
import { listPage } from '../../platform/list.ts';
import type { PageOf } from '../../platform/page.ts';
import { isOfTeam, seesAll } from '../audience.ts';
import { among, everybodys, type ListConversations } from './list-conversations.ts';
import { conversationColumns, type ConversationRow } from './rows.ts';

/** The last word of a person that everybody reads, in `c`: what was deleted and what the application writes count for nothing. */
const lastWord: RawBuilder<unknown> = sql`(
  select l.seq from message l where l.conversation_id = c.id and l.deleted_at is null and l.audience = 'ALL'
    and (l.sender_id is not null or l.visitor_id is not null) order by l.seq desc limit 1)`;

/** It is of somebody whom the conversation serves, and nobody of the team who is in it has read it. */
const isPending: RawBuilder<SqlBool> = sql`exists (select 1 from message w where w.conversation_id = c.id and w.seq = ${lastWord}
  and (w.sender_id is null or exists (select 1 from conversation_participant o
    where o.conversation_id = c.id and o.user_id = w.sender_id and o.side = 'OUTSIDE'))
  and not exists (select 1 from conversation_participant s
    where s.conversation_id = c.id and s.side = 'STAFF' and s.left_at is null and s.last_read_seq >= w.seq))`;

/** What waits for the team, of the conversations in which the actor is of it. What nobody has to answer any more, since it is closed, does not wait. */
export function pendingConversations(
  ctx: ReadContext,
  { orderBy, search, filter, ...page }: ListConversations,
): Promise<PageOf<ConversationRow>> {
  requirePermission(ctx.actor, 'conversation:assign');
  const open = ctx.db.selectFrom('conversation as c').select(conversationColumns).where('c.status', '=', 'OPEN');
  const met = seesAll(ctx.actor) ? open : open.where(isOfTeam(ctx.actor, 'c.id'));
  return listPage({
    db: ctx.db,
    query: among(ctx, met.where(isPending), filter),
    orders: everybodys,
    orderBy: orderBy ?? 'LAST_MESSAGE_AT_DESC',
    page,
    search: { text: search, within: [], folded: ['c.subject_key'] },
    shape: (rows) => rows as ConversationRow[],
  });
}
