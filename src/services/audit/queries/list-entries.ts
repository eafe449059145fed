import { requirePermission } from '../../access/actor.ts';
import { auditSeverities, type AuditSeverity } from '../../kernel/audit-actions.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import type { AppContext, Db } from '../../platform/context.ts';
import { rowsFrom, type AuditEntryRow } from './entry-row.ts';
import { entryCounts, seqBounds, type EntryCount } from './counted-entries.ts';
import { entriesThrough, type AuditFilter } from './entry-filter.ts';
import { filterToKeep } from '../../platform/filters.ts';

export interface ListAuditEntries extends ListRequest<SortOf<'AuditEntrySort'>> {
  readonly filter?: AuditFilter | null | undefined;
}

const seq = sortKey<AuditEntryRow>('audit_entry.seq', 'number', (row) => row.seq);
const orders: Orders<AuditEntryRow, SortOf<'AuditEntrySort'>> = { AT_DESC: [seq.desc], AT_ASC: [seq.asc] };

type Needed = Pick<AppContext, 'db' | 'actor' | 'vault' | 'note'>;

/** A page of the audit log, newest first unless said. That it was read is written in it, before it is shown. */
export async function listAuditEntries(
  ctx: Needed,
  { filter, orderBy, ...page }: ListAuditEntries,
): Promise<PageOf<AuditEntryRow>> {
  requirePermission(ctx.actor, 'audit:read');
  await ctx.note({ action: 'AUDIT_READ', payload: { filter: filterToKeep(filter ?? {}) } });
  return listPage({
    db: ctx.db,
    query: (await entriesFound(ctx.db, filter ?? {})).selectAll(),
    orders,
    orderBy: orderBy ?? 'AT_DESC',
    page,
    shape: (rows) => rowsFrom(ctx.db, ctx.vault.ring(), rows),
  });
}

/** The entries that a filter lets through; those of a period by the numbers it lies between. */
async function entriesFound(db: Db, filter: AuditFilter) {
  const query = entriesThrough(db, filter);
  if (!filter.from && !filter.to) return query;
  const bounds = await seqBounds(db, filter);
  if (bounds === null) return query.where('seq', '<', 0);
  // What is appended meanwhile belongs to a period without an end.
  const begun = filter.from ? query.where('seq', '>=', bounds.first) : query;
  return filter.to ? begun.where('seq', '<=', bounds.last) : begun;
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
  requirePermission(actor, 'audit:read');
  await note({ action: 'AUDIT_READ', payload: { stats: filterToKeep(period) } });
  const counts = await entryCounts(db, period);
  const bySeverity = [...summed(counts, ({ severity }) => severity)]
    .map(([severity, entries]) => ({ severity, entries }))
    .sort((a, b) => auditSeverities.indexOf(a.severity) - auditSeverities.indexOf(b.severity));
  const byAction = [...summed(counts, ({ action }) => action)]
    .map(([action, entries]) => ({ action, entries }))
    .sort((a, b) => b.entries - a.entries || (a.action < b.action ? -1 : 1));
  return { total: bySeverity.reduce((sum, { entries }) => sum + entries, 0), bySeverity, byAction };
}

function summed<K>(counts: readonly EntryCount[], keyOf: (count: EntryCount) => K): Map<K, number> {
  const sums = new Map<K, number>();
  for (const count of counts) sums.set(keyOf(count), (sums.get(keyOf(count)) ?? 0) + count.entries);
  return sums;
}
