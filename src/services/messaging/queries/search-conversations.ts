import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { fragmentOf, parseSearch, relevanceOf, type SearchTerm, type TextPart } from '../../kernel/search-query.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import type { ReadContext } from '../../platform/context.ts';
import { listPage } from '../../platform/list.ts';
import type { Lazily, PageOf, PageRequest } from '../../platform/page.ts';
import { mappedPage, mostRanked, rankedPage } from '../../platform/ranked-page.ts';
import { foundBy, hasTerm } from '../../platform/word-search.ts';
import { readableBy, seesAll } from '../audience.ts';
import { lastMessagesOf } from './conversation-parts.ts';
import { among, everybodys, own, ownConversations, type ConversationFilter } from './list-conversations.ts';
import { conversationColumns, type ConversationRow } from './rows.ts';
import { hitOf, type MessageHit } from './search-messages.ts';

export interface SearchConversations extends PageRequest {
  readonly query: string;
  readonly filter?: ConversationFilter | null | undefined;
  readonly orderBy?: SortOf<'ConversationHitSort'>;
}

export interface ConversationHit {
  readonly conversation: ConversationRow;
  readonly subject: readonly TextPart[];
  /** The newest message that one may read in which something sought is found; null where only the subject has it. */
  readonly message: Lazily<MessageHit | null>;
}

type Found = ConversationRow & { readonly words: string | null };

/** Each of them reads the messages of a conversation. */
const windowSize = 100;

/**
 * The conversations that the actor may see in which everything asked for is found, each word in the subject or in a message that they
 * may read; the latest first unless said, or those whose subject answers best. Errors: SEARCH_QUERY_INVALID.
 */
export async function searchConversations(
  ctx: ReadContext,
  { query, filter, orderBy, ...page }: SearchConversations,
): Promise<PageOf<ConversationHit>> {
  const terms = parseSearch(query);
  const searching = { terms, filter, page };
  const found =
    orderBy === 'RELEVANCE_DESC'
      ? await bestConversations(ctx, searching)
      : await listed(ctx, { ...searching, orderBy: orderBy ?? 'LAST_MESSAGE_AT_DESC' });
  const messages = messagesFound(ctx, { terms, conversationIds: found.nodes.map(({ id }) => id) });
  return mappedPage(found, ({ words: _, ...conversation }) => ({
    conversation,
    subject: fragmentOf(conversation.subject, terms),
    message: async () => (await messages()).get(conversation.id) ?? null,
  }));
}

interface Searching {
  readonly terms: readonly SearchTerm[];
  readonly filter: ConversationFilter | null | undefined;
  readonly page: PageRequest;
}

type Order = 'LAST_MESSAGE_AT_DESC' | 'LAST_MESSAGE_AT_ASC';

function listed(
  ctx: ReadContext,
  { terms, filter, page, orderBy }: Searching & { readonly orderBy: Order },
): Promise<PageOf<Found>> {
  const asked = {
    db: ctx.db,
    orderBy,
    page,
    windowSize,
    search: { condition: foundBy(terms, (term) => holds(ctx, term)) },
    shape: (rows: unknown[]) => rows as Found[],
  } as const;
  if (seesAll(ctx.actor)) {
    const all = ctx.db.selectFrom('conversation as c').select(conversationColumns);
    return listPage({ ...asked, query: among(ctx, all, filter).select('c.words'), orders: everybodys });
  }
  return listPage({ ...asked, query: among(ctx, ownConversations(ctx), filter).select('c.words'), orders: own });
}

/** A term is found in the subject, or in a message that the actor may read. */
function holds({ db, actor }: ReadContext, term: SearchTerm): RawBuilder<SqlBool> {
  const inSubject = hasTerm(db, sql`coalesce(c.words, '')`, term);
  const inMessage = sql<SqlBool>`exists (select 1 from message m where m.conversation_id = c.id and m.deleted_at is null
    and ${readableBy(actor, 'm')} and ${hasTerm(db, 'm.words', term)})`;
  return sql`(${inSubject} or ${inMessage})`;
}

async function bestConversations(ctx: ReadContext, { page, ...searching }: Searching): Promise<PageOf<Found>> {
  const latest = await listed(ctx, { ...searching, page: { first: mostRanked }, orderBy: 'LAST_MESSAGE_AT_DESC' });
  return rankedPage({
    rows: latest.nodes,
    scoreOf: ({ words }) => relevanceOf(words ?? '', searching.terms),
    at: { column: 'c.last_message_at', of: ({ lastMessageAt }) => lastMessageAt },
    id: { column: 'c.id', of: ({ id }) => id },
    page,
    totalCount: latest.totalCount,
  });
}

interface Seeking {
  readonly terms: readonly SearchTerm[];
  readonly conversationIds: readonly string[];
}

/** The newest message of each in which a word is found, read once for the page. */
function messagesFound(ctx: ReadContext, { terms, conversationIds }: Seeking): Lazily<ReadonlyMap<string, MessageHit>> {
  let reading: Promise<ReadonlyMap<string, MessageHit>> | undefined;
  return () => (reading ??= readMessages(ctx, { terms, conversationIds }));
}

async function readMessages(
  { db, actor }: ReadContext,
  { terms, conversationIds }: Seeking,
): Promise<ReadonlyMap<string, MessageHit>> {
  if (conversationIds.length === 0) return new Map();
  const sought = terms.filter(({ isExcluded }) => !isExcluded).map((term) => hasTerm(db, 'last.words', term));
  const rows = await lastMessagesOf({ db, actor }, conversationIds, sql`(${sql.join(sought, sql` or `)})`);
  const hit = hitOf(terms);
  return new Map([...rows].map(([id, row]) => [id, hit(row)]));
}
