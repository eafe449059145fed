import type { RetentionRun } from '../../../entities/privacy/retention.entity.ts';
import { demand } from '../../access/actor.ts';
import { cursorForm, decodeCursor, keyIn } from '../../kernel/cursor.ts';
import type { RetentionClassName } from '../../kernel/retention.ts';
import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';
import { pageOf, type PageOf } from '../../platform/page.ts';
import type { ReadScope } from '../../platform/scope.ts';

const cursors = cursorForm('retention-runs', 'id');

export interface RetentionRunRow {
  readonly id: string;
  readonly asOf: Date;
  readonly startedById: string | null;
  readonly finishedAt: Date | null;
  /** Classes of which something went. */
  readonly counts: readonly { readonly recordClass: RetentionClassName; readonly count: number }[];
}

const countsOf = (progress: RetentionRun['progress']): RetentionRunRow['counts'] =>
  Object.entries(progress).filter(([, { count }]) => count > 0).map(([name, { count }]) => ({ recordClass: name as RetentionClassName, count }));

export const runRowOf = ({ id, asOf, startedById, finishedAt, progress }: RetentionRun): RetentionRunRow => ({ id, asOf, startedById, finishedAt, counts: countsOf(progress) });

export interface ListRetentionRuns {
  /** 1 to 100. */
  readonly first: number;
  readonly after?: string | null;
}

/** What retention did, the newest run first. */
export async function listRetentionRuns({ db, actor }: Pick<ReadScope, 'db' | 'actor'>, { first, after }: ListRetentionRuns): Promise<PageOf<RetentionRunRow>> {
  demand(actor, 'retention:read');
  let query = db.selectFrom('retention_run').selectAll().orderBy('id', 'desc').limit(first + 1);
  if (after) query = query.where('id', '<', decodeCursor(after, cursors)[0]);
  const rows = (await query.execute()).map((row): RetentionRunRow => ({
    id: row.id, asOf: instantFrom(row.as_of), startedById: row.started_by_id, finishedAt: row.finished_at === null ? null : instantFrom(row.finished_at),
    counts: countsOf(jsonFrom<RetentionRun['progress']>(row.progress)),
  }));
  return pageOf(rows, first, ({ id }) => keyIn(cursors, id));
}
