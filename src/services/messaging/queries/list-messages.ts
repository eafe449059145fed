import type { SortOf } from '../../kernel/list-orders.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import type { PageOf, SearchRequest } from '../../platform/page.ts';
import type { ReadContext } from '../../platform/context.ts';
import { readableBy } from '../audience.ts';
import { messageColumns, type MessageRow } from './rows.ts';

export interface ListMessages extends SearchRequest<SortOf<'MessageSort'>> {
  readonly conversationId: string;
}

const createdAt = sortKey<MessageRow>('m.created_at', 'instant', (row) => row.createdAt);
const id = sortKey<MessageRow>('m.id', 'id', (row) => row.id);
export const messageOrders: Orders<MessageRow, SortOf<'MessageSort'>> = {
  CREATED_AT_DESC: [createdAt.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, id.asc],
};

/** A page of what was said, newest first unless said. The caller has checked that the actor may see the conversation. */
export const listMessages = (
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  { conversationId, orderBy, search, ...page }: ListMessages,
): Promise<PageOf<MessageRow>> =>
  listPage({
    db,
    query: db
      .selectFrom('message as m')
      .select(messageColumns)
      .where('m.conversation_id', '=', conversationId)
      .where(readableBy(actor, 'm')),
    orders: messageOrders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    search: { text: search, within: ['m.content'] },
    shape: (rows) => rows as unknown as MessageRow[],
  });

/** Messages by their ids. Whether they may be seen is the caller's rule. */
export async function messagesByIds(
  { db }: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MessageRow>> {
  const rows = (await db
    .selectFrom('message as m')
    .select(messageColumns)
    .where('m.id', 'in', ids)
    .execute()) as unknown as MessageRow[];
  return new Map(rows.map((row) => [row.id, row]));
}
