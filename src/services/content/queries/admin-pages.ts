import type { PageScheduleAction, PageScheduleStatus } from '../../../entities/content/page-parts.entity.ts';
import type { PageStatus, PageType } from '../../../entities/content/page.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { availableActions } from '../../kernel/states.ts';
import { matching } from '../../platform/filters.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { PageOf, SearchRequest } from '../../platform/page.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { pageStatesOf, type PageVerb } from '../pages/page.states.ts';

export interface AdminPageRow {
  readonly id: string;
  readonly version: number;
  readonly slug: string;
  readonly title: string;
  readonly excerpt: string | null;
  readonly type: PageType;
  readonly status: PageStatus;
  readonly category: string | null;
  readonly locale: Locale;
  readonly position: number;
  readonly isPublic: boolean;
  readonly requireAuth: boolean;
  readonly publishedAt: Date | null;
  readonly createdAt: Date;
  readonly liveVersionId: string | null;
  readonly draftVersionId: string | null;
  /** Is something newer written than what is shown? */
  readonly hasDraft: boolean;
  readonly availableActions: readonly PageVerb[];
}

export interface PageFilter {
  readonly status?: PageStatus | null | undefined;
  readonly type?: PageType | null | undefined;
  readonly category?: string | null | undefined;
  readonly tag?: string | null | undefined;
}

export interface ListAdminPages extends SearchRequest<SortOf<'AdminPageSort'>> {
  readonly filter?: PageFilter | null | undefined;
}

const rows = (db: Db) =>
  db
    .selectFrom('page')
    .select([
      'page.id',
      'page.version',
      'page.slug',
      'page.title',
      'page.excerpt',
      'page.type',
      'page.status',
      'page.category',
      'page.locale',
      'page.position',
      'page.is_public as isPublic',
      'page.require_auth as requireAuth',
      'page.published_at as publishedAt',
      'page.created_at as createdAt',
      'page.live_version_id as liveVersionId',
      'page.draft_version_id as draftVersionId',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

function rowOf(row: Row): AdminPageRow {
  const { status, liveVersionId, draftVersionId } = row;
  const actions = availableActions(pageStatesOf({ liveVersionId }), status);
  return {
    ...row,
    isPublic: Boolean(row.isPublic),
    requireAuth: Boolean(row.requireAuth),
    createdAt: instantFrom(row.createdAt),
    publishedAt: row.publishedAt === null ? null : instantFrom(row.publishedAt),
    hasDraft: draftVersionId !== liveVersionId,
    availableActions: actions.filter((verb) => isPossible(verb, row)),
  };
}

/** Of the verbs that the state allows, those that people use, and that would do something. */
function isPossible(verb: PageVerb, { publishedAt, liveVersionId, draftVersionId }: Row): boolean {
  if (verb === 'publishDue' || verb === 'unpublishDue') return false;
  if (verb === 'delete') return publishedAt === null;
  return verb !== 'publish' || draftVersionId !== liveVersionId;
}

const id = sortKey<AdminPageRow>('page.id', 'id', (row) => row.id);
const position = sortKey<AdminPageRow>('page.position', 'number', (row) => row.position);
/** Identifiers grow with time. */
const orders: Orders<AdminPageRow, SortOf<'AdminPageSort'>> = {
  POSITION_ASC: [position.asc, id.asc],
  CREATED_AT_DESC: [id.desc],
  CREATED_AT_ASC: [id.asc],
};

const columns = { status: 'page.status', type: 'page.type', category: 'page.category' } as const;

/** All pages, whatever their state, in their order unless said. */
export async function listAdminPages(
  { db, actor }: ReadContext,
  { filter, orderBy, search, ...page }: ListAdminPages,
): Promise<PageOf<AdminPageRow>> {
  requirePermission(actor, 'content:read');
  const { tag, ...facts } = filter ?? {};
  let query = matching(rows(db), columns, facts);
  if (tag)
    query = query.where('page.id', 'in', db.selectFrom('page_tag').select('page_tag.page_id').where('name', '=', tag));
  return listPage({
    db,
    query,
    orders,
    orderBy: orderBy ?? 'POSITION_ASC',
    page,
    search: { text: search, within: ['page.title', 'page.slug', 'page.excerpt'] },
    shape: (found) => found.map(rowOf),
  });
}

export async function getAdminPage({ db, actor }: ReadContext, pageId: string): Promise<AdminPageRow> {
  requirePermission(actor, 'content:read');
  const row = isId(pageId) ? await rows(db).where('page.id', '=', pageId).executeTakeFirst() : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return rowOf(row);
}

export interface PageScheduleRow {
  readonly id: string;
  readonly action: PageScheduleAction;
  readonly at: Date;
  readonly zone: string;
  readonly status: PageScheduleStatus;
  readonly versionId: string | null;
  readonly failure: string | null;
}

/** What was last planned of pages: what is to come, or what failed or was done. */
export async function lastSchedules(
  { db }: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PageScheduleRow>> {
  const found = await db
    .selectFrom('page_schedule')
    .select(['page_id', 'id', 'action', 'at', 'zone', 'status', 'version_id as versionId', 'failure'])
    .where('page_id', 'in', ids)
    .orderBy('id')
    .execute();
  return new Map(found.map(({ page_id, at, ...row }) => [page_id, { ...row, at: instantFrom(at) }]));
}
