import type { JobState } from '../../../../entities/platform/job.entity.ts';
import { demand } from '../../../access/actor.ts';
import { cursorForm, decodeCursor, keyIn } from '../../../kernel/cursor.ts';
import { instantFrom, jsonFrom } from '../../orm/values.ts';
import { pageOf, type PageOf } from '../../page.ts';
import type { ReadScope } from '../../scope.ts';

const cursors = cursorForm('jobs', 'id');

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

export interface JobFilter {
  readonly state?: JobState | null;
  readonly kind?: string | null;
  /** 1 to 100. */
  readonly first: number;
  readonly after?: string | null;
}

/** Jobs, the newest first, for admins: `{ state: 'FAILED' }` is the dead letters. */
export async function listJobs({ db, actor }: Pick<ReadScope, 'db' | 'actor'>, filter: JobFilter): Promise<PageOf<JobRow>> {
  demand(actor, 'job:read');
  let query = db.selectFrom('job').selectAll().orderBy('id', 'desc').limit(filter.first + 1);
  if (filter.state) query = query.where('state', '=', filter.state);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.after) query = query.where('id', '<', decodeCursor(filter.after, cursors)[0]);
  const rows = (await query.execute()).map((row): JobRow => ({
    id: row.id, kind: row.kind, state: row.state, priority: row.priority, attempts: row.attempts, maxAttempts: row.max_attempts,
    runAt: instantFrom(row.run_at), lastError: row.last_error, payload: jsonFrom(row.payload), requestId: row.request_id,
    createdAt: instantFrom(row.created_at), finishedAt: row.finished_at === null ? null : instantFrom(row.finished_at),
  }));
  return pageOf(rows, filter.first, ({ id }) => keyIn(cursors, id));
}
