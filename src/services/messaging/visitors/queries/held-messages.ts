import { sql } from 'kysely';
import type { FormBlockKind, HeldReason, VisitorPurpose } from '../../../../entities/messaging/visitor.entity.ts';
import { can, requirePermission } from '../../../access/actor.ts';
import { DomainError } from '../../../kernel/errors.ts';
import type { SortOf } from '../../../kernel/list-orders.ts';
import type { FileQuestion } from '../../../files/index.ts';
import { sortKey, type Orders } from '../../../platform/keyset.ts';
import { listPage } from '../../../platform/list.ts';
import { jsonFrom } from '../../../platform/orm/values.ts';
import type { Db, ReadContext } from '../../../platform/context.ts';
import type { ListRequest, PageOf } from '../../../platform/page.ts';

/** A visitor’s message that waits, as admins see it. */
export interface HeldMessageRow {
  readonly id: string;
  readonly visitorId: string;
  readonly content: string;
  readonly fileId: string | null;
  readonly reasons: readonly HeldReason[];
  readonly isSpam: boolean;
  readonly createdAt: unknown;
}

const heldRows = (db: Db) =>
  db
    .selectFrom('held_message as h')
    .select(['h.id', 'h.visitor_id as visitorId', 'h.content', 'h.file_id as fileId', 'h.reasons'])
    .select(['h.spam_at', 'h.created_at as createdAt']);

type Row = Awaited<ReturnType<ReturnType<typeof heldRows>['execute']>>[number];

const rowOf = ({ spam_at, reasons, ...row }: Row): HeldMessageRow => ({
  ...row,
  isSpam: spam_at !== null,
  reasons: jsonFrom<HeldReason[]>(reasons),
});

const id = sortKey<HeldMessageRow>('h.id', 'id', (row) => row.id);
const createdAt = sortKey<HeldMessageRow>('h.created_at', 'instant', (row) => row.createdAt);
const orders: Orders<HeldMessageRow, SortOf<'HeldMessageSort'>> = {
  CREATED_AT_ASC: [createdAt.asc, id.asc],
  CREATED_AT_DESC: [createdAt.desc, id.desc],
};

export interface ListHeldMessages extends ListRequest<SortOf<'HeldMessageSort'>> {
  readonly isSpam?: boolean | null | undefined;
}

/** Messages that wait, the one that has waited longest first unless said; with those that were marked as spam, or those alone. */
export function listHeldMessages(
  { db, actor }: ReadContext,
  { isSpam, orderBy, ...page }: ListHeldMessages,
): Promise<PageOf<HeldMessageRow>> {
  requirePermission(actor, 'message:moderate');
  return listPage({
    db,
    query: heldRows(db).where('h.spam_at', isSpam === true ? 'is not' : 'is', null),
    orders,
    orderBy: orderBy ?? 'CREATED_AT_ASC',
    page,
    shape: (rows) => rows.map(rowOf),
  });
}

/** Those who decide about a message read its file. */
export const mayReadHeldFile: FileQuestion = async ({ db, actor }, fileId) =>
  can(actor, 'message:moderate') &&
  (await db.selectFrom('held_message').select('id').where('file_id', '=', fileId).executeTakeFirst()) !== undefined;

/** Somebody without an account, as admins see them. */
export interface VisitorRow {
  readonly id: string;
  readonly purpose: VisitorPurpose;
  readonly name: string;
  readonly email: string;
  readonly subject: string;
  readonly genre: string | null;
  readonly verifiedAt: unknown;
  readonly blockedAt: unknown;
  readonly linkEndsAt: unknown;
  readonly createdAt: unknown;
}

/** Visitors by their ids; nobody for those who do not handle them. */
export async function visitorsByIds(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VisitorRow>> {
  if (!can(actor, 'visitor:handle')) return new Map();
  const rows = await db
    .selectFrom('visitor')
    .select(['id', 'purpose', 'name', 'email', 'subject', 'genre', 'verified_at as verifiedAt'])
    .select(['blocked_at as blockedAt', 'token_expires_at as linkEndsAt', 'created_at as createdAt'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function showVisitor(ctx: Pick<ReadContext, 'db' | 'actor'>, visitorId: string): Promise<VisitorRow> {
  const row = (await visitorsByIds(ctx, [visitorId])).get(visitorId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row;
}

/** The names of visitors who wrote messages that the reader sees. */
export async function visitorNames(
  { db }: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('visitor').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id: visitorId, name }) => [visitorId, name]));
}

export interface FormBlockRow {
  readonly id: string;
  readonly kind: FormBlockKind;
  readonly value: string;
  readonly isLearnt: boolean;
  readonly createdAt: unknown;
}

const blockId = sortKey<FormBlockRow>('b.id', 'id', (row) => row.id);
const blockedAt = sortKey<FormBlockRow>('b.created_at', 'instant', (row) => row.createdAt);
const blockOrders: Orders<FormBlockRow, SortOf<'FormBlockSort'>> = {
  CREATED_AT_DESC: [blockedAt.desc, blockId.desc],
  CREATED_AT_ASC: [blockedAt.asc, blockId.asc],
};

/** What messages are held for, the newest first unless said. */
export function listFormBlocks(
  { db, actor }: ReadContext,
  { orderBy, ...page }: ListRequest<SortOf<'FormBlockSort'>>,
): Promise<PageOf<FormBlockRow>> {
  requirePermission(actor, 'message:moderate');
  return listPage({
    db,
    query: db
      .selectFrom('form_block as b')
      .select(['b.id', 'b.kind', 'b.value', 'b.created_at as createdAt'])
      .select(sql<boolean>`b.is_learnt`.as('isLearnt')),
    orders: blockOrders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    shape: (rows) => rows.map((row) => ({ ...row, isLearnt: Boolean(row.isLearnt) })),
  });
}
