import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ConversationContext, ConversationStatus } from '../../../entities/messaging/conversation.entity.ts';
import { DomainError, hiding } from '../../kernel/errors.ts';
import type { Actor } from '../../access/actor.ts';
import { isId } from '../../kernel/ids.ts';
import type { TopicType } from '../../kernel/subject.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { PageOf, SearchRequest } from '../../platform/page.ts';
import type { ReadContext } from '../../platform/context.ts';
import { isMet, isStillIn, seesAll, servedBy } from '../audience.ts';
import { conversationColumns, type ConversationRow } from './rows.ts';

/** Which conversations; what is absent does not matter. */
export interface ConversationFilter {
  /** One’s own part: those that an admin is not in are neither archived nor pinned. */
  readonly isArchived?: boolean | null | undefined;
  readonly isPinned?: boolean | null | undefined;
  readonly status?: ConversationStatus | null | undefined;
  readonly kind?: ConversationContext | null | undefined;
  readonly assigneeId?: string | null | undefined;
}

export interface ListConversations extends SearchRequest<SortOf<'ConversationSort'>> {
  readonly filter?: ConversationFilter | null | undefined;
}

/** The conversations this person may see: those they are in now or serve; every one for an admin. */
function visible({ db, actor }: ReadContext) {
  const query = db.selectFrom('conversation as c');
  return seesAll(actor) ? query : query.where(isMet(actor, 'c.id'));
}

const subject = sortKey<ConversationRow>('c.subject_key', 'folded', (row) => row.subject);

type Sort = SortOf<'ConversationSort'>;

const ordersBy = (lastMessageColumn: string, idColumn: string): Orders<ConversationRow, Sort> => {
  const lastMessageAt = sortKey<ConversationRow>(lastMessageColumn, 'instant', (row) => row.lastMessageAt);
  const id = sortKey<ConversationRow>(idColumn, 'id', (row) => row.id);
  return {
    LAST_MESSAGE_AT_DESC: [lastMessageAt.desc, id.desc],
    LAST_MESSAGE_AT_ASC: [lastMessageAt.asc, id.asc],
    SUBJECT_ASC: [subject.asc, id.asc],
    SUBJECT_DESC: [subject.desc, id.desc],
  };
};

export const everybodys = ordersBy('c.last_message_at', 'c.id');
/** A participant's own are read in the order of an index of theirs, which repeats when the last message came. */
export const own = ordersBy('p.last_message_at', 'p.conversation_id');

/** Their part in each conversation that a person is in now. */
export const partsOfPerson = ({ db, actor }: ReadContext) =>
  db
    .selectFrom('conversation_participant as p')
    .where('p.user_id', '=', actor.userId ?? '')
    .where('p.left_at', 'is', null)
    .where(isStillIn(actor, 'p'));

/** A page of conversations, the one where something was last said first unless said: one’s own, all for an admin, and all of visitors for whoever handles them. */
export function listConversations(
  ctx: ReadContext,
  { orderBy, search, filter, ...page }: ListConversations,
): Promise<PageOf<ConversationRow>> {
  const asked = {
    db: ctx.db,
    orderBy: orderBy ?? 'LAST_MESSAGE_AT_DESC',
    page,
    search: { text: search, within: [], folded: ['c.subject_key'] },
    shape: (rows: unknown[]) => rows as ConversationRow[],
  } as const;
  // Those of visitors are on no other list of the team: tickets have theirs.
  if (seesAll(ctx.actor) || (filter?.kind === 'VISITOR' && servedBy(ctx.actor).includes('VISITOR')))
    return listPage({
      ...asked,
      query: among(ctx, ctx.db.selectFrom('conversation as c').select(conversationColumns), filter),
      orders: everybodys,
    });
  return listPage({
    ...asked,
    query: among(ctx, ownConversations(ctx), filter),
    orders: own,
    ...(filter ? {} : { count: () => countOwn(ctx) }),
  });
}

export const ownConversations = (ctx: ReadContext) =>
  partsOfPerson(ctx).innerJoin('conversation as c', 'c.id', 'p.conversation_id').select(conversationColumns);

async function countOwn(ctx: ReadContext): Promise<number> {
  const { n } = await partsOfPerson(ctx)
    .select(sql`count(*)`.as('n'))
    .executeTakeFirstOrThrow();
  return numberFrom(n);
}

/** Who of the team looks after it is nothing for those whom it serves. */
const seesHandlingOf = (actor: Actor, kind: ConversationContext | null | undefined): boolean =>
  seesAll(actor) || (kind === 'VISITOR' && servedBy(actor).includes(kind));

interface Filtered<Q> {
  where(condition: RawBuilder<SqlBool>): Q;
}

/** Those of a query on `conversation as c` that the filter asks for. */
export function among<Q extends Filtered<Q>>(
  { actor }: ReadContext,
  query: Q,
  filter: ConversationFilter | null | undefined,
): Q {
  const { isArchived, isPinned, status, assigneeId, kind } = filter ?? {};
  const kept = (column: 'archived_at' | 'pinned_at', isKept: boolean) =>
    sql<SqlBool>`${sql.raw(isKept ? 'exists' : 'not exists')} (select 1 from conversation_participant k
      where k.conversation_id = c.id and k.user_id = ${actor.userId ?? ''} and ${sql.ref(`k.${column}`)} is not null)`;
  const conditions = [
    ...(typeof isArchived === 'boolean' ? [kept('archived_at', isArchived)] : []),
    ...(typeof isPinned === 'boolean' ? [kept('pinned_at', isPinned)] : []),
    ...(status ? [sql<SqlBool>`c.status = ${status}`] : []),
    ...(kind ? [sql<SqlBool>`c.context_type = ${kind}`] : []),
    ...(assigneeId && seesHandlingOf(actor, kind) ? [sql<SqlBool>`c.assignee_id = ${assigneeId}`] : []),
  ];
  return conditions.reduce((asked, condition) => asked.where(condition), query);
}

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
  { type, ids }: { readonly type: TopicType; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, ConversationRow>> {
  const rows = (await visible(ctx)
    .select(conversationColumns)
    .where('c.context_type', '=', type)
    .where('c.context_id', 'in', ids)
    .execute()) as unknown as ConversationRow[];
  return new Map(rows.map((row) => [row.contextId as string, row]));
}
