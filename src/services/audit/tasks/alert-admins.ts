import { notifyMany, queueMail, recipientsIn } from '../../notifications/index.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { auditAlert } from '../emails/audit-alert.ts';
import { auditLogPath } from '../audit-log-path.ts';
import { highSeverityEntry, phraseOf, severityWord } from '../entry-text.ts';
import type { AuditAlert } from './alert-admins.task.ts';
import type { alertOfEntryTask } from './alert-admins.task.ts';
import type { PayloadOf } from '../../platform/task.ts';

type Notifying = Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>;

/** Sends the admins an in-app notification and a mail; an action that repeats itself is mailed once an hour. */
export const alertAdminsNow = (
  { run }: Pick<AppContext, 'run'>,
  alert: PayloadOf<typeof alertOfEntryTask>,
): Promise<void> => run(notifyAdmins, alert);

async function notifyAdmins(tx: Notifying, { action, severity, targetType, targetId, at }: AuditAlert): Promise<void> {
  const admins = await recipientsIn(tx, 'ADMIN');
  const hour = at.slice(0, 13);
  await notifyMany(
    tx,
    admins.map(({ userId, locale }) => ({
      userId,
      ...highSeverityEntry[locale]({ action, severity }),
      type: 'WARNING' as const,
      priority: severity === 'CRITICAL' ? ('URGENT' as const) : ('HIGH' as const),
      actionUrl: auditLogPath,
      data: { action, targetType, targetId },
      dedupeKey: `audit:${action}:${targetId ?? ''}:${hour}:${userId}`,
    })),
  );
  for (const admin of admins) {
    await queueMail(tx, {
      template: auditAlert,
      recipient: admin,
      locale: admin.locale,
      dedupeKey: `audit-alert:${action}:${hour}:${admin.userId}`,
      data: {
        phrase: phraseOf(admin.locale, action),
        action,
        severity: severityWord(admin.locale, severity),
        target: `${targetType} ${targetId ?? ''}`.trim(),
        at,
        auditLogUrl: tx.config.frontUrl + auditLogPath,
      },
    });
  }
}
