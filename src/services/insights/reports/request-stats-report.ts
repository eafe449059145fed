import { StatsReport, type ReportFormat } from '../../../entities/insights/stats-report.entity.ts';
import { personOf, requirePermission } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { localDateOf } from '../../kernel/format.ts';
import { isId } from '../../kernel/ids.ts';
import { daysBetween } from '../../kernel/working-days.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import type { Tx } from '../../platform/context.ts';
import { writeReportTask } from './report-jobs.ts';

export interface RequestStatsReport extends Keyed {
  /** Local days, both included; at most five years. */
  readonly from: string;
  readonly to: string;
  readonly format: ReportFormat;
}

const fiveYearsDays = 1_827;

type Needed = Tx<'em' | 'actor' | 'now' | 'config' | 'record' | 'enqueue'>;

async function enterReport(tx: Needed, { from, to, format }: Omit<RequestStatsReport, 'key'>): Promise<StatsReport> {
  requirePermission(tx.actor, 'stats:report');
  if (from > to) throw fieldError('input.to', 'order');
  if (daysBetween(from, to) > fiveYearsDays) throw fieldError('input.to', 'max');
  if (from > localDateOf(tx.now, tx.config.TIME_ZONE)) throw new DomainError('FIGURE_UNAVAILABLE', { from });
  const report = tx.em.create(StatsReport, {
    ...{ format, fromOn: from, toOn: to, locale: tx.actor.locale },
    requestedById: personOf(tx.actor),
  });
  tx.record({
    action: 'STATS_REPORT_REQUESTED',
    targetType: 'report',
    targetId: report.id,
    payload: { format, from, to },
  });
  tx.enqueue(writeReportTask, { reportId: report.id });
  return report;
}

/** Asks for a report of the figures of a period; a job writes it into a sealed file. Errors: INPUT_INVALID, FIGURE_UNAVAILABLE. */
export const requestStatsReport = keyed<
  'em' | 'actor' | 'now' | 'config' | 'record' | 'enqueue',
  RequestStatsReport,
  StatsReport
>('requestStatsReport', enterReport, ({ em }, id) => em.findOneOrFail(StatsReport, { id }));

/** One's own report, and whether it is ready. Errors: NOT_FOUND. */
export async function findStatsReport({ em, actor }: Tx<'em' | 'actor'>, { id }: { id: string }): Promise<StatsReport> {
  requirePermission(actor, 'stats:report');
  const found = isId(id) ? await em.findOne(StatsReport, { id, requestedById: personOf(actor) }) : null;
  if (found === null) throw new DomainError('NOT_FOUND');
  return found;
}
