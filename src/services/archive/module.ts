import { defineModule } from '../platform/module.ts';
import { uploadMetrics } from './uploads/upload-figures.ts';
import { uploadSchedules, uploadTasks } from './uploads/uploads-module.ts';
import { isVersionFile, mayReadVersion } from './documents/file-questions.ts';

/** Cabinets of sealed documents: who may do what in them, folders, documents and their versions. */
export const archiveModule = defineModule({
  name: 'archive',
  tasks: uploadTasks,
  schedules: uploadSchedules,
  metrics: uploadMetrics,
  fileAccess: {
    mayRead: mayReadVersion,
    isHeld: isVersionFile,
    downloadActions: [{ action: 'DOCUMENT_DOWNLOADED', concerns: isVersionFile }],
  },
});
