import { requirePermission } from '../../access/actor.ts';
import type { RetentionClassName } from '../../kernel/retention.ts';
import { countDue, dueRows, limitOf, periodsOf } from '../../platform/retention.ts';
import type { Operation } from '../../platform/context.ts';

/** What a run would take of one class now. */
export interface RetentionPreviewLine {
  readonly recordClass: RetentionClassName;
  readonly count: number;
  /** When the period of the oldest began; null when there is none. */
  readonly oldest: Date | null;
  /** The oldest first. */
  readonly sampleIds: readonly string[];
}

/** What a run would do now, by the same selection; nothing is touched. */
export const previewRetention: Operation<
  'db' | 'actor' | 'now' | 'retention',
  { readonly samples: number },
  RetentionPreviewLine[]
> = async ({ db, actor, now, retention }, { samples }) => {
  requirePermission(actor, 'retention:read');
  const periods = await periodsOf(db, retention);
  const lines: RetentionPreviewLine[] = [];
  for (const retained of retention) {
    const limit = limitOf(now, periods[retained.name] as number);
    const rows = await dueRows(db, retained, { limit, most: samples });
    lines.push({
      recordClass: retained.name,
      count: await countDue(db, retained, limit),
      oldest: rows[0]?.since ?? null,
      sampleIds: rows.map(({ id }) => id),
    });
  }
  return lines;
};
