import { sql, type SqlBool } from 'kysely';
import { fragmentOf, parseSearch, relevanceOf, type SearchTerm, type TextPart } from '../../kernel/search-query.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { dialectOfReader } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import type { PageOf, PageRequest } from '../../platform/page.ts';
import { mappedPage, mostRanked, rankedPage } from '../../platform/ranked-page.ts';
import type { ReadContext } from '../../platform/context.ts';
import { foundByWords } from '../../platform/word-search.ts';
import { isStillIn, readableBy, seesAll } from '../audience.ts';
import { messageOrders } from './list-messages.ts';
import { messageColumns, type MessageRow } from './rows.ts';

/** Which messages; what is absent does not matter. Periods begin at their first instant and end before their last. */
export interface MessageFilter {
  readonly conversationId?: string | null | undefined;
  readonly authorId?: string | null | undefined;
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
  readonly hasFile?: boolean | null | undefined;
}

export interface SearchMessages extends PageRequest {
  readonly query: string;
  readonly filter?: MessageFilter | null | undefined;
  readonly orderBy?: SortOf<'MessageHitSort'>;
}

export interface MessageHit extends MessageRow {
  readonly fragment: readonly TextPart[];
}

/**
 * The messages that the actor may read in which everything asked for is found, the newest first unless said, or the best first. Who may
 * read is part of the query: what one may not read changes neither results, nor cursors, counts and times. Errors: SEARCH_QUERY_INVALID.
 */
export async function searchMessages(
  ctx: ReadContext,
  { query, filter, orderBy, ...page }: SearchMessages,
): Promise<PageOf<MessageHit>> {
  const terms = parseSearch(query);
  const searching = { terms, filter, page, ownIds: await ownIdsOf(ctx) };
  if (orderBy === 'RELEVANCE_DESC') return bestMessages(ctx, searching);
  return listPage({
    ...listing(ctx, searching),
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    shape: (rows) => (rows as unknown as MessageRow[]).map(hitOf(terms)),
  });
}

export const hitOf =
  (terms: readonly SearchTerm[]) =>
  (row: MessageRow): MessageHit => ({ ...row, fragment: fragmentOf(row.content, terms) });

interface Searching {
  readonly terms: readonly SearchTerm[];
  readonly filter: MessageFilter | null | undefined;
  readonly page: PageRequest;
  readonly ownIds: readonly string[];
}

/** A longer list costs more to be read than it helps. */
const mostOwnIds = 2_000;

/**
 * The conversations of somebody, for MariaDB alone: with their ids it walks back from the newest message where it would read and
 * sort all of theirs. Whether they are in them is asked again in the search itself.
 */
async function ownIdsOf({ db, actor }: ReadContext): Promise<readonly string[]> {
  if (seesAll(actor) || dialectOfReader(db) !== 'mysql') return [];
  const rows = await db
    .selectFrom('conversation_participant as p')
    .select('p.conversation_id as id')
    .where('p.user_id', '=', actor.userId ?? '')
    .where('p.left_at', 'is', null)
    .where(isStillIn(actor, 'p'))
    .limit(mostOwnIds + 1)
    .execute();
  return rows.length > mostOwnIds ? [] : rows.map(({ id }) => id);
}

const listing = (ctx: ReadContext, { terms, filter, page, ownIds }: Searching) => ({
  db: ctx.db,
  query: filtered(visibleMessages(ctx, ownIds), filter),
  orders: messageOrders,
  page,
  search: { condition: foundByWords(ctx.db, 'm.words', terms) },
});

async function bestMessages(ctx: ReadContext, searching: Searching): Promise<PageOf<MessageHit>> {
  const { query, ...found } = listing(ctx, searching);
  const newest = await listPage({
    ...found,
    query: query.select('m.words'),
    orderBy: 'CREATED_AT_DESC',
    page: { first: mostRanked },
    shape: (rows) => rows as unknown as (MessageRow & { readonly words: string })[],
  });
  const page = rankedPage({
    rows: newest.nodes,
    scoreOf: ({ words }) => relevanceOf(words, searching.terms),
    at: { column: 'm.created_at', of: ({ createdAt }) => createdAt },
    id: { column: 'm.id', of: ({ id }) => id },
    page: searching.page,
    totalCount: newest.totalCount,
  });
  return mappedPage(page, hitOf(searching.terms));
}

function visibleMessages({ db, actor }: ReadContext, ownIds: readonly string[]) {
  const messages = db
    .selectFrom('message as m')
    .select(messageColumns)
    .where('m.deleted_at', 'is', null)
    .where(readableBy(actor, 'm'));
  if (seesAll(actor)) return messages;
  if (ownIds.length > 0)
    return messages.where('m.conversation_id', 'in', ownIds).where(
      sql<SqlBool>`(select count(*) from conversation_participant p where p.conversation_id = m.conversation_id
        and p.user_id = ${actor.userId ?? ''} and p.left_at is null and ${isStillIn(actor, 'p')}) > 0`,
    );
  return messages.where('m.conversation_id', 'in', (eb) =>
    eb
      .selectFrom('conversation_participant as p')
      .select('p.conversation_id')
      .where('p.user_id', '=', actor.userId ?? '')
      .where('p.left_at', 'is', null)
      .where(isStillIn(actor, 'p')),
  );
}

function filtered(
  query: ReturnType<typeof visibleMessages>,
  filter: MessageFilter | null | undefined,
): ReturnType<typeof visibleMessages> {
  const { conversationId, authorId, from, to, hasFile } = filter ?? {};
  const attached = (is: boolean) =>
    sql<SqlBool>`${sql.raw(is ? 'exists' : 'not exists')} (select 1 from message_attachment a where a.message_id = m.id)`;
  return query
    .$if(typeof conversationId === 'string', (q) => q.where('m.conversation_id', '=', conversationId as string))
    .$if(typeof authorId === 'string', (q) => q.where('m.sender_id', '=', authorId as string))
    .$if(from instanceof Date, (q) => q.where('m.created_at', '>=', from as Date))
    .$if(to instanceof Date, (q) => q.where('m.created_at', '<', to as Date))
    .$if(typeof hasFile === 'boolean', (q) => q.where(attached(hasFile as boolean)));
}
