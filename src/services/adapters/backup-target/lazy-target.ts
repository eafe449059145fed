import type { BackupTarget } from './port.ts';

/** A target whose packages are loaded when it is first used. */
export function lazyTarget(url: string, load: () => Promise<BackupTarget>): BackupTarget {
  let loaded: Promise<BackupTarget> | undefined;
  const target = (): Promise<BackupTarget> => (loaded ??= load());
  return {
    url,
    prepare: async () => (await target()).prepare(),
    create: async (name) => (await target()).create(name),
    open: async (name) => (await target()).open(name),
    sizeOf: async (name) => (await target()).sizeOf(name),
    list: async function* (prefix) {
      yield* (await target()).list(prefix);
    },
    delete: async (name) => (await target()).delete(name),
    persist: async () => (await target()).persist(),
    examine: async (dataDir) => (await target()).examine(dataDir),
    sweep: async (before) => (await target()).sweep(before),
  };
}
