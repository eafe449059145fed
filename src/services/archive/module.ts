import { defineModule } from '../platform/module.ts';
import { uploadMetrics } from './uploads/upload-figures.ts';
import { archiveSchedules, archiveSubscriptions, archiveTasks } from './archive-tasks.ts';
import { uploadSchedules, uploadSubscriptions, uploadTasks } from './uploads/uploads-module.ts';
import { uploadsRetention } from './uploads/retention.ts';
import { activitySubscriptions, activityTasks } from './dashboards/live-activity.ts';
import { runsRetention } from './runs/retention.ts';
import { runSchedules, runTasks } from './runs/runs-module.ts';
import { isVersionFile, mayReadVersion } from './documents/file-questions.ts';
import { archiveMails } from './emails/index.ts';
import { archivePersonalData } from './personal-data.ts';
import { retentionSchedules, retentionSubscriptions, retentionTasks } from './retention/retention-tasks.ts';

/** Cabinets of sealed documents: who may do what in them, folders, documents and their versions. */
export const archiveModule = defineModule({
  name: 'archive',
  tasks: [...archiveTasks, ...uploadTasks, ...runTasks, ...retentionTasks, ...activityTasks],
  subscriptions: [...archiveSubscriptions, ...uploadSubscriptions, ...retentionSubscriptions, ...activitySubscriptions],
  schedules: [...archiveSchedules, ...uploadSchedules, ...runSchedules, ...retentionSchedules],
  mails: archiveMails,
  personalData: archivePersonalData,
  metrics: uploadMetrics,
  retention: [...uploadsRetention, ...runsRetention],
  fileAccess: {
    mayRead: mayReadVersion,
    isHeld: isVersionFile,
    downloadActions: [{ action: 'DOCUMENT_DOWNLOADED', concerns: isVersionFile }],
  },
});
