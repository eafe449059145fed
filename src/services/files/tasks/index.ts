import { implementTask, type Task } from '../../platform/task.ts';
import { collectGarbageTask, collectGarbage } from './collect-garbage.ts';
import { watchKeysTask, watchKeys } from './watch-keys.ts';
import { scanAgainTask, scanAgain } from '../scan/scan-again.ts';
import { scanFileTask, scanFile } from '../scan/scan-file.ts';
import { removeObjectTask, removeObject } from './remove-object.ts';

/** What is done about files after a commit, and every night. */
export const filesTasks: readonly Task[] = [
  implementTask(removeObjectTask, removeObject),
  implementTask(scanFileTask, scanFile),
  implementTask(scanAgainTask, scanAgain),
  implementTask(collectGarbageTask, collectGarbage),
  implementTask(watchKeysTask, watchKeys),
];
