import type {
  PrivacyRequest,
  PrivacyRequestKind,
  PrivacyRequestStatus,
} from '../../../entities/privacy/privacy-request.entity.ts';
import { requirePermission, personOf } from '../../access/actor.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { PageOf, SearchRequest } from '../../platform/page.ts';
import type { Db, ReadContext } from '../../platform/context.ts';

/** A line of the register. */
export interface PrivacyRequestRow {
  readonly id: string;
  /** Null for who has no account. */
  readonly userId: string | null;
  readonly kind: PrivacyRequestKind;
  readonly status: PrivacyRequestStatus;
  readonly details: string | null;
  readonly answer: string | null;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly handledAt: Date | null;
  readonly extendedAt: Date | null;
  readonly extensionReason: string | null;
}

export const requestRowOf = ({
  id,
  user,
  kind,
  status,
  details,
  answer,
  createdAt,
  dueAt,
  handledAt,
  extendedAt,
  extensionReason,
}: PrivacyRequest): PrivacyRequestRow => ({
  id,
  userId: user?.id ?? null,
  kind,
  status,
  details,
  answer,
  askedAt: createdAt,
  dueAt,
  handledAt,
  extendedAt,
  extensionReason,
});

const lines = (db: Db) => db.selectFrom('privacy_request').selectAll();

const rowOf = (row: Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]): PrivacyRequestRow => ({
  id: row.id,
  userId: row.user_id,
  kind: row.kind,
  status: row.status,
  details: row.details,
  answer: row.answer,
  askedAt: instantFrom(row.created_at),
  dueAt: instantFrom(row.due_at),
  handledAt: row.handled_at === null ? null : instantFrom(row.handled_at),
  extendedAt: row.extended_at === null ? null : instantFrom(row.extended_at),
  extensionReason: row.extension_reason,
});

const most = 100;

/** What the current user has asked about their data, newest first. */
export const listMyPrivacyRequests = async ({
  db,
  actor,
}: Pick<ReadContext, 'db' | 'actor'>): Promise<PrivacyRequestRow[]> =>
  (await lines(db).where('user_id', '=', personOf(actor)).orderBy('id', 'desc').limit(most).execute()).map(rowOf);

export interface ListPrivacyRequests extends SearchRequest<SortOf<'PrivacyRequestSort'>> {
  readonly status?: PrivacyRequestStatus | null;
}

const dueAt = sortKey<PrivacyRequestRow>('privacy_request.due_at', 'instant', (row) => row.dueAt);
const id = sortKey<PrivacyRequestRow>('privacy_request.id', 'id', (row) => row.id);
/** Identifiers grow with time. */
const orders: Orders<PrivacyRequestRow, SortOf<'PrivacyRequestSort'>> = {
  ASKED_AT_DESC: [id.desc],
  ASKED_AT_ASC: [id.asc],
  DUE_AT_ASC: [dueAt.asc, id.asc],
  DUE_AT_DESC: [dueAt.desc, id.desc],
};

/** The register, newest first unless said, for admins. */
export async function listPrivacyRequests(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  { status, orderBy, search, ...page }: ListPrivacyRequests,
): Promise<PageOf<PrivacyRequestRow>> {
  requirePermission(actor, 'privacy-request:handle');
  const query = status ? lines(db).where('status', '=', status) : lines(db);
  return listPage({
    db,
    query,
    orders,
    orderBy: orderBy ?? 'ASKED_AT_DESC',
    page,
    shape: (rows) => rows.map(rowOf),
    search: { text: search, within: ['privacy_request.details', 'privacy_request.answer'] },
  });
}
