import { requirePermission } from '../../access/actor.ts';
import type { AuditSeverity } from '../../kernel/audit-actions.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import type { AppContext } from '../../platform/context.ts';
import { rowsFrom, type AuditEntryRow } from './entry-row.ts';
import { entriesThrough, filterToKeep, type AuditFilter } from './entry-filter.ts';

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
    query: entriesThrough(ctx.db, filter ?? {}).selectAll(),
    orders,
    orderBy: orderBy ?? 'AT_DESC',
    page,
    shape: (rows) => rowsFrom(ctx.db, ctx.vault.ring(), rows),
  });
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
  const severities = await entriesThrough(db, period)
    .select(({ fn }) => ['severity', fn.countAll().as('entries')])
    .groupBy('severity')
    .orderBy('severity')
    .execute();
  const actions = await entriesThrough(db, period)
    .select(({ fn }) => ['action', fn.countAll().as('entries')])
    .groupBy('action')
    .execute();
  const bySeverity = severities.map(({ severity, entries }) => ({ severity, entries: numberFrom(entries) }));
  const byAction = actions
    .map(({ action, entries }) => ({ action, entries: numberFrom(entries) }))
    .sort((a, b) => b.entries - a.entries || (a.action < b.action ? -1 : 1));
  return { total: bySeverity.reduce((sum, { entries }) => sum + entries, 0), bySeverity, byAction };
}
