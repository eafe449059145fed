import type { BackupTarget } from './port.ts';

interface Known {
  readonly url: string;
  /** Does the store itself keep what is written for one backup? */
  readonly isLocking: boolean;
}

/** A target whose packages are loaded when it is first used. */
export function lazyTarget({ url, isLocking }: Known, load: () => Promise<BackupTarget>): BackupTarget {
  let loaded: Promise<BackupTarget> | undefined;
  const target = (): Promise<BackupTarget> => (loaded ??= load());
  return {
    url,
    prepare: async () => (await target()).prepare(),
    create: async (name, how) => (await target()).create(name, how),
    open: async (name) => (await target()).open(name),
    sizeOf: async (name) => (await target()).sizeOf(name),
    list: async function* (prefix) {
      yield* (await target()).list(prefix);
    },
    delete: async (name) => (await target()).delete(name),
    persist: async () => (await target()).persist(),
    examine: async (dataDir) => (await target()).examine(dataDir),
    sweep: async (before) => (await target()).sweep(before),
    ...(isLocking && {
      lockedUntil: (until) => lazyTarget({ url, isLocking: false }, () => lockedBy(target(), until)),
    }),
  };
}

async function lockedBy(loaded: Promise<BackupTarget>, until: Date): Promise<BackupTarget> {
  const target = await loaded;
  return target.lockedUntil?.(until) ?? target;
}
