import { DomainError, hiding } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { SubjectsOfType } from '../../kernel/subject.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import type { PageOf, SearchRequest } from '../../platform/page.ts';
import type { ReadContext } from '../../platform/context.ts';
import { conversationColumns, type ConversationRow } from './rows.ts';

export type ListConversations = SearchRequest<SortOf<'ConversationSort'>>;

/** The conversations this person may see: those they are in now; every one for an admin. */
function visible({ db, actor }: ReadContext) {
  const query = db.selectFrom('conversation as c');
  if (actor.kind === 'SYSTEM' || actor.role === 'ADMIN') return query;
  return query.where(
    'c.id',
    'in',
    db
      .selectFrom('conversation_participant as p')
      .select('p.conversation_id')
      .where('p.user_id', '=', actor.userId ?? '')
      .where('p.left_at', 'is', null),
  );
}

const lastMessageAt = sortKey<ConversationRow>('c.last_message_at', 'instant', (row) => row.lastMessageAt);
const subject = sortKey<ConversationRow>('c.subject', 'text', (row) => row.subject);
const id = sortKey<ConversationRow>('c.id', 'id', (row) => row.id);

const orders: Orders<ConversationRow, SortOf<'ConversationSort'>> = {
  LAST_MESSAGE_AT_DESC: [lastMessageAt.desc, id.desc],
  LAST_MESSAGE_AT_ASC: [lastMessageAt.asc, id.asc],
  SUBJECT_ASC: [subject.asc, id.asc],
  SUBJECT_DESC: [subject.desc, id.desc],
};

/** A page of conversations, the one where something was last said first unless said. */
export const listConversations = (
  ctx: ReadContext,
  { orderBy, search, ...page }: ListConversations,
): Promise<PageOf<ConversationRow>> =>
  listPage({
    db: ctx.db,
    query: visible(ctx).select(conversationColumns),
    orders,
    orderBy: orderBy ?? 'LAST_MESSAGE_AT_DESC',
    page,
    search: { text: search, within: ['c.subject'] },
    shape: (rows) => rows as unknown as ConversationRow[],
  });

/** One conversation; for an actor who is not in it, it does not exist. */
export async function getConversation(ctx: ReadContext, id: string): Promise<ConversationRow> {
  const row = isId(id)
    ? await visible(ctx).select(conversationColumns).where('c.id', '=', id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw await refusalOf(ctx, id);
  return row as unknown as ConversationRow;
}

const refusalOf = async ({ db }: ReadContext, id: string): Promise<DomainError> => {
  const isThere =
    isId(id) &&
    (await db.selectFrom('conversation').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
  return isThere ? hiding({ type: 'conversation', id }) : new DomainError('NOT_FOUND');
};

/** The conversations about these subjects of one type that the actor may see, by the subject's id. */
export async function conversationsAbout(
  ctx: ReadContext,
  { type, ids }: SubjectsOfType,
): Promise<ReadonlyMap<string, ConversationRow>> {
  const rows = (await visible(ctx)
    .select(conversationColumns)
    .where('c.context_type', '=', type)
    .where('c.context_id', 'in', ids)
    .execute()) as unknown as ConversationRow[];
  return new Map(rows.map((row) => [row.contextId, row]));
}
