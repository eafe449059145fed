import { AuditExport, type AuditExportFormat } from '../../entities/audit/audit-export.entity.ts';
import { demand, personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import { numberFrom, writing } from '../platform/orm/values.ts';
import { keyed, type Keyed } from '../platform/request-keys.ts';
import type { Needs } from '../platform/scope.ts';
import { entriesThrough, filterToKeep, type AuditFilter } from './queries/entry-filter.ts';
import { writeExport } from './tasks/write-export.job.ts';

export interface RequestExport extends Keyed {
  readonly format: AuditExportFormat;
  readonly filter?: AuditFilter | null | undefined;
}

async function enterExport(
  needs: Needs<'em' | 'actor' | 'record' | 'enqueue'>,
  { format, filter }: Omit<RequestExport, 'key'>,
): Promise<AuditExport> {
  demand(needs.actor, 'audit:export');
  const { db } = writing(needs.em);
  const { untilSeq, total } = await entriesThrough(db, filter ?? {})
    .select(({ fn }) => [fn.max('seq').as('untilSeq'), fn.countAll().as('total')])
    .executeTakeFirstOrThrow();
  const made = needs.em.create(AuditExport, {
    requestedById: personOf(needs.actor),
    format,
    filter: filterToKeep(filter ?? {}),
    untilSeq: numberFrom(untilSeq),
    totalEntries: numberFrom(total),
  });
  await needs.em.flush();
  needs.record({
    action: 'AUDIT_EXPORTED',
    targetId: made.id,
    payload: { format, filter: filterToKeep(filter ?? {}), entries: made.totalEntries },
  });
  needs.enqueue(writeExport, { exportId: made.id });
  return made;
}

/** Asks for an extract of the journal, up to what it holds now; a job writes it into a sealed file. */
export const requestAuditExport = keyed<'em' | 'actor' | 'record' | 'enqueue', RequestExport, AuditExport>(
  'exportAudit',
  enterExport,
  ({ em }, id) => em.findOneOrFail(AuditExport, { id }),
);

/** One's own extract, and how far it is. */
export async function findAuditExport(
  { em, actor }: Needs<'em' | 'actor'>,
  { id }: { id: string },
): Promise<AuditExport> {
  demand(actor, 'audit:export');
  const found = isId(id) ? await em.findOne(AuditExport, { id, requestedById: personOf(actor) }) : null;
  if (found === null) throw new DomainError('NOT_FOUND');
  return found;
}
