import { AuditExport, type AuditExportFormat } from '../../entities/audit/audit-export.entity.ts';
import { requirePermission, personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import { filterToKeep } from '../platform/filters.ts';
import { numberFrom, writing } from '../platform/orm/values.ts';
import { keyed, type Keyed } from '../platform/request-keys.ts';
import type { Tx } from '../platform/context.ts';
import { entriesThrough, type AuditFilter } from './queries/entry-filter.ts';
import { writeExportTask } from './tasks/write-export.task.ts';

export interface RequestExport extends Keyed {
  readonly format: AuditExportFormat;
  readonly filter?: AuditFilter | null | undefined;
}

async function enterExport(
  tx: Tx<'em' | 'actor' | 'record' | 'enqueue'>,
  { format, filter }: Omit<RequestExport, 'key'>,
): Promise<AuditExport> {
  requirePermission(tx.actor, 'audit:export');
  const { db } = writing(tx.em);
  const { untilSeq, total } = await entriesThrough(db, filter ?? {})
    .select(({ fn }) => [fn.max('seq').as('untilSeq'), fn.countAll().as('total')])
    .executeTakeFirstOrThrow();
  const made = tx.em.create(AuditExport, {
    requestedById: personOf(tx.actor),
    format,
    filter: filterToKeep(filter ?? {}),
    untilSeq: numberFrom(untilSeq),
    totalEntries: numberFrom(total),
  });
  await tx.em.flush();
  tx.record({
    action: 'AUDIT_EXPORTED',
    targetId: made.id,
    payload: { format, filter: filterToKeep(filter ?? {}), entries: made.totalEntries },
  });
  tx.enqueue(writeExportTask, { exportId: made.id });
  return made;
}

/** Asks for an extract of the audit log, up to what it holds now; a job writes it into a sealed file. */
export const requestAuditExport = keyed<'em' | 'actor' | 'record' | 'enqueue', RequestExport, AuditExport>(
  'exportAudit',
  enterExport,
  ({ em }, id) => em.findOneOrFail(AuditExport, { id }),
);

/** One's own extract, and how far it is. */
export async function findAuditExport({ em, actor }: Tx<'em' | 'actor'>, { id }: { id: string }): Promise<AuditExport> {
  requirePermission(actor, 'audit:export');
  const found = isId(id) ? await em.findOne(AuditExport, { id, requestedById: personOf(actor) }) : null;
  if (found === null) throw new DomainError('NOT_FOUND');
  return found;
}
