import { defineModule } from '../platform/module.ts';
import { uploadMetrics } from './uploads/upload-figures.ts';
import { archiveSchedules, archiveSubscriptions, archiveTasks } from './archive-tasks.ts';
import { uploadSchedules, uploadSubscriptions, uploadTasks } from './uploads/uploads-module.ts';
import { uploadsRetention } from './uploads/retention.ts';
import { isVersionFile, mayReadVersion } from './documents/file-questions.ts';
import { archiveMails } from './emails/index.ts';
import { archivePersonalData } from './personal-data.ts';

/** Cabinets of sealed documents: who may do what in them, folders, documents and their versions. */
export const archiveModule = defineModule({
  name: 'archive',
  tasks: [...archiveTasks, ...uploadTasks],
  subscriptions: [...archiveSubscriptions, ...uploadSubscriptions],
  schedules: [...archiveSchedules, ...uploadSchedules],
  mails: archiveMails,
  personalData: archivePersonalData,
  metrics: uploadMetrics,
  retention: uploadsRetention,
  fileAccess: {
    mayRead: mayReadVersion,
    isHeld: isVersionFile,
    downloadActions: [{ action: 'DOCUMENT_DOWNLOADED', concerns: isVersionFile }],
  },
});
