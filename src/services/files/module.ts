import { defineModule } from '../platform/module.ts';
import { schedule } from '../platform/schedules.ts';
import { filesPersonalData } from './personal-data.ts';
import { collectGarbageTask } from './tasks/collect-garbage.ts';
import { scanAgainTask } from './scan/scan-again.ts';
import { scanMeasures, scanMetrics } from './scan/scan-figures.ts';
import { watchKeysTask } from './tasks/watch-keys.ts';
import { filesTasks } from './tasks/index.ts';

/** Files of people, sealed by the vault; each module says who may read those that it attached to its things. */
export const filesModule = defineModule({
  name: 'files',
  tasks: filesTasks,
  schedules: [
    schedule({ name: 'files.collect-garbage', cron: '30 3 * * *', task: collectGarbageTask }),
    schedule({ name: 'files.scan-again', cron: '50 3 * * *', task: scanAgainTask }),
    schedule({ name: 'files.watch-keys', cron: '*/5 * * * *', task: watchKeysTask }),
  ],
  metrics: scanMetrics,
  measures: scanMeasures,
  personalData: filesPersonalData,
});
