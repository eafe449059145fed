import { cursorForm, decodeCursor, keyIn } from '../../kernel/cursor.ts';
import { DomainError, hiding } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { pageOf, type PageOf } from '../../platform/page.ts';
import type { ReadScope } from '../../platform/scope.ts';
import { conversationColumns, type ConversationRow } from './rows.ts';

const cursors = cursorForm('conversations', 'instant', 'id');

export interface ListPage {
  readonly first: number;
  readonly after?: string | null;
}

/** The conversations this person may see: those they are in now; every one for an admin. */
function visible({ db, actor }: ReadScope) {
  const query = db.selectFrom('conversation as c');
  if (actor.kind === 'SYSTEM' || actor.role === 'ADMIN') return query;
  return query.where('c.id', 'in', db.selectFrom('conversation_participant as p').select('p.conversation_id').where('p.user_id', '=', actor.userId ?? '').where('p.left_at', 'is', null));
}

/** A page of conversations, the one where something was last said first. */
export async function listConversations(scope: ReadScope, { first, after }: ListPage): Promise<PageOf<ConversationRow>> {
  let query = visible(scope).select(conversationColumns);
  if (after) {
    const [at, id] = decodeCursor(after, cursors);
    query = query.where('c.last_message_at', '<=', at).where((eb) => eb.or([eb('c.last_message_at', '<', at), eb('c.id', '<', id)]));
  }
  const rows = (await query.orderBy('c.last_message_at', 'desc').orderBy('c.id', 'desc').limit(first + 1).execute()) as unknown as ConversationRow[];
  return pageOf(rows, first, (row) => keyIn(cursors, row.lastMessageAt as string | number, row.id));
}

/** One conversation; for whoever is not in it, it does not exist. */
export async function getConversation(scope: ReadScope, id: string): Promise<ConversationRow> {
  const row = isId(id) ? await visible(scope).select(conversationColumns).where('c.id', '=', id).executeTakeFirst() : undefined;
  if (row === undefined) throw await refusalOf(scope, id);
  return row as unknown as ConversationRow;
}

const refusalOf = async ({ db }: ReadScope, id: string): Promise<DomainError> => {
  const isThere = isId(id) && (await db.selectFrom('conversation').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
  return isThere ? hiding({ type: 'conversation', id }) : new DomainError('NOT_FOUND');
};

/** The conversations about these orders that the one who asks may see, by the order's id. */
export async function conversationsOf(scope: ReadScope, contextIds: readonly string[]): Promise<ReadonlyMap<string, ConversationRow>> {
  const rows = (await visible(scope).select(conversationColumns).where('c.context_type', '=', 'ORDER').where('c.context_id', 'in', contextIds).execute()) as unknown as ConversationRow[];
  return new Map(rows.map((row) => [row.contextId, row]));
}
