import { demand } from '../../access/actor.ts';
import type { AuditSeverity } from '../../kernel/audit-actions.ts';
import { cursorForm, decodeCursor, keyIn } from '../../kernel/cursor.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import { pageOf, type PageOf } from '../../platform/page.ts';
import type { Surroundings } from '../../platform/scope.ts';
import { rowsFrom, type AuditEntryRow } from './entry-row.ts';
import { entriesThrough, filterToKeep, type AuditFilter } from './entry-filter.ts';

const cursors = cursorForm('audit-entries', 'number');

export interface ListAuditEntries {
  readonly filter?: AuditFilter | null | undefined;
  readonly first: number;
  readonly after?: string | null | undefined;
}

type Needed = Pick<Surroundings, 'db' | 'actor' | 'vault' | 'note'>;

/** A page of the journal, newest first. That it was read is written in it, before it is shown. */
export async function listAuditEntries(needs: Needed, { filter, first, after }: ListAuditEntries): Promise<PageOf<AuditEntryRow>> {
  demand(needs.actor, 'audit:read');
  await needs.note({ action: 'AUDIT_READ', payload: { filter: filterToKeep(filter ?? {}) } });
  let query = entriesThrough(needs.db, filter ?? {}).selectAll().orderBy('seq', 'desc').limit(first + 1);
  if (after) query = query.where('seq', '<', decodeCursor(after, cursors)[0]);
  const rows = await rowsFrom(needs.db, needs.vault.ring(), await query.execute());
  return pageOf(rows, first, ({ seq }) => keyIn(cursors, seq));
}

export interface AuditPeriod {
  readonly from?: Date | null;
  readonly to?: Date | null;
}

export interface AuditStats {
  readonly total: number;
  readonly bySeverity: readonly { readonly severity: AuditSeverity; readonly entries: number }[];
  /** The most frequent first. */
  readonly byAction: readonly { readonly action: string; readonly entries: number }[];
}

/** How many entries of each severity and action a period has. */
export async function auditStats({ db, actor, note }: Needed, period: AuditPeriod): Promise<AuditStats> {
  demand(actor, 'audit:read');
  await note({ action: 'AUDIT_READ', payload: { stats: filterToKeep(period) } });
  const severities = await entriesThrough(db, period).select(({ fn }) => ['severity', fn.countAll().as('entries')]).groupBy('severity').orderBy('severity').execute();
  const actions = await entriesThrough(db, period).select(({ fn }) => ['action', fn.countAll().as('entries')]).groupBy('action').execute();
  const bySeverity = severities.map(({ severity, entries }) => ({ severity, entries: numberFrom(entries) }));
  const byAction = actions.map(({ action, entries }) => ({ action, entries: numberFrom(entries) })).sort((a, b) => b.entries - a.entries || (a.action < b.action ? -1 : 1));
  return { total: bySeverity.reduce((sum, { entries }) => sum + entries, 0), bySeverity, byAction };
}
