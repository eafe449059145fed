import { defineModule } from '../platform/module.ts';
import { schedule } from '../platform/schedules.ts';
import { auditPersonalData } from './personal-data.ts';
import { mayReadAuditFile } from './queries/file-questions.ts';
import { auditExtractRetention, auditRetention } from './retention.ts';
import { checkAuditLogTask } from './tasks/check-audit-log.task.ts';
import { checkpointTask } from './tasks/checkpoint.task.ts';
import { auditTasks } from './tasks/index.ts';
import { auditMails } from './emails/index.ts';

/** The audit log: written with every action, checked every night, sealed and shortened on request. */
export const auditModule = defineModule({
  name: 'audit',
  tasks: auditTasks,
  schedules: [
    schedule({ name: 'audit.checkpoint', cron: '*/10 * * * *', task: checkpointTask }),
    schedule({ name: 'audit.check', cron: '20 4 * * *', task: checkAuditLogTask }),
  ],
  mails: auditMails,
  personalData: auditPersonalData,
  retention: [auditExtractRetention, auditRetention],
  fileAccess: { mayRead: mayReadAuditFile },
});
