import { collectGarbage, collectGarbageNow } from './collect-garbage.ts';
import { removeObject, removeObjectNow } from './remove-object.ts';

/** What the house does about files after commit, and every night. */
export const filesTasks = [
  { job: removeObject, handle: removeObjectNow },
  { job: collectGarbage, handle: collectGarbageNow },
] as const;
