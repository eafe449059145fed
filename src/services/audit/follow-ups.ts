import { auditActions, type AuditActionDefinition } from '../kernel/audit-actions.ts';
import type { Outgoing } from '../platform/outbox.ts';
import type { TaskDefinition } from '../platform/task.ts';
import type { Entered } from './append.ts';
import { alertOfEntry, type AuditAlert } from './tasks/alert-admins.job.ts';
import { checkpointJob } from './tasks/checkpoint.job.ts';

/** A checkpoint is due at each multiple of this, whatever the clock says. */
export const checkpointEntries = 1_000;

/** What entries cause, written with them: a checkpoint at every thousandth, an alert for the grave ones. */
export function followUps(entered: readonly Entered[], { from, now }: { from: number; now: Date }): Outgoing['jobs'] {
  const jobs: Outgoing['jobs'] = entered
    .flatMap(alertsOf)
    .map((payload) => ({ task: alertOfEntry as TaskDefinition, payload, options: { dedupeKey: alertKey(payload) } }));
  const [before, after] = [from, from + entered.length].map((seq) => Math.floor(seq / checkpointEntries)) as [
    number,
    number,
  ];
  if (after > before)
    jobs.push({
      task: checkpointJob as TaskDefinition,
      payload: {},
      options: { dedupeKey: `${checkpointJob.kind}:${after}:${now.getTime()}` },
    });
  return jobs;
}

function alertsOf({ record, present }: Entered): AuditAlert[] {
  const { target, isNotifiedByDomain, ...deed }: AuditActionDefinition = auditActions[record.action];
  const severity = record.severity ?? deed.severity;
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

/** One alert per deed, target and hour: somebody who tries the same thing a hundred times does not ring a hundred times. */
const alertKey = ({ action, targetId, at }: AuditAlert): string =>
  `${alertOfEntry.kind}:${action}:${targetId ?? ''}:${at.slice(0, 13)}`;
