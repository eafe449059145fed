import { defineModule } from '../platform/module.ts';
import { archiveMails } from './emails/index.ts';
import { isVersionFile, mayReadVersion } from './documents/file-questions.ts';
import { retentionSchedules, retentionSubscriptions, retentionTasks } from './retention/retention-tasks.ts';

/** Cabinets of sealed documents: who may do what in them, folders, documents and their versions. */
export const archiveModule = defineModule({
  name: 'archive',
  tasks: [...retentionTasks],
  subscriptions: [...retentionSubscriptions],
  schedules: [...retentionSchedules],
  mails: archiveMails,
  fileAccess: {
    mayRead: mayReadVersion,
    isHeld: isVersionFile,
    downloadActions: [{ action: 'DOCUMENT_DOWNLOADED', concerns: isVersionFile }],
  },
});
