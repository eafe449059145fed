import { implementTask, type Task } from '../../platform/task.ts';
import { collectGarbage, collectGarbageNow } from './collect-garbage.ts';
import { removeObject, removeObjectNow } from './remove-object.ts';

/** What the house does about files after commit, and every night. */
export const filesTasks: readonly Task[] = [
  implementTask(removeObject, removeObjectNow),
  implementTask(collectGarbage, collectGarbageNow),
];
