import type { VisitorPurpose } from '../../../../entities/messaging/visitor.entity.ts';
import { fileColumns, linkToFile, type DownloadLink, type FileRow } from '../../../files/index.ts';
import { DomainError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import type { Topic } from '../../../kernel/subject.ts';
import { takeTokenTry } from '../../../platform/mailed-tokens.ts';
import { instantFrom } from '../../../platform/orm/values.ts';
import type { AppContext, Db, Operation, Tx } from '../../../platform/context.ts';
import { openByVisitorToken } from '../visitor-token.ts';

/** So many of the last messages are shown. */
const mostMessages = 200;

export interface VisitorMessageRow {
  readonly id: string;
  readonly isFromTeam: boolean;
  readonly content: string;
  readonly createdAt: Date;
  readonly files: readonly FileRow[];
}

/** A conversation as its visitor sees it: nobody of the team is named, no internal note is there. */
export interface VisitorConversation {
  readonly purpose: VisitorPurpose;
  readonly name: string;
  readonly subject: string;
  readonly isClosed: boolean;
  readonly linkEndsAt: Date;
  /** The thing of another module that it is about; null for nothing but what is said. */
  readonly about: Topic | null;
  readonly messages: readonly VisitorMessageRow[];
}

/** What a token opens; the visitor has seen it. Errors: TOKEN_INVALID, RATE_LIMITED. */
export const visitorConversation: Operation<
  'run' | 'db' | 'limits' | 'actor',
  { readonly token: string },
  VisitorConversation
> = async (ctx, asked) => {
  await takeTokenTry(ctx);
  return showVisitorConversation(ctx, await ctx.run(visit, asked));
};

const open = async (tx: Tx<'em' | 'now'>, asked: { readonly token: string }): Promise<string> =>
  (await openByVisitorToken(tx, asked)).visitor.id;

async function visit(tx: Tx<'em' | 'now'>, asked: { readonly token: string }): Promise<string> {
  const { visitor, conversation } = await openByVisitorToken(tx, asked);
  visitor.readSeq = Math.max(visitor.readSeq, conversation.nextSeq - 1);
  return visitor.id;
}

/** The conversation of a visitor whose token was just checked. */
export async function showVisitorConversation(
  { db }: Pick<AppContext, 'db'>,
  visitorId: string,
): Promise<VisitorConversation> {
  const row = await db
    .selectFrom('visitor as v')
    .innerJoin('conversation as c', 'c.visitor_id', 'v.id')
    .select(['v.purpose', 'v.name', 'c.subject', 'c.status', 'v.token_expires_at as linkEndsAt'])
    .select(['c.context_type as type', 'c.context_id as id'])
    .where('v.id', '=', visitorId)
    .where('c.moved_to_id', 'is', null)
    .orderBy('c.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) throw new DomainError('TOKEN_INVALID');
  const { purpose, name, subject, status, linkEndsAt, type, id } = row;
  const about = id === null ? null : ({ type, id } as Topic);
  const messages = await messagesOf(db, visitorId);
  return {
    ...{ purpose, name, subject, about, messages },
    ...{ isClosed: status === 'CLOSED', linkEndsAt: instantFrom(linkEndsAt) },
  };
}

/** What was said, also about a ticket of theirs that is over, and what of theirs waits for an admin: they see nothing of that. */
async function messagesOf(db: Db, visitorId: string): Promise<VisitorMessageRow[]> {
  const said = await db
    .selectFrom('message as m')
    .innerJoin('conversation as c', 'c.id', 'm.conversation_id')
    .select(['m.id', 'm.content', 'm.visitor_id', 'm.created_at'])
    .where('c.visitor_id', '=', visitorId)
    .where('m.audience', '=', 'ALL')
    .where('m.deleted_at', 'is', null)
    .orderBy('c.id', 'desc')
    .orderBy('m.seq', 'desc')
    .limit(mostMessages)
    .execute();
  const held = await db
    .selectFrom('held_message')
    .select(['id', 'content', 'visitor_id', 'created_at'])
    .where('visitor_id', '=', visitorId)
    .orderBy('id', 'desc')
    .limit(mostMessages)
    .execute();
  const ids = said.map(({ id }) => id);
  const files = ids.length === 0 ? new Map<string, FileRow[]>() : await filesOf(db, ids);
  return [...said, ...held]
    .map((row) => ({
      ...{ id: row.id, content: row.content, createdAt: instantFrom(row.created_at) },
      isFromTeam: row.visitor_id !== visitorId,
      files: files.get(row.id) ?? [],
    }))
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1))
    .slice(-mostMessages);
}

const filesOfMessages = (db: Db) =>
  db
    .selectFrom('message_attachment as a')
    .innerJoin('message as m', 'm.id', 'a.message_id')
    .innerJoin('stored_file as f', 'f.id', 'a.file_id')
    .where('f.deleted_at', 'is', null)
    .where('m.deleted_at', 'is', null)
    .where('m.audience', '=', 'ALL');

async function filesOf(db: Db, messageIds: readonly string[]): Promise<Map<string, FileRow[]>> {
  const rows = (await filesOfMessages(db)
    .select('a.message_id as messageId')
    .select(fileColumns)
    .where('a.message_id', 'in', messageIds)
    .orderBy('a.file_id')
    .execute()) as unknown as (FileRow & { readonly messageId: string })[];
  return Map.groupBy(rows, ({ messageId }) => messageId);
}

/** A link to a file of the conversation, good for a minute. Errors: TOKEN_INVALID, NOT_FOUND, FILE_NOT_VERIFIED, FILE_INFECTED, RATE_LIMITED. */
export const requestVisitorDownload: Operation<
  'run' | 'db' | 'limits' | 'actor' | 'config' | 'downloadKey' | 'now',
  { readonly token: string; readonly fileId: string },
  DownloadLink
> = async (ctx, { token, fileId }) => {
  await takeTokenTry(ctx);
  const visitorId = await ctx.run(open, { token });
  const shown = isId(fileId)
    ? await filesOfMessages(ctx.db)
        .innerJoin('conversation as c', 'c.id', 'm.conversation_id')
        .select('a.id')
        .where('c.visitor_id', '=', visitorId)
        .where('a.file_id', '=', fileId)
        .executeTakeFirst()
    : undefined;
  if (shown === undefined) throw new DomainError('NOT_FOUND');
  return linkToFile(ctx, { fileId, userId: null });
};
