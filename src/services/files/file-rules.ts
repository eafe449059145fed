import type { AppContext } from '../platform/context.ts';
import type { FileAccess, FileQuestion } from './context.ts';

/** Makes one rule of what each module says about its files. */
export function fileRules(
  modules: readonly FileAccess[],
): Pick<AppContext, 'mayReadFile' | 'isFileHeld' | 'areObjectsKept' | 'downloadAction'> {
  const named = modules.flatMap(({ downloadActions }) => downloadActions ?? []);
  return {
    mayReadFile: anyOf(modules.map(({ mayRead }) => mayRead)),
    isFileHeld: anyOf(modules.flatMap(({ isHeld }) => isHeld ?? [])),
    areObjectsKept: async (ctx) => {
      for (const { areObjectsKept } of modules) if ((await areObjectsKept?.(ctx)) === true) return true;
      return false;
    },
    downloadAction: async (ctx, fileId) => {
      for (const { action, concerns } of named) if (await concerns(ctx, fileId)) return action;
      return 'FILE_DOWNLOADED';
    },
  };
}

const anyOf =
  (questions: readonly FileQuestion[]): FileQuestion =>
  async (ctx, fileId) => {
    for (const question of questions) if (await question(ctx, fileId)) return true;
    return false;
  };
