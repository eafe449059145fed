import type { PrivacyRequest, PrivacyRequestKind, PrivacyRequestStatus } from '../../../entities/privacy/privacy-request.entity.ts';
import { demand, personOf } from '../../access/actor.ts';
import { cursorForm, decodeCursor, keyIn } from '../../kernel/cursor.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { pageOf, type PageOf } from '../../platform/page.ts';
import type { Db, ReadScope } from '../../platform/scope.ts';

const cursors = cursorForm('privacy-requests', 'id');

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

export const requestRowOf = ({ id, user, kind, status, details, answer, createdAt, dueAt, handledAt, extendedAt, extensionReason }: PrivacyRequest): PrivacyRequestRow =>
  ({ id, userId: user?.id ?? null, kind, status, details, answer, askedAt: createdAt, dueAt, handledAt, extendedAt, extensionReason });

const lines = (db: Db) => db.selectFrom('privacy_request').selectAll().orderBy('id', 'desc');

const rowOf = (row: Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]): PrivacyRequestRow => ({
  id: row.id, userId: row.user_id, kind: row.kind, status: row.status, details: row.details, answer: row.answer,
  askedAt: instantFrom(row.created_at), dueAt: instantFrom(row.due_at), handledAt: row.handled_at === null ? null : instantFrom(row.handled_at),
  extendedAt: row.extended_at === null ? null : instantFrom(row.extended_at), extensionReason: row.extension_reason,
});

const most = 100;

/** What the one who asks has asked about their data, newest first. */
export const listMyPrivacyRequests = async ({ db, actor }: Pick<ReadScope, 'db' | 'actor'>): Promise<PrivacyRequestRow[]> =>
  (await lines(db).where('user_id', '=', personOf(actor)).limit(most).execute()).map(rowOf);

export interface ListPrivacyRequests {
  readonly status?: PrivacyRequestStatus | null;
  /** 1 to 100. */
  readonly first: number;
  readonly after?: string | null;
}

/** The register, newest first, for admins. */
export async function listPrivacyRequests({ db, actor }: Pick<ReadScope, 'db' | 'actor'>, filter: ListPrivacyRequests): Promise<PageOf<PrivacyRequestRow>> {
  demand(actor, 'privacy-request:handle');
  let query = lines(db).limit(filter.first + 1);
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.after) query = query.where('id', '<', decodeCursor(filter.after, cursors)[0]);
  return pageOf((await query.execute()).map(rowOf), filter.first, ({ id }) => keyIn(cursors, id));
}
