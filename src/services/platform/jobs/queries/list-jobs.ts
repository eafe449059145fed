import type { Selectable } from 'kysely';
import type { Tables } from '../../../../entities/index.ts';
import type { JobState } from '../../../../entities/platform/job.entity.ts';
import { requirePermission } from '../../../access/actor.ts';
import type { SortOf } from '../../../kernel/list-orders.ts';
import { sortKey, type Orders } from '../../keyset.ts';
import { listPage } from '../../list.ts';
import { instantFrom, jsonFrom } from '../../orm/values.ts';
import type { PageOf, SearchRequest } from '../../page.ts';
import type { ReadContext } from '../../context.ts';

export interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly priority: number;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly runAt: Date;
  readonly lastError: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export interface JobFilter extends SearchRequest<SortOf<'JobSort'>> {
  readonly state?: JobState | null;
  readonly kind?: string | null;
}

const id = sortKey<JobRow>('job.id', 'id', (row) => row.id);
/** Identifiers grow with time. */
const orders: Orders<JobRow, SortOf<'JobSort'>> = { CREATED_AT_DESC: [id.desc], CREATED_AT_ASC: [id.asc] };

/** Jobs for admins, the newest first by default: `{ state: 'FAILED' }` is the dead letters. */
export async function listJobs(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  { state, kind, orderBy, search, ...page }: JobFilter,
): Promise<PageOf<JobRow>> {
  requirePermission(actor, 'job:read');
  let query = db.selectFrom('job').selectAll();
  if (state) query = query.where('state', '=', state);
  if (kind) query = query.where('kind', '=', kind);
  return listPage({
    db,
    query,
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    search: { text: search, within: ['job.kind', 'job.last_error'] },
    shape: (rows) => rows.map(rowFrom),
  });
}

const rowFrom = (row: Selectable<Tables['job']>): JobRow => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  priority: row.priority,
  attempts: row.attempts,
  maxAttempts: row.max_attempts,
  runAt: instantFrom(row.run_at),
  lastError: row.last_error,
  payload: jsonFrom(row.payload),
  requestId: row.request_id,
  createdAt: instantFrom(row.created_at),
  finishedAt: row.finished_at === null ? null : instantFrom(row.finished_at),
});
