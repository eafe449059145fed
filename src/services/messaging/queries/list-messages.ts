import { cursorForm, decodeCursor, keyIn } from '../../kernel/cursor.ts';
import { pageOf, type PageOf } from '../../platform/page.ts';
import type { ReadScope } from '../../platform/scope.ts';
import type { ListPage } from './list-conversations.ts';
import { messageColumns, type MessageRow } from './rows.ts';

const cursors = cursorForm('messages', 'instant', 'id');

/** A page of what was said, newest first. Whether the conversation may be seen was asked before. */
export async function listMessages({ db }: Pick<ReadScope, 'db'>, { conversationId, first, after }: ListPage & { conversationId: string }): Promise<PageOf<MessageRow>> {
  let query = db.selectFrom('message as m').select(messageColumns).where('m.conversation_id', '=', conversationId).where('m.deleted_at', 'is', null);
  if (after) {
    const [at, id] = decodeCursor(after, cursors);
    query = query.where('m.created_at', '<=', at).where((eb) => eb.or([eb('m.created_at', '<', at), eb('m.id', '<', id)]));
  }
  const rows = (await query.orderBy('m.created_at', 'desc').orderBy('m.id', 'desc').limit(first + 1).execute()) as unknown as MessageRow[];
  return pageOf(rows, first, (row) => keyIn(cursors, row.createdAt as string | number, row.id));
}

/** Messages by their ids. Whether they may be seen is the caller's rule. */
export async function messagesByIds({ db }: Pick<ReadScope, 'db'>, ids: readonly string[]): Promise<ReadonlyMap<string, MessageRow>> {
  const rows = (await db.selectFrom('message as m').select(messageColumns).where('m.id', 'in', ids).where('m.deleted_at', 'is', null).execute()) as unknown as MessageRow[];
  return new Map(rows.map((row) => [row.id, row]));
}
