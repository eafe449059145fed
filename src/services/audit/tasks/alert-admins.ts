import { notifyMany, queueMail, recipientsIn } from '../../notifications/index.ts';
import type { Needs, Surroundings } from '../../platform/scope.ts';
import { auditAlert } from '../emails/audit-alert.ts';
import { journalPath } from '../journal-path.ts';
import { graveEntry, phraseOf, severityWord } from '../words.ts';
import type { AuditAlert } from './alert-admins.job.ts';

type Telling = Needs<'em' | 'now' | 'enqueue' | 'announce' | 'config'>;

/** Rings the admins' bells, and mails them; a deed that repeats itself is mailed once an hour. */
export const alertAdminsNow = ({ run }: Pick<Surroundings, 'run'>, alert: AuditAlert): Promise<void> =>
  run(tellAdmins, alert);

async function tellAdmins(needs: Telling, { action, severity, targetType, targetId, at }: AuditAlert): Promise<void> {
  const admins = await recipientsIn(needs, 'ADMIN');
  const hour = at.slice(0, 13);
  await notifyMany(
    needs,
    admins.map(({ userId, locale }) => ({
      userId,
      ...graveEntry[locale]({ action, severity }),
      type: 'WARNING' as const,
      priority: severity === 'CRITICAL' ? ('URGENT' as const) : ('HIGH' as const),
      actionUrl: journalPath,
      data: { action, targetType, targetId },
      dedupeKey: `audit:${action}:${targetId ?? ''}:${hour}:${userId}`,
    })),
  );
  for (const admin of admins) {
    await queueMail(needs, {
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
        journalUrl: needs.config.frontUrl + journalPath,
      },
    });
  }
}
