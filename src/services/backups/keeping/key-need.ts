import type { KeyNeed } from '../../files/index.ts';
import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';
import type { BackupSummary } from '../format/manifest.ts';
import { endOf } from './ladder.ts';

/**
 * Which kept backup needs a master key the longest: one that holds keys wrapped under it, or that copies now and may hold them. A
 * labelled one has no end.
 */
export const keyNeed: KeyNeed = async ({ db }, masterKeyId) => {
  const rows = await db
    .selectFrom('backup')
    .select(['created_at', 'rung', 'label', 'summary'])
    .where('status', 'in', ['RUNNING', 'COMPLETE', 'DAMAGED'])
    .execute();
  const needing = rows.filter(
    ({ summary }) => summary === null || jsonFrom<BackupSummary>(summary).keyIds.includes(masterKeyId),
  );
  if (needing.length === 0) return undefined;
  if (needing.some(({ label }) => label !== null)) return { until: null };
  const ends = needing.map(({ created_at, rung }) => endOf({ createdAt: instantFrom(created_at), rung }).getTime());
  return { until: new Date(Math.max(...ends)) };
};
