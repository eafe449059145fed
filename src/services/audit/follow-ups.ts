import { auditActions, type AuditActionDefinition } from '../kernel/audit-actions.ts';
import type { Outgoing } from '../platform/outbox.ts';
import type { TaskDefinition } from '../platform/task.ts';
import type { Entered } from './append.ts';
import { alertOfEntryTask, type AuditAlert } from './tasks/alert-admins.task.ts';
import { checkpointTask } from './tasks/checkpoint.task.ts';

/** A checkpoint is due at each multiple of this, whatever the clock says. */
export const checkpointEntries = 1_000;

/** What entries cause, written with them: a checkpoint at every thousandth, an alert for the ones of high severity. */
export function followUps(entered: readonly Entered[], { from, now }: { from: number; now: Date }): Outgoing['jobs'] {
  const jobs: Outgoing['jobs'] = entered.flatMap(alertsOf).map((payload) => ({
    task: alertOfEntryTask as TaskDefinition,
    payload,
    options: { dedupeKey: alertKey(payload) },
  }));
  const [before, after] = [from, from + entered.length].map((seq) => Math.floor(seq / checkpointEntries)) as [
    number,
    number,
  ];
  if (after > before)
    jobs.push({
      task: checkpointTask as TaskDefinition,
      payload: {},
      options: { dedupeKey: `${checkpointTask.kind}:${after}:${now.getTime()}` },
    });
  return jobs;
}

function alertsOf({ record, present }: Entered): AuditAlert[] {
  const { target, isNotifiedByDomain, ...definition }: AuditActionDefinition = auditActions[record.action];
  const severity = record.severity ?? definition.severity;
  if (isNotifiedByDomain === true || (severity !== 'HIGH' && severity !== 'CRITICAL')) return [];
  return [
    {
      action: record.action,
      severity,
      targetType: record.targetType ?? target,
      targetId: record.targetId ?? null,
      at: present.now.toISOString(),
    },
  ];
}

/** One alert per action, target and hour: a hundred attempts at the same thing are one alert. */
const alertKey = ({ action, targetId, at }: AuditAlert): string =>
  `${alertOfEntryTask.kind}:${action}:${targetId ?? ''}:${at.slice(0, 13)}`;
